import type { Reader } from '../../kernel/access/reader.ts'

/**
 * One thing done for a clause on a day. kind 'case': what happened in a tied case on that day, `results` of it (0: it was issued that day);
 * the days of one case make one item of a period.
 */
export type EvidenceRow = {
  kind: 'fulfilment' | 'case' | 'evidence'
  clauseId: string
  /** Id of the submission, of the tied case, or of the entry. */
  id: string
  /** ISO date. */
  on: string
  title: string
  agencyId: string
  state: 'recorded' | 'submitted' | 'confirmed'
  caseId: string
  /** The fulfilment, the tied case, or the agreement itself. */
  streamId: string
  results: number
}

const COUNTS = `e.state in ('recorded', 'submitted', 'confirmed')`

/**
 * All that was ever done for the clauses of an agreement and that the reader may see: entries, results of work that a clause gave rise to,
 * and days of tied cases. Returned and withdrawn ones are left out, and so is what was handed on inside an agency.
 */
export const evidenceRows = async (db: Reader, caseId: string): Promise<EvidenceRow[]> => {
  const { rows } = await db.query<EvidenceRow>(
    `select 'evidence' as kind, e.label as "clauseId", e.id, e.on_day::text as "on", e.title, e.agency_id as "agencyId", e.state, e.case_id as "caseId",
       e.stream_id as "streamId", 1 as results
     from evidence e where e.case_id = $1 and e.label is not null and ${COUNTS}
     union all
     select 'fulfilment', l.label, e.id, e.on_day::text, e.title, e.agency_id, e.state, e.case_id, e.stream_id, 1
     from link l join evidence e on e.case_id = l.from_case and e.assignment_id = l.to_id
     where l.from_case = $1 and l.what = 'assignment' and ${COUNTS}
     union all
     select 'case', l.label, c.id, d.on_day::text, c.number || ': ' || c.title, c.owner_agency_id, 'recorded', c.id, c.id, d.n
     from link l join cases c on c.id = l.to_id cross join lateral (
       select c.document_date as on_day, 0 as n where c.document_date is not null and c.status not in ('draft', 'discarded')
       union all
       select e.on_day, count(*)::int from evidence e where e.case_id = c.id and ${COUNTS} group by e.on_day) d
     where l.from_case = $1 and l.what = 'case' and l.until = 'infinity'
     order by 4, 3`,
    [caseId],
  )
  return rows
}

export type RunningRow = { assignmentId: string; clauseId: string; title: string; done: number; total: number; overdue: number }

/** Work that runs for the clauses now, counted over the fulfilments the reader may see. */
export const runningRows = async (db: Reader, caseId: string): Promise<RunningRow[]> => {
  const { rows } = await db.query<RunningRow>(
    `select s.*, l.label as "clauseId" from (
       select f.assignment_id as "assignmentId", min(f.ordinal) as ordinal, min(f.title) as title,
         (count(*) filter (where f.status in ('done-in-time', 'done-late')))::int as done,
         (count(*) filter (where f.status <> 'cancelled'))::int as total, (count(*) filter (where f.status = 'overdue'))::int as overdue
       from (select *, deadline_status(state, due_at, soon_at, submitted_at, now()) as status from fulfilment
         where case_id = $1 and parent_id is null) f
       group by f.assignment_id) s
     join link l on l.from_case = $1 and l.what = 'assignment' and l.to_id = s."assignmentId"
     where s.total > s.done order by s.ordinal`,
    [caseId],
  )
  return rows
}
