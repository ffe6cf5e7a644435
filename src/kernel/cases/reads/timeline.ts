import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import { officerRefs } from '../../agencies/officer-refs.ts'
import { INTERNAL_EVENTS } from '../../assignments/events.ts'
import { fileRefs } from '../../documents/files.ts'
import type { TimelineEntry, TimelineView } from '../../http/views.ts'
import { fill, type Text } from '../../problems/problem.ts'
import type { LoggedEvent } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { openEvents } from '../../streams/load.ts'
import { filesIn } from '../../streams/units.ts'
import { decodeNumberCursor, encodeCursor, PAGE } from './cursor.ts'
import { SEEN_BEFORE } from './looks.ts'

/** A sentence about an event: `agencyParams` are ids whose short names fill the text. */
export type Sentence = { text: Text; params: Record<string, string | number>; agencyParams: Record<string, string> }
/** How the events of a stream type are told; null for one that is no news to anybody (a save of a draft). */
export type TimelineTexts = (event: LoggedEvent) => Sentence | null

const ERASED: Text = { vi: 'Nội dung đã được xoá theo quy định', en: 'Erased as the rules require' }

/** Who sees at most so many streams of a case reads them one by one and merges; who sees more walks the whole record and meets theirs soon. */
const MERGED = 64

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
  const cursor = decodeNumberCursor(filter.before)
  // Notes are no part of the record. Who got what follows from the issue that the record tells; thousands of lines would drown it.
  const which = `e.case_id = $1 and e.type <> 'note.added' and ($6::uuid is not null or e.type <> 'fulfilment.assigned') and ($2::bigint is null or e.seq < $2::bigint) and (e.agency_id = $4 or e.type <> all ($5::text[]))`
  const { rows } = await db.query(
    `with sight as materialized (
       select $6::uuid is null and (coalesce(bool_or(v.stream_id = $1 and v.level >= 3), false) or count(*) > ${MERGED}) as wide,
         case when $6::uuid is null then array_agg(v.stream_id) else array[$6::uuid] end as ids
       from (select stream_id, max(level) as level from visible where case_id = $1 and now() >= valid_from and now() < valid_until group by 1) v),
     newest as materialized (
       select * from (
         select e.* from sight cross join lateral (select e.* from event e where sight.wide and ${which} order by e.seq desc limit ${PAGE + 1}) e
         union all
         select e.* from sight cross join lateral unnest(case when sight.wide then null else sight.ids end) i(id)
           cross join lateral (select e.* from event e where ${which} and e.stream_id = i.id order by e.version desc limit ${PAGE + 1}) e) e
       order by e.seq desc limit ${PAGE + 1})
     select e.seq::text as seq, e.stream_id as "streamId", e.version, e.type, e.type_version as "typeVersion", e.recorded_at as "recordedAt",
       e.effective_at as "effectiveAt", e.officer_id as "officerId", e.agency_id as "agencyId", encode(e.body, 'base64') as body, s.type as "streamType",
       f.ordinal, f.agency_id as "ofAgency",
       (select coalesce(${SEEN_BEFORE}, 'infinity') from last_seen s where s.case_id = $1 and s.officer_id = $3) as seen
     from newest e join stream s on s.id = e.stream_id left join fulfilment f on f.id = e.stream_id order by e.seq desc`,
    [caseId, cursor, actor.officerId, actor.agencyId, INTERNAL_EVENTS, filter.stream ?? null],
  )
  const page = rows.slice(0, PAGE)
  const events = await openEvents(db, kernel.keyring, kernel.registry, caseId, page)
  const [files, officer] = await Promise.all([
    fileRefs(db, kernel.keyring, [...new Set(events.flatMap((event) => [...filesIn(event.data)]))]),
    officerRefs(
      db,
      events.map((event) => event.officerId),
    ),
  ])
  const entries = events.flatMap((event, i): TimelineEntry[] => {
    const { streamType, seen, ordinal, ofAgency } = page[i]
    const text = sentence(texts.get(streamType), event, names, ordinal, ofAgency)
    if (!text) return []
    const entry: TimelineEntry = {
      seq: event.seq,
      streamId: event.streamId,
      streamType,
      type: event.type,
      recordedAt: event.recordedAt.toISOString(),
      effectiveAt: event.effectiveAt.toISOString(),
      agency: names.ref(event.agencyId),
      officer: officer(event.officerId),
      text,
      fresh: seen instanceof Date && event.recordedAt > seen && event.officerId !== actor.officerId,
      files: [...filesIn(event.data)].flatMap((id) => files.get(id) ?? []),
    }
    return [entry]
  })
  const last = page.at(-1)
  return { rows: entries, next: rows.length > PAGE && last ? encodeCursor([last.seq]) : null }
}

/** Beside what the event tells, {ordinal} is the number of the assignment it belongs to and {to} the agency that answers for it. */
const sentence = (
  tell: TimelineTexts | undefined,
  event: LoggedEvent,
  names: AgencyNames,
  ordinal: number | null,
  ofAgency: string | null,
): Text | null => {
  if ('erased' in event.data) return ERASED
  const told = tell?.(event)
  if (!told) return tell ? null : { vi: event.type, en: event.type }
  const of: Record<string, string | number> = ofAgency ? { to: names.ref(ofAgency).shortName, ordinal: ordinal ?? '' } : {}
  const params: Record<string, string | number> = { agency: names.ref(event.agencyId).shortName, ...of, ...told.params }
  for (const [name, id] of Object.entries(told.agencyParams)) params[name] = names.ref(id).shortName
  return fill(told.text, params)
}
