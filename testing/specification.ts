import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../src/kernel/access/actor.ts'
import { Problem } from '../src/kernel/problems/problem.ts'
import { badInput } from '../src/kernel/streams/bad-input.ts'
import type { Change } from '../src/kernel/streams/change.ts'
import type { Available, Context, Decision, LoggedEvent, NewEvent, Rules } from '../src/kernel/streams/decider.ts'
import { actor } from './builders/actor.ts'

/** How a command is given: by whom, when, and with what `prepare` would have read. */
export type Circumstances<F> = { by?: Actor; at?: string; now?: string; facts?: F; followUp?: boolean; caseId?: string }

/** An event with its stamp, where the default stamp will not do. */
export type Stamped<E> = { event: E; at?: string; by?: Actor }

const NOW = '2026-11-20T02:00:00.000Z'

/** Given events, when a command comes, then these events, or this refusal. Everything in memory and without Look. */
export const specification = <S, E extends NewEvent, F>(decider: Rules<S, E, F>) => ({
  given: (...history: (E | Stamped<E>)[]) => new Given(decider, history),
})

class Given<S, E extends NewEvent, F> {
  readonly #decider: Rules<S, E, F>
  readonly streamId: string = randomUUID()
  readonly events: LoggedEvent<E>[]
  readonly state: S

  constructor(decider: Rules<S, E, F>, history: (E | Stamped<E>)[]) {
    this.#decider = decider
    this.events = history.map((one, i) => this.#log('event' in one ? one : { event: one }, i + 1))
    this.state = this.events.reduce(decider.evolve, decider.initial())
  }

  /** Gives a command; its payload is checked as the server checks it. */
  when(name: string, payload: object = {}, circumstances: Circumstances<F> = {}) {
    const context = this.#context(circumstances)
    const decide = (): Decision => {
      const spec = this.#decider.commands[name]
      if (!spec) throw new Error(`no command ${name}`)
      const parsed = spec.payload.safeParse(payload)
      if (!parsed.success) throw badInput(parsed.error)
      return this.#decider.decide(this.state, { name, payload: parsed.data }, context)
    }
    return {
      decide,
      /** The events' types and, where given, parts of their data. */
      gives: (...expected: { type: E['type']; data?: object }[]): Decision => {
        const decision = decide()
        assert.deepEqual(
          decision.events.map((event) => event.type),
          expected.map((event) => event.type),
        )
        expected.forEach(({ data }, i) => data && assert.partialDeepStrictEqual(decision.events[i]!.data, data))
        return decision
      },
      refuses: (code: string): void => {
        assert.throws(decide, (error) => error instanceof Problem && error.code === code, `expected a refusal with ${code}`)
      },
    }
  }

  available(circumstances: Circumstances<F> = {}): Available {
    return this.#decider.available(this.state, this.#context(circumstances))
  }

  /** The changes that the last event of the history projects. */
  changes(): Change<string>[] {
    const before = this.events.slice(0, -1).reduce(this.#decider.evolve, this.#decider.initial())
    return this.#decider.project(before, this.state, this.events.at(-1)!)
  }

  #context({ by, at = NOW, now = at, facts, followUp = false, caseId = this.streamId }: Circumstances<F>): Context<F> {
    return {
      now: new Date(now),
      effectiveAt: new Date(at),
      actor: by ?? actor(),
      streamId: this.streamId,
      caseId,
      version: this.events.length,
      followUp,
      facts: facts as F,
    }
  }

  #log({ event, at, by = actor() }: Stamped<E>, version: number): LoggedEvent<E> {
    const moment = new Date(at ?? Date.parse('2026-11-18T01:00:00.000Z') + version * 3_600_000)
    const stamp = { recordedAt: moment, effectiveAt: moment, officerId: by.officerId, agencyId: by.agencyId }
    return { ...event, seq: String(version), streamId: this.streamId, caseId: this.streamId, version, ...stamp }
  }
}
