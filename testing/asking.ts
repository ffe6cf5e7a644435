import { randomUUID } from 'node:crypto'
import { type Actor, type Right, SYSTEM_OFFICER } from '../src/kernel/access/actor.ts'
import { CATALOGUE, refusalIn } from '../src/kernel/problems/catalogue.ts'
import { badInput } from '../src/kernel/streams/bad-input.ts'
import type { Context, Decision, LoggedEvent, NewEvent, Rules } from '../src/kernel/streams/decider.ts'
import type { Look } from '../src/kernel/streams/look.ts'

/** An officer of an agency with the rights given. */
export const officerOf = (agencyId: string, ...rights: Right[]): Actor => ({
  officerId: randomUUID(),
  postId: randomUUID(),
  agencyId,
  unitId: agencyId,
  rights,
})

/** The system itself, as imports act. */
export const system: Actor = {
  officerId: SYSTEM_OFFICER,
  postId: SYSTEM_OFFICER,
  agencyId: SYSTEM_OFFICER,
  unitId: SYSTEM_OFFICER,
  rights: [],
}

/** A stream in memory that is asked as execute() asks one: shape, facts, `available`, `decide`, `evolve`. */
export class Asked<S, E extends NewEvent, F> {
  state: S
  version = 0
  events: LoggedEvent<E>[] = []
  readonly id: string
  readonly #decider: Rules<S, E, F>

  constructor(decider: Rules<S, E, F>, id: string = randomUUID()) {
    this.#decider = decider
    this.id = id
    this.state = decider.initial()
  }

  /** Gives a command and applies what the rules answer. Throws the Problem that the server would answer. */
  async give(name: string, payload: unknown, by: { actor: Actor; look: Look; now?: string }): Promise<Decision> {
    const now = new Date(by.now ?? '2026-11-18T03:00:00Z')
    const spec = this.#decider.commands[name]
    if (!spec) throw new Error(`no command ${name}`)
    const parsed = spec.payload.safeParse(payload)
    if (!parsed.success) throw badInput(parsed.error)
    const command = { name, payload: parsed.data }
    const base: Context = {
      now,
      effectiveAt: now,
      actor: by.actor,
      streamId: this.id,
      caseId: this.id,
      version: this.version,
      followUp: false,
      facts: undefined,
    }
    const facts = (await this.#decider.prepare?.(this.state, command, base, by.look)) as F
    const context = { ...base, facts }
    const verdict = this.#decider.available(this.state, context)[name]
    if (verdict !== true)
      throw verdict ? refusalIn({ ...CATALOGUE, ...this.#decider.problems }, verdict) : new Error(`${name} is not in the table`)
    const decision = this.#decider.decide(this.state, command, context)
    this.apply(decision.events as E[], now, by.actor)
    return decision
  }

  /** Applies events as the log would hand them in; each must fit its released shape. */
  apply(events: readonly E[], at = new Date('2026-11-18T03:00:00Z'), actor: Actor = system): void {
    for (const event of events) {
      this.#decider.events[event.type]?.schema.parse(event.data)
      this.version += 1
      const logged = {
        ...event,
        seq: String(this.version),
        streamId: this.id,
        caseId: this.id,
        version: this.version,
        recordedAt: at,
        effectiveAt: at,
        officerId: actor.officerId,
        agencyId: actor.agencyId,
      } as LoggedEvent<E>
      this.events.push(logged)
      this.state = this.#decider.evolve(this.state, logged)
    }
  }
}
