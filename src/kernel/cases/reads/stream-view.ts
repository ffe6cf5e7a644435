import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { ActionView } from '../../http/views.ts'
import type { Context } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { type Loaded, loadStreams } from '../../streams/load.ts'

/** A stream that the reader may see, with its state; null where there is none or it is not to be seen. */
export const readStream = async (db: Reader, kernel: Kernel, id: string, type?: string): Promise<Loaded | null> => {
  const [stream] = await loadStreams(db, kernel.keyring, kernel.registry, [id])
  return stream && (!type || stream.decider.type === type) ? stream : null
}

/** Name under which `prepare` is asked for the facts of the whole table of actions, not of one command. */
export const LOOK_ONLY = 'available'

/** What may be done now on a stream, and why not: the same table that execute() enforces. */
export const actionsOf = async (db: Reader, kernel: Kernel, actor: Actor, stream: Loaded): Promise<ActionView[]> => {
  const now = new Date()
  const context: Context = {
    now,
    effectiveAt: now,
    actor,
    streamId: stream.id,
    caseId: stream.caseId,
    version: stream.version,
    followUp: false,
    facts: undefined,
  }
  const facts = stream.decider.prepare
    ? await stream.decider.prepare(stream.state, { name: LOOK_ONLY, payload: null }, context, kernel.look(db))
    : undefined
  return Object.entries(stream.decider.available(stream.state, { ...context, facts })).map(([command, verdict]) => ({
    command,
    allowed: verdict === true,
    reason: verdict === true ? null : verdict,
    version: stream.version,
    streamId: stream.id,
    streamType: stream.decider.type,
  }))
}
