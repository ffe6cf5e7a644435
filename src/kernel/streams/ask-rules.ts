import type { PoolClient } from 'pg'
import type { Actor } from '../access/actor.ts'
import { problem } from '../problems/catalogue.ts'
import { Born } from './born.ts'
import { Breath } from './breath.ts'
import type { ChildStream, Command, Context } from './decider.ts'
import type { Kernel } from './execute.ts'
import { type Loaded, loadStreams } from './load.ts'
import type { Registry } from './registry.ts'
import { applyEvents, type Stamp, type Unit, unborn } from './units.ts'

/** What a command comes to: the stream's own unit first. `born`: streams that are born with it beyond the first ones. */
export type Answer = { units: [Unit, ...Unit[]]; born: Born | null }

/** How many streams that are born with a command are made at once. */
const AT_ONCE = 64

/** Asks a stream's rules, and those of the streams that follow from the answer: what each comes to. Throws a Problem. */
export const askRules = async (
  kernel: Kernel,
  db: PoolClient,
  actor: Actor,
  stream: Loaded,
  command: Command,
  stamp: Stamp,
  followUp: boolean,
): Promise<Answer> => {
  const { decider } = stream
  const base: Context = {
    now: stamp.now,
    effectiveAt: stamp.effectiveAt,
    actor,
    streamId: stream.id,
    caseId: stream.caseId,
    version: stream.version,
    followUp,
    facts: undefined,
  }
  const facts = decider.prepare ? await decider.prepare(stream.state, command, base, kernel.look(db)) : undefined
  const context = { ...base, facts }
  const verdict = decider.available(stream.state, context)[command.name]
  if (verdict !== true) {
    if (!verdict) throw problem('unknown-command', { command: command.name })
    throw kernel.registry.refusal(verdict)
  }
  const decision = decider.decide(stream.state, command, context)
  const units: [Unit, ...Unit[]] = [applyEvents(stream, decision.events, stamp)]
  const followUps = decision.followUps ?? []
  const breath = new Breath()
  const born = new Born(bornWith(kernel.registry, stream, decision.children ?? [], stamp))
  // What follows from a command comes after its children; those of a case that is yet to be written are written with it.
  const most = followUp || followUps.length || stream.version === 0 ? Infinity : AT_ONCE
  while (units.length <= most && born.next) {
    await breath.pause()
    units.push(born.take())
  }
  const ids = followUps.map((one) => one.streamId)
  const loaded = new Map((await loadStreams(db, kernel.keyring, kernel.registry, ids, true)).map((s) => [s.id, s]))
  for (const { streamId, command: name, payload } of followUps) {
    await breath.pause()
    const next = loaded.get(streamId)
    // The right was checked on the stream above, for its own case only.
    if (next && next.caseId !== stream.caseId) throw problem('not-found')
    if (next) units.push(...(await askRules(kernel, db, actor, next, { name, payload }, stamp, true)).units)
  }
  return { units, born: born.next ? born : null }
}

function* bornWith(registry: Registry, stream: Loaded, children: Iterable<ChildStream>, stamp: Stamp): Generator<Unit, void> {
  const parentId = stream.id === stream.caseId || stream.decider.directory ? null : stream.id
  for (const child of children) yield applyEvents(unborn(registry.of(child.type), child.id, stream.caseId, parentId), child.events, stamp)
}
