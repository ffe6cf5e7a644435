import assert from 'node:assert/strict'
import { type FulfilmentState, isOver } from '../src/kernel/assignments/state.ts'
import type { Actor } from '../src/kernel/access/actor.ts'
import { CATALOGUE, refusalIn } from '../src/kernel/problems/catalogue.ts'
import type { Change } from '../src/kernel/streams/change.ts'
import type { AnyDecider, Available, Command, Context, LoggedEvent, NewEvent } from '../src/kernel/streams/decider.ts'
import type { AgencyFact, Look } from '../src/kernel/streams/look.ts'
import { fakeLook } from './fake-look.ts'

type Stream = { type: string; parentId: string | null; state: unknown; version: number; events: LoggedEvent[]; changes: Change<string>[] }

export type Given = { by: Actor; at: Date }

const stored = <T>(what: T): T => JSON.parse(JSON.stringify(what)) as T

/** One case with all its streams in memory: commands, children and follow-ups run as the kernel runs them, or not at all. */
export class CaseInMemory {
  streams = new Map<string, Stream>()
  readonly caseId: string
  readonly #deciders: ReadonlyMap<string, AnyDecider>
  readonly #agencies: AgencyFact[]
  readonly #files: { id: string; caseId: string | null; agencyId: string }[]

  constructor(
    caseId: string,
    deciders: AnyDecider[],
    agencies: AgencyFact[] = [],
    files: { id: string; caseId: string | null; agencyId: string }[] = [],
  ) {
    this.caseId = caseId
    this.#deciders = new Map(deciders.map((decider) => [decider.type, decider]))
    this.#agencies = agencies
    this.#files = files
  }

  state<S>(id: string): S {
    return this.streams.get(id)!.state as S
  }

  /** Opens a stream by an event, without asking. */
  open(type: string, id: string, events: NewEvent[], { by, at }: Given, parentId: string | null = null): void {
    this.#apply(this.streams, { type, id, parentId }, events, { by, at })
  }

  /** Gives a command with a payload that the shape admits. Throws the problem the server would answer; nothing has changed then. */
  async give(type: string, id: string, name: string, payload: object, given: Given): Promise<void> {
    const spec = this.#decider(type).commands[name]
    if (!spec) throw new Error(`no command ${name}`)
    const draft = new Map(this.streams)
    await this.#ask(draft, type, id, { name, payload: spec.payload.parse(payload) }, given, false)
    this.streams = draft
  }

  /** The table that a screen gets. */
  async available(id: string, { by, at }: Given): Promise<Available> {
    const stream = this.streams.get(id)!
    const decider = this.#decider(stream.type)
    const context = this.#context(id, stream.version, by, at, false)
    const facts = await decider.prepare?.(stream.state, { name: 'available', payload: null }, context, this.look())
    return decider.available(stream.state, { ...context, facts })
  }

  look(): Look {
    return {
      ...fakeLook({ agencies: this.#agencies }),
      states: async <S>(type: string, ids: string[]) =>
        ids.flatMap((id) => {
          const stream = this.streams.get(id)
          return stream?.type === type ? [{ id, version: stream.version, state: stream.state as S }] : []
        }),
      unfinished: async () => {
        const open = [...this.streams].filter(
          ([, stream]) => stream.type === 'fulfilment' && stream.parentId === null && !isOver(stream.state as FulfilmentState),
        )
        const shape = ([, stream]: [string, Stream]) => (stream.state as FulfilmentState).assignment?.shape
        return {
          once: open.filter((one) => shape(one) === 'once').length,
          recurring: open.filter((one) => shape(one) === 'recurring').map(([id]) => id),
        }
      },
      officer: async (id) => ({ id, agencyId: id, unitId: id }),
      files: async (ids) =>
        this.#files
          .filter((file) => ids.includes(file.id))
          .map(({ id, caseId, agencyId }) => ({ id, caseId, agencyId, name: '', size: 1, sha256: '' })),
    }
  }

  async #ask(draft: Map<string, Stream>, type: string, id: string, command: Command, { by, at }: Given, followUp: boolean): Promise<void> {
    const decider = this.#decider(type)
    const stream = draft.get(id) ?? { state: decider.initial(), version: 0, parentId: null }
    const context = this.#context(id, stream.version, by, at, followUp)
    const facts = await decider.prepare?.(stream.state, command, context, this.look())
    const verdict = decider.available(stream.state, { ...context, facts })[command.name]
    if (verdict !== true) throw refusalIn({ ...CATALOGUE, ...decider.problems }, verdict!)
    const decision = decider.decide(stream.state, command, { ...context, facts })
    this.#apply(draft, { type, id, parentId: stream.parentId }, decision.events, { by, at })
    for (const child of decision.children ?? []) {
      if (draft.has(child.id)) throw new Error(`stream ${child.id} is there already`)
      this.#apply(draft, { type: child.type, id: child.id, parentId: id === this.caseId ? null : id }, child.events, { by, at })
    }
    for (const { streamId, command: name, payload } of decision.followUps ?? []) {
      const next = draft.get(streamId)
      if (next) await this.#ask(draft, next.type, streamId, { name, payload }, { by, at }, true)
    }
  }

  #apply(
    streams: Map<string, Stream>,
    { type, id, parentId }: { type: string; id: string; parentId: string | null },
    events: NewEvent[],
    given: Given,
  ): void {
    const decider = this.#decider(type)
    const stream = streams.get(id) ?? { type, parentId, state: decider.initial(), version: 0, events: [], changes: [] }
    const next: Stream = { ...stream, events: [...stream.events], changes: [] }
    for (const event of events) {
      decider.events[event.type]!.schema.parse(event.data)
      const logged = {
        ...event,
        seq: '',
        streamId: id,
        caseId: this.caseId,
        version: ++next.version,
        recordedAt: given.at,
        effectiveAt: given.at,
        officerId: given.by.officerId,
        agencyId: given.by.agencyId,
      }
      const after = decider.evolve(next.state, logged)
      // A server goes on from the state it remembers or from what was stored of it: both must come to the same.
      assert.deepEqual(stored(decider.evolve(stored(next.state), { ...logged, data: stored(logged.data) })), stored(after))
      next.changes.push(...decider.project(next.state, after, logged))
      next.state = after
      next.events.push(logged)
    }
    streams.set(id, next)
  }

  #decider(type: string): AnyDecider {
    return this.#deciders.get(type)!
  }

  #context(streamId: string, version: number, actor: Actor, at: Date, followUp: boolean): Context {
    return { now: at, effectiveAt: at, actor, streamId, caseId: this.caseId, version, followUp, facts: undefined }
  }
}
