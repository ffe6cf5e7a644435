import type { LoggedEvent } from './decider.ts'
import type { Unit } from './units.ts'

/**
 * Streams that are born with a command, each made when the one before it is taken: of an order to thousands some are written while the next are made, and
 * they are garbage soon. Kept until all are there they would be moved about in memory again and again, and everybody would wait for that.
 */
export class Born {
  readonly #units: Iterator<Unit>
  /** The one that is taken next. */
  next: Unit | undefined
  /** The last event of those that were taken. */
  last: LoggedEvent | undefined

  constructor(units: Iterator<Unit>) {
    this.#units = units
    this.#step()
  }

  /** Takes the next one. Throws where there is none. */
  take(): Unit {
    const taken = this.next
    if (!taken) throw new Error('none is left')
    this.last = taken.events.at(-1) ?? this.last
    this.#step()
    return taken
  }

  #step(): void {
    const { done, value } = this.#units.next()
    this.next = done ? undefined : value
  }
}
