import { type Actor, SYSTEM_OFFICER } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import { officerRef } from '../../agencies/officer-refs.ts'
import { fileRefs } from '../../documents/files.ts'
import type { TimelineEntry, TimelineView } from '../../http/views.ts'
import { fill, type Text } from '../../problems/problem.ts'
import type { LoggedEvent } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { filesIn } from '../../streams/units.ts'
import { encodeCursor } from './cursor.ts'
import { readEvents } from './timeline-events.ts'

/** A sentence about an event: `agencyParams` are ids whose short names fill the text; whole ones where short ones of other provinces are alike. */
export type Sentence = { text: Text; params: Record<string, string | number>; agencyParams: Record<string, string>; wholeNames?: boolean }
/** How the events of a stream type are told; null for one that is no news to anybody (a save of a draft). */
export type TimelineTexts = (event: LoggedEvent) => Sentence | null

const ERASED: Text = { vi: 'Nội dung đã được xoá theo quy định', en: 'Erased as the rules require' }

/** What happened in a case, newest first, as far as the reader may see it. Internal notes, and what others did inside their agency, are not part of it. */
export const readTimeline = async (
  db: Reader,
  kernel: Kernel,
  texts: ReadonlyMap<string, TimelineTexts>,
  actor: Actor,
  names: AgencyNames,
  caseId: string,
  filter: { before?: string | undefined; stream?: string | undefined },
): Promise<TimelineView> => {
  const { events, titles, more, seen } = await readEvents(db, kernel, actor, caseId, filter)
  const streamTypeOf = ({ type }: LoggedEvent) => kernel.registry.streamTypeOf(type)
  const [files, placeOf] = await Promise.all([
    fileRefs(db, kernel.keyring, [...new Set(events.flatMap((event) => [...filesIn(event.data)]))]),
    places(
      db,
      kernel,
      events.flatMap((event) => (streamTypeOf(event) === 'fulfilment' ? [event.streamId] : [])),
    ),
  ])
  const entries = events.flatMap((event): TimelineEntry[] => {
    const streamType = streamTypeOf(event)
    const text = sentence(texts.get(streamType), event, names, placeOf(event.streamId))
    if (!text) return []
    const recordedAt = event.recordedAt.toISOString()
    const entry: TimelineEntry = {
      seq: event.seq,
      streamId: event.streamId,
      streamType,
      type: event.type,
      recordedAt,
      // Mostly the same moment.
      effectiveAt: event.effectiveAt.getTime() === event.recordedAt.getTime() ? recordedAt : event.effectiveAt.toISOString(),
      // What the system did by itself, it did for no agency.
      agency: event.officerId === SYSTEM_OFFICER ? null : names.ref(event.agencyId),
      officer: officerRef(event.officerId, titles.get(event.officerId) ?? null),
      text,
      fresh: seen !== null && event.recordedAt > seen && event.officerId !== actor.officerId,
      files: [...filesIn(event.data)].flatMap((id) => files.get(id) ?? []),
    }
    return [entry]
  })
  const last = events.at(-1)
  return { rows: entries, next: more && last ? encodeCursor([last.seq]) : null }
}

/** Which assignment a fulfilment belongs to and which agency answers for it. Neither ever changes, so that it is asked once. */
type Place = { ordinal: number; agencyId: string }

const places = async (db: Reader, { keyring }: Kernel, streamIds: string[]): Promise<(streamId: string) => Place | null> => {
  const known = new Map<string, Place | undefined>()
  for (const id of streamIds) known.set(id, keyring.opened.get<Place>(`place ${id}`)?.value)
  const missing = [...known].flatMap(([id, place]) => (place ? [] : [id]))
  if (missing.length) {
    const { rows } = await db.query('select id, ordinal, agency_id from fulfilment where id = any($1::uuid[])', [missing])
    for (const { id, ordinal, agency_id: agencyId } of rows) {
      known.set(id, { ordinal, agencyId })
      keyring.opened.keep(`place ${id}`, 1, { ordinal, agencyId }, 200)
    }
  }
  return (id) => known.get(id) ?? null
}

/** Beside what the event tells, {ordinal} is the number of the assignment it belongs to and {to} the agency that answers for it. */
const sentence = (tell: TimelineTexts | undefined, event: LoggedEvent, names: AgencyNames, place: Place | null): Text | null => {
  if ('erased' in event.data) return ERASED
  const told = tell?.(event)
  if (!told) return tell ? null : { vi: event.type, en: event.type }
  const of: Record<string, string | number> = place ? { to: names.ref(place.agencyId).shortName, ordinal: place.ordinal } : {}
  const params: Record<string, string | number> = { agency: names.ref(event.agencyId).shortName, ...of, ...told.params }
  for (const [name, id] of Object.entries(told.agencyParams)) params[name] = told.wholeNames ? names.ref(id).name : names.ref(id).shortName
  return fill(told.text, params)
}
