import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import { officerTitle } from '../../agencies/officer-refs.ts'
import { INTERNAL_EVENTS } from '../../assignments/events.ts'
import { DIRECTORY_CASE, type LoggedEvent } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { openEvents, type TailEvent } from '../../streams/load.ts'
import { decodeNumberCursor, PAGE } from './cursor.ts'
import { SEEN_BEFORE } from './looks.ts'

/** Who sees at most so many streams of a case reads them one by one and merges; who sees more walks the whole record and meets theirs soon. */
const MERGED = 64

const LAST_SEQ = '9223372036854775807'

// Notes are no part of the record. Who got what follows from the issue that the record tells; thousands of lines would drown it.
const WHICH = `e.case_id = $1 and e.type <> 'note.added' and ($6::uuid is not null or e.type <> 'fulfilment.assigned') and e.seq < $2::bigint
  and (e.agency_id = $4 or e.type <> all ($5::text[]))`

const NEWEST = `with sight as materialized (
    select $6::uuid is null and (coalesce(bool_or(v.stream_id = $1 and v.level >= 3), false) or count(*) > ${MERGED}) as wide,
      case when $6::uuid is null then array_agg(v.stream_id) else array[$6::uuid] end as ids
    from (select stream_id, max(level) as level from visible
      where case_id = $1 and subject_id = any ((select app_subjects())::uuid[]) and now() >= valid_from and now() < valid_until group by 1) v),
  newest as materialized (
    select * from (
      select e.* from sight cross join lateral (select e.* from event e where sight.wide and ${WHICH} order by e.seq desc limit ${PAGE + 1}) e
      union all
      select e.* from sight cross join lateral unnest(case when sight.wide then null else sight.ids end) i(id)
        cross join lateral (select e.* from event e where ${WHICH} and e.stream_id = i.id order by e.version desc limit ${PAGE + 1}) e) e
    order by e.seq desc limit ${PAGE + 1})
  select o.title as "officerTitle", e.seq, e.stream_id as "streamId", e.version, e.type, e.type_version as "typeVersion", e.recorded_at::text as "recordedAt",
    e.effective_at::text as "effectiveAt", e.officer_id as "officerId", e.agency_id as "agencyId", encode(e.body, 'base64') as body,
    (select coalesce(${SEEN_BEFORE}, 'infinity') from last_seen s where s.case_id = $1 and s.officer_id = $3) as seen,
    $1 <> '${DIRECTORY_CASE}' and not exists (select 1 from vault.seal_key d where d.case_id = $1 and d.destroyed_at is not null offset 0) as lasting
  from newest e left join (select n.officer_id, ${officerTitle('n.officer_id')} as title from (select distinct officer_id from newest) n) o
    on o.officer_id = e.officer_id order by e.seq desc`

type Row = TailEvent & { streamId: string; seen: unknown; lasting: boolean; officerTitle: string | null }

/** `titles`: the positions of the officers who acted, by their ids. `seen`: when the reader was here before; null where they never were. */
export type Page = { events: LoggedEvent[]; titles: Map<string, string | null>; more: boolean; seen: Date | null }

/** A page of the events of a case that the reader may see, newest first, opened. */
export const readEvents = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  caseId: string,
  filter: { before?: string | undefined; stream?: string | undefined },
): Promise<Page> => {
  const before = decodeNumberCursor(filter.before) ?? LAST_SEQ
  const { rows } = await db.query<Row>(NEWEST, [caseId, before, actor.officerId, actor.agencyId, INTERNAL_EVENTS, filter.stream ?? null])
  const page = rows.slice(0, PAGE)
  const seen = page[0]?.seen
  const titles = new Map(page.map((row) => [row.officerId, row.officerTitle]))
  return { events: await opened(db, kernel, caseId, page), titles, more: rows.length > PAGE, seen: seen instanceof Date ? seen : null }
}

/** Events never change: those that were opened before are taken as they were, unless a key of the case was destroyed. */
const opened = async (db: Reader, { keyring, registry }: Kernel, caseId: string, page: Row[]): Promise<LoggedEvent[]> => {
  const keyOf = (row: Row) => `event ${row.seq}`
  const known = new Map(page.flatMap((row) => (row.lasting ? [[row.seq, keyring.opened.get<LoggedEvent>(keyOf(row))?.value]] : [])))
  const missing = page.filter((row) => !known.get(row.seq))
  for (const [i, event] of (await openEvents(db, keyring, registry, caseId, missing)).entries()) {
    const row = missing[i] as Row
    known.set(row.seq, event)
    if (row.lasting) keyring.opened.keep(keyOf(row), 1, event, row.body.length * 2)
  }
  return page.map((row) => known.get(row.seq) as LoggedEvent)
}
