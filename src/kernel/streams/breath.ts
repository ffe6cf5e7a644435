/** How long one piece of work may hold everybody else up, in milliseconds. */
const HELD_MS = 0.5

/** How much longer than it held them up others may then work on, while they have something to do. */
const OTHERS = 4

/** A turn of the event loop in which nobody had anything to do is shorter, in milliseconds. */
const IDLE_MS = 0.1

/**
 * Breaks in work that goes through thousands of things: once it has lasted for a moment, whatever else waits in the process goes first, and has four fifths
 * of the time as long as it wants it. A command to every commune takes a fifth of a second of computing; a read takes several turns, and may not wait for
 * a piece of that in each.
 */
export class Breath {
  #since = performance.now()

  /** Resolves at once, or when others had their time. Asked in a loop, for every thing or for every hundred of small ones. */
  async pause(): Promise<void> {
    const held = performance.now() - this.#since
    if (held < HELD_MS) return
    let now = performance.now()
    for (let given = 0, turn = Infinity; turn > IDLE_MS && given < held * OTHERS; given += turn) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      turn = performance.now() - now
      now += turn
    }
    this.#since = now
  }
}
