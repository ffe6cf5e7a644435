import { inOrder, type Reader } from '../../access/reader.ts'
import type { Actor } from '../../access/actor.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { WaitingRow, WaitingView } from '../../http/views.ts'
import { askClock } from './clocks.ts'
import { decodeMomentCursor, encodeCursor, PAGE } from './cursor.ts'

/** How many ids of streams one waiting row carries, for acting on all of them at once. */
const MOST_STREAMS = 200
/** Above this the screens show "999+". */
const MOST_COUNTED = 1000
/** A page ends with the case with which it comes to so many asks, though it may hold three rows: three cases that concern every commune. */
const MOST_ASKS = 8000

const AWAITED = 'a.asker_id = $1 and a.agency_id <> a.asker_id'

/** The limit and case that come next in the index, how many asks they have, and whether the page is full before them. */
const next = (after: string, n: string, seen: string): string =>
  `select x.due_at, x.case_id, ${n} + 1, ${n} >= ${PAGE} or ${seen} >= ${MOST_ASKS}, ${seen} + case when ${n} >= ${PAGE} or ${seen} >= ${MOST_ASKS} then 0 else
     (select count(*) from ask a where ${AWAITED} and a.due_at = x.due_at and a.case_id = x.case_id)::int end
   from (select a.due_at, a.case_id from ask a where ${AWAITED} and (a.due_at, a.case_id) > (${after}) order by a.due_at, a.case_id limit 1) x`

/** Goes from limit to limit and from case to case, so that only what fills the page is gone through, however much has the same limit, or none. */
const WAITING = `with recursive part(at, case_id, n, beyond, seen) as (
    (${next('$2::timestamptz, $3::uuid', '0', '0')})
    union all
    select y.* from part p cross join lateral (${next('p.at, p.case_id', 'p.n', 'p.seen')}) y where not p.beyond),
  grouped as (select a.case_id, a.act, a.title, a.due_at, min(a.soon_at) as soon_at, count(*)::int as n,
    (array_agg(a.agency_id))[1:3] as agency_ids, (array_agg(a.stream_id))[1:${MOST_STREAMS}] as stream_ids
    from part p cross join lateral (select * from ask a where ${AWAITED} and a.due_at = p.at and a.case_id = p.case_id offset 0) a
    where not p.beyond group by a.due_at, a.case_id, a.act, a.title)
  select g.*, g.due_at::text as due, g.soon_at::text as soon, c.number, (select bool_or(p.beyond) from part p) as more
  from grouped g cross join lateral (select c.number from cases c where c.id = g.case_id offset 0) c order by g.due_at, g.case_id, g.n desc, g.act, g.title`

const COUNTS = `select (select count(*)::int from (select 1 from ask a where ${AWAITED} order by a.due_at limit ${MOST_COUNTED}) x) as total,
  (select count(*)::int from (select 1 from ask a where ${AWAITED} and a.due_at < now() order by a.due_at limit ${MOST_COUNTED}) x) as overdue`

/**
 * What the agency waits for from others; where many owe the same in one case they stand in one row. Soonest first. A page holds whole cases: fewer rows
 * than usual where cases concern thousands, more where one case asks many things.
 */
export const readWaiting = async (db: Reader, actor: Actor, names: AgencyNames, after: string | undefined): Promise<WaitingView> => {
  const cursor = decodeMomentCursor(after)
  const ordered = inOrder(db)
  const [{ rows }, counted] = await Promise.all([
    db.query(WAITING, [actor.agencyId, cursor?.at ?? '-infinity', cursor?.id ?? '00000000-0000-0000-0000-000000000000']),
    db.query(COUNTS, [actor.agencyId]),
    ordered,
  ])
  const last = rows[PAGE - 1] ?? rows.at(-1)
  const end = rows.findLastIndex((row) => row.case_id === last.case_id && row.due === last.due) + 1
  const page = rows.slice(0, end)
  const now = new Date()
  return {
    rows: page.map((row): WaitingRow => ({
      caseId: row.case_id,
      caseNumber: row.number,
      title: row.title,
      agencies: row.agency_ids.map((id: string) => names.ref(id)),
      count: row.n,
      act: row.act,
      clock: askClock(row.due, row.soon, now),
      streamIds: row.stream_ids,
    })),
    total: counted.rows[0].total,
    overdue: counted.rows[0].overdue,
    next: last && (rows[0].more || rows.length > end) ? encodeCursor([last.due, last.case_id]) : null,
  }
}
