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
/** A page ends with the case with which it comes to so many asks, though it may hold two rows: two cases that concern every commune. */
const MOST_ASKS = 5000

const AWAITED = 'a.asker_id = $1 and a.agency_id <> a.asker_id'

/** Rows of one case beside each other; a row without a case says that there is more behind them (migration 0040). */
const WAITING = `select w.*, w.due_at::text as due, w.soon_at::text as soon, c.number
  from waiting_page($1, $2::timestamptz, $3::uuid, ${PAGE}, ${MOST_ASKS}, ${MOST_STREAMS}) with ordinality w
    left join lateral (select c.number from cases c where c.id = w.case_id offset 0) c on true order by w.ordinality`

const COUNTS = `select (select count(*)::int from (select 1 from ask a where ${AWAITED} order by a.due_at limit ${MOST_COUNTED}) x) as total,
  (select count(*)::int from (select 1 from ask a where ${AWAITED} and a.due_at < now() order by a.due_at limit ${MOST_COUNTED}) x) as overdue`

/**
 * What the agency waits for from others; where many owe the same in one case they stand in one row. Soonest first. A page holds whole cases: fewer rows
 * than usual where cases concern thousands, more where one case asks many things.
 */
export const readWaiting = async (db: Reader, actor: Actor, names: AgencyNames, after: string | undefined): Promise<WaitingView> => {
  const cursor = decodeMomentCursor(after)
  const ordered = inOrder(db)
  const [{ rows: told }, counted] = await Promise.all([
    db.query(WAITING, [actor.agencyId, cursor?.at ?? '-infinity', cursor?.id ?? '00000000-0000-0000-0000-000000000000']),
    db.query(COUNTS, [actor.agencyId]),
    ordered,
  ])
  const rows = told.filter((row) => row.number !== null)
  const beyond = told.find((row) => row.case_id === null)
  const last = rows[PAGE - 1]
  const end = last ? rows.findLastIndex((row) => row.case_id === last.case_id && row.due === last.due) + 1 : rows.length
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
    next:
      last && rows.length > end ? encodeCursor([last.due, last.case_id]) : beyond ? encodeCursor([beyond.due, beyond.stream_ids[0]]) : null,
  }
}
