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

/**
 * All that was ever done for the clauses of an agreement and that the reader may see: entries, results of work that a clause gave rise to,
 * and days of tied cases. Returned and withdrawn ones are left out, and so is what was handed on inside an agency. Sight of a case is looked up once,
 * not for each thing done in it.
 */
export const evidenceRows = async (db: Reader, caseId: string): Promise<EvidenceRow[]> => {
  const { rows } = await db.query<EvidenceRow>(
    `select e.kind, e.clause_id as "clauseId", e.id, e.on_day::text as "on", e.title, e.agency_id as "agencyId", e.state, e.case_id as "caseId",
       e.stream_id as "streamId", e.results
     from agreement_evidence($1) e order by e.on_day, e.id`,
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
       from (select *, deadline_status(state, due_at, soon_at, submitted_at, now()) as status from fulfilments_under($1)) f
       group by f.assignment_id) s
     cross join lateral (select l.label from link l where l.to_id = s."assignmentId" and l.from_case = $1 and l.what = 'assignment' offset 0) l
     where s.total > s.done order by s.ordinal`,
    [caseId],
  )
  return rows
}
