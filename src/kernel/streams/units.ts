import { problem } from '../problems/catalogue.ts'
import type { Change } from './change.ts'
import type { LoggedEvent, NewEvent } from './decider.ts'
import type { Loaded } from './load.ts'

/** What one command does to one stream: the stream as loaded, its new events, and what they change for screens. */
export type Unit = { before: Loaded; after: unknown; events: LoggedEvent[]; changes: Change<string>[] }

export type Stamp = { now: Date; effectiveAt: Date; officerId: string; agencyId: string }

/** Applies new events to a stream in memory. An event whose data does not fit its own schema is a programming error, not an officer's. */
export const applyEvents = (stream: Loaded, events: NewEvent[], stamp: Stamp): Unit => {
  let state = stream.state
  const logged: LoggedEvent[] = []
  const changes: Change<string>[] = []
  for (const event of events) {
    const spec = stream.decider.events[event.type]
    if (!spec) throw new Error(`${stream.decider.type} has no event ${event.type}`)
    const full: LoggedEvent = {
      type: event.type,
      data: event.data,
      seq: '',
      streamId: stream.id,
      caseId: stream.caseId,
      version: stream.version + logged.length + 1,
      recordedAt: stamp.now,
      effectiveAt: stamp.effectiveAt,
      officerId: stamp.officerId,
      agencyId: stamp.agencyId,
    }
    const next = stream.decider.evolve(state, full)
    changes.push(...stream.decider.project(state, next, full))
    state = next
    logged.push(full)
  }
  return { before: stream, after: state, events: logged, changes }
}

/** A stream that is about to be born. */
export const unborn = (decider: Loaded['decider'], id: string, caseId: string, parentId: string | null): Loaded => ({
  decider,
  id,
  caseId,
  parentId,
  innerOnly: parentId !== null || decider.inner === true,
  version: 0,
  snapshotVersion: 0,
  state: decider.initial(),
})

/** The ids of files that an event names: every property `fileIds` or `fileId` in its data, at any depth. */
export const filesIn = (data: object, into = new Set<string>()): Set<string> => {
  if (Array.isArray(data)) {
    for (const value of data) if (typeof value === 'object' && value !== null) filesIn(value, into)
    return into
  }
  for (const key in data) {
    const value = (data as Record<string, unknown>)[key]
    if (typeof value !== 'object' || value === null) {
      if (key === 'fileId' && typeof value === 'string') into.add(value)
    } else if (key === 'fileIds' && Array.isArray(value)) for (const id of value) into.add(String(id))
    else filesIn(value, into)
  }
  return into
}

/** No office that works here is older (the state's founding, Viet Nam's day). */
const EARLIEST = Date.parse('1945-09-02T00:00:00+07:00')

/** Effective time is stated by the officer. It never lies ahead of the server's clock, nor before the stream took effect (`began`; null: it begins now). */
export const checkEffective = (now: Date, stated: Date | undefined, began: Date | null): Date => {
  if (!stated) return now
  const at = stated.getTime()
  if (Number.isNaN(at) || at < EARLIEST) throw problem('bad-input', { path: 'Effective-At' })
  if (at > now.getTime() + 60_000) throw problem('future-effective')
  if (began && at < began.getTime()) throw problem('effective-before-start')
  return stated
}
