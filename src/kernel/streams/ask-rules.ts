import type { PoolClient } from 'pg'
import type { Actor } from '../access/actor.ts'
import { problem } from '../problems/catalogue.ts'
import { Breath } from './breath.ts'
import type { Command, Context } from './decider.ts'
import type { Kernel } from './execute.ts'
import { type Loaded, loadStreams } from './load.ts'
import { applyEvents, type Stamp, type Unit, unborn } from './units.ts'

/** Asks a stream's rules, and those of the streams that follow from the answer: what each comes to, the stream's own first. Throws a Problem. */
export const askRules = async (
  kernel: Kernel,
  db: PoolClient,
  actor: Actor,
  stream: Loaded,
  command: Command,
  stamp: Stamp,
  followUp: boolean,
): Promise<[Unit, ...Unit[]]> => {
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
  const parentId = stream.id === stream.caseId || decider.directory ? null : stream.id
  const breath = new Breath()
  for (const child of decision.children ?? []) {
    await breath.pause()
    const born = unborn(kernel.registry.of(child.type), child.id, stream.caseId, parentId)
    units.push(applyEvents(born, child.events, stamp))
  }
  const followUps = decision.followUps ?? []
  const ids = followUps.map((one) => one.streamId)
  const loaded = new Map((await loadStreams(db, kernel.keyring, kernel.registry, ids, true)).map((s) => [s.id, s]))
  for (const { streamId, command: name, payload } of followUps) {
    await breath.pause()
    const next = loaded.get(streamId)
    // The right was checked on the stream above, for its own case only.
    if (next && next.caseId !== stream.caseId) throw problem('not-found')
    if (next) units.push(...(await askRules(kernel, db, actor, next, { name, payload }, stamp, true)))
  }
  return units
}
