import type { Reader } from '../../access/reader.ts'
import type { Actor } from '../../access/actor.ts'
import { readingsDue } from '../../acknowledgements/desk-source.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { DeskGroup, DeskRow, DeskView, OfficerRef, WaitingRow, WaitingView } from '../../http/views.ts'
import { officerRefs } from '../../agencies/officer-refs.ts'
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
const GROUP = `case when a.due_at < now() then 'overdue' when a.due_at <= ${TODAY} then 'today' when a.due_at <= ${WEEK} then 'week' else 'later' end`

/**
 * Whose asks: all of the agency; those of one's unit or nobody's in particular; or those handed to oneself. Work that was handed to nobody is
 * everybody's until someone takes it.
 */
const scopeOf = (scope: DeskScope, actor: Actor): { sql: string; values: string[] } => {
  if (scope === 'agency') return { sql: 'a.agency_id = $1', values: [actor.agencyId] }
  if (scope === 'unit') return { sql: '(a.agency_id = $1 and (a.unit_id = $2 or a.unit_id is null))', values: [actor.agencyId, actor.unitId] }
  return {
    sql: '(a.agency_id = $1 and (a.officer_id = $2 or (a.officer_id is null and (a.unit_id is null or a.unit_id = $3))))',
    values: [actor.agencyId, actor.officerId, actor.unitId],
  }
}

/** What needs this officer, in due order, a page at a time, with counts over all. */
export const readDesk = async (db: Reader, actor: Actor, names: AgencyNames, filter: DeskFilter): Promise<DeskView> => {
  const cursor = decodeMomentCursor(filter.after)
  const scope = scopeOf(filter.scope, actor)
  const values: unknown[] = [...scope.values]
  const kind = filter.kind ? ` and c.kind = $${values.push(filter.kind)}` : ''
  const counted = await db.query(
    `select ${GROUP} as grp, count(*)::int as n from ask a ${filter.kind ? 'join cases c on c.id = a.case_id' : ''} where ${scope.sql}${kind} group by 1`,
    values,
  )
  const after = cursor ? ` and (a.due_at, a.id) > ($${values.push(cursor.at)}::timestamptz, $${values.push(cursor.id)}::uuid)` : ''
  const { rows } = await db.query<AskRecord & { grp: DeskGroup }>(
    `select a.id, a.stream_id, a.stream_type, a.version, a.act, a.title, a.case_id, c.kind, c.number, c.title as case_title, a.asker_id, a.agency_id,
       a.verb, a.officer_id, a.due_at::text as due, a.soon_at::text as soon, a.since, ${GROUP} as grp
     from ask a join cases c on c.id = a.case_id where ${scope.sql}${kind}${after} order by a.due_at, a.id limit ${PAGE + 1}`,
    values,
  )
  const readings = await readingsDue(db, actor, GROUP, filter.kind, cursor)
  const owed = [...rows, ...readings.rows].sort(byDue)
  const page = owed.slice(0, PAGE)
  const last = page.at(-1)
  const counts: DeskView['counts'] = { overdue: 0, today: 0, week: 0, later: 0 }
  for (const row of [...counted.rows, ...readings.counts]) counts[row.grp as DeskGroup] += row.n
  const now = new Date()
  const officer = await officerRefs(db, page.map((row) => row.officer_id))
  return {
    rows: page.map((row) => deskRow(row, names, officer, now)),
    counts,
    next: owed.length > PAGE && last ? encodeCursor([last.due, last.id]) : null,
    at: now.toISOString(),
  }
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

/** How many ids of streams one waiting row carries, for acting on all of them at once. */
const MOST_STREAMS = 200

/** What the agency waits for from others; where many owe the same in one case they stand in one row. Soonest first. */
export const readWaiting = async (db: Reader, actor: Actor, names: AgencyNames, after: string | undefined): Promise<WaitingView> => {
  const cursor = decodeMomentCursor(after)
  const { rows } = await db.query(
    `with mine as materialized (select a.* from ask a where a.asker_id = $1 and a.agency_id <> $1),
       grouped as (select case_id, act, title, due_at, min(soon_at) as soon_at, count(*)::int as n, min(id::text)::uuid as id,
         (array_agg(agency_id order by agency_id))[1:3] as agency_ids, (array_agg(stream_id order by stream_id))[1:${MOST_STREAMS}] as stream_ids
         from mine group by case_id, act, title, due_at)
     select g.*, g.due_at::text as due, g.soon_at::text as soon, c.number, (select count(*)::int from mine) as total,
       (select count(*)::int from mine where due_at < now()) as overdue
     from grouped g join cases c on c.id = g.case_id
     where $2::timestamptz is null or (g.due_at, g.id) > ($2::timestamptz, $3::uuid) order by g.due_at, g.id limit ${PAGE + 1}`,
    [actor.agencyId, cursor?.at ?? null, cursor?.id ?? null],
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  const now = new Date()
  return {
    rows: page.map(
      (row): WaitingRow => ({
        caseId: row.case_id,
        caseNumber: row.number,
        title: row.title,
        agencies: row.agency_ids.map((id: string) => names.ref(id)),
        count: row.n,
        act: row.act,
        clock: askClock(row.due, row.soon, now),
        streamIds: row.stream_ids,
      }),
    ),
    total: rows[0]?.total ?? 0,
    overdue: rows[0]?.overdue ?? 0,
    next: rows.length > PAGE && last ? encodeCursor([last.due, last.id]) : null,
  }
}
