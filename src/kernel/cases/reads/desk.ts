import { inOrder, type Reader } from '../../access/reader.ts'
import type { Actor } from '../../access/actor.ts'
import { withAskers } from '../../access/requests/desk-askers.ts'
import { readingsDue } from '../../acknowledgements/desk-source.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { DeskGroup, DeskRow, DeskView, OfficerRef } from '../../http/views.ts'
import { officerRef, officerRefs, officerTitle } from '../../agencies/officer-refs.ts'
import { askClock } from './clocks.ts'
import { decodeMomentCursor, encodeCursor, PAGE } from './cursor.ts'

export type DeskScope = 'mine' | 'unit' | 'agency'
export type DeskFilter = { scope: DeskScope; kind?: string | undefined; after?: string | undefined }

export type AskRecord = {
  id: string
  stream_id: string
  stream_type: string
  version: number
  act: string
  title: string
  case_id: string
  kind: string
  number: string
  case_title: string
  asker_id: string
  agency_id: string
  verb: string
  officer_id: string | null
  due: string
  soon: string
  since: Date
}

/** End of today and of this week (Sunday) in Viet Nam, as SQL. */
const TODAY = `(date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'`
const WEEK = `(date_trunc('week', now() at time zone 'Asia/Ho_Chi_Minh') + interval '7 days') at time zone 'Asia/Ho_Chi_Minh'`
const group = (today: string, week: string): string =>
  `case when a.due_at = 'infinity' then 'open' when a.due_at < now() then 'overdue' when a.due_at <= ${today} then 'today' when a.due_at <= ${week} then 'week' else 'later' end`

/** Said so that no index of all the agency's asks is used for a part of them. */
const OURS = '(a.agency_id = $1) is true'

/** Handed to nobody in particular. */
const FREE = 'a.agency_id = $1 and a.officer_id is null and a.unit_id is null'

/**
 * Whose asks: all of the agency; those of one's unit or nobody's in particular; or those handed to oneself. Work that was handed to nobody is
 * everybody's until someone takes it. Each part has an index that holds it in due order.
 */
const PARTS: Record<DeskScope, string[]> = {
  agency: ['a.agency_id = $1'],
  unit: [`a.unit_id = $3 and ${OURS}`, FREE, 'a.agency_id = $1 and a.officer_id is not null and a.unit_id is null'],
  mine: [`a.officer_id = $2 and ${OURS}`, FREE, `a.officer_id is null and a.unit_id = $3 and ${OURS}`],
}
/** Every value has its place in every scope. */
const GIVEN = '($1::uuid, $2::uuid, $3::uuid) is not null'

/** Above this the screens show "999+": counting further tells nobody more, and a desk of fifty thousand opens as fast as one of fifty. */
const MOST_COUNTED = 1000

/** Each group by its first and last moment, both within: moments have whole microseconds. */
const GROUPS = `(values ('overdue', '-infinity'::timestamptz, now() - interval '1 microsecond'), ('today', now(), ${TODAY}),
  ('week', ${TODAY} + interval '1 microsecond', ${WEEK}), ('later', ${WEEK} + interval '1 microsecond', '294276-12-31 23:59:59.999999Z'),
  ('open', 'infinity', 'infinity')) g(grp, first, last)`

/** Counts by group over all asks of a scope, not the page; each up to a thousand. One plan for a group goes for all. */
const countsOf = async (db: Reader, parts: string[], values: unknown[], kind: string): Promise<DeskView['counts']> => {
  const part = (where: string) =>
    `(select 1 from ask a where ${where}${kind} and a.due_at between g.first and g.last order by a.due_at, a.id limit ${MOST_COUNTED})`
  const { rows } = await db.query<{ grp: DeskGroup; n: number }>(
    `select g.grp, x.n from ${GROUPS} cross join lateral (select count(*)::int as n from
       (select 1 from (${parts.map(part).join(' union all ')}) z limit ${MOST_COUNTED}) y) x
     where ${GIVEN}`,
    values,
  )
  const counts: DeskView['counts'] = { overdue: 0, today: 0, week: 0, later: 0, open: 0 }
  for (const { grp, n } of rows) counts[grp] = n
  return counts
}

/** What needs this officer, in due order, a page at a time, with counts over all. */
export const readDesk = async (db: Reader, actor: Actor, names: AgencyNames, filter: DeskFilter): Promise<DeskView> => {
  const cursor = decodeMomentCursor(filter.after)
  const parts = PARTS[filter.scope]
  const values: unknown[] = [actor.agencyId, actor.officerId, actor.unitId]
  const kind = filter.kind ? ` and a.kind = $${values.push(filter.kind)}` : ''
  const ordered = inOrder(db)
  const counting = countsOf(db, parts, [...values], kind)
  const after = cursor ? ` and (a.due_at, a.id) > ($${values.push(cursor.at)}::timestamptz, $${values.push(cursor.id)}::uuid)` : ''
  // Found in an index alone, by whatever it is asked; only the page's own rows are fetched.
  const part = (where: string) =>
    `(select a.id, a.due_at from ask a where ${where}${kind}${after} order by a.due_at, a.id limit ${PAGE + 1})`
  const [counts, { rows }, readings] = await Promise.all([
    counting,
    db.query<AskRecord & { grp: DeskGroup; own_title: string | null }>(
      `select a.id, a.stream_id, a.stream_type, a.version, a.act, a.title, a.case_id, c.kind, c.number, c.title as case_title, a.asker_id, a.agency_id,
         a.verb, a.officer_id, a.due_at::text as due, a.soon_at::text as soon, a.since, ${group('day.today', 'day.week')} as grp,
         case when a.officer_id = $2 then ${officerTitle('$2::uuid')} end as own_title
       from (select * from (${parts.map(part).join(' union all ')}) a order by a.due_at, a.id limit ${PAGE + 1}) p
         cross join lateral (select * from ask a where a.id = p.id offset 0) a
         cross join lateral (select * from cases c where c.id = a.case_id offset 0) c cross join (select ${TODAY} as today, ${WEEK} as week offset 0) day
       where ${GIVEN} order by p.due_at, p.id`,
      values,
    ),
    readingsDue(db, actor, group(TODAY, WEEK), filter.kind, cursor),
    ordered,
  ])
  const owed = [...rows, ...readings.rows].sort(byDue)
  const page = owed.slice(0, PAGE)
  const last = page.at(-1)
  for (const row of readings.counts) counts[row.grp] = Math.min(MOST_COUNTED, counts[row.grp] + row.n)
  const now = new Date()
  const officer = await officersOf(db, actor, page, rows)
  return {
    rows: (await withAskers(db, page)).map((row) => deskRow(row, names, officer, now)),
    counts,
    next: owed.length > PAGE && last ? encodeCursor([last.due, last.id]) : null,
    at: now.toISOString(),
  }
}

/** One's own position comes along with one's asks; those of others are asked for. */
const officersOf = async (
  db: Reader,
  { officerId }: Actor,
  page: { officer_id: string | null }[],
  asks: { officer_id: string | null; own_title: string | null }[],
): Promise<(id: string) => OfficerRef> => {
  const own = asks.find((ask) => ask.officer_id === officerId)
  const other = await officerRefs(
    db,
    page.flatMap(({ officer_id: id }) => (own && id === officerId ? [] : [id])),
  )
  return (id) => (own && id === officerId ? officerRef(id, own.own_title) : other(id))
}

/** The order of both sources: soonest first, what has no limit last. Moments come from rules and have whole milliseconds. */
const byDue = (a: AskRecord, b: AskRecord): number => {
  const moment = ({ due }: AskRecord) => (due === 'infinity' ? Number.MAX_SAFE_INTEGER : Date.parse(due))
  return moment(a) - moment(b) || (a.id < b.id ? -1 : 1)
}

const deskRow = (row: AskRecord & { grp: DeskGroup }, names: AgencyNames, officer: (id: string) => OfficerRef, now: Date): DeskRow => ({
  id: row.id,
  streamId: row.stream_id,
  streamType: row.stream_type,
  version: row.version,
  act: row.act,
  title: row.title,
  caseId: row.case_id,
  caseKind: row.kind,
  caseNumber: row.number,
  caseTitle: row.case_title,
  asker: names.ref(row.asker_id),
  agency: names.ref(row.agency_id),
  verb: row.verb,
  officer: row.officer_id ? officer(row.officer_id) : null,
  group: row.grp,
  clock: askClock(row.due, row.soon, now),
  since: row.since.toISOString(),
})
