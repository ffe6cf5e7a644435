import type { Reader } from '../../access/reader.ts'
import type { Actor } from '../../access/actor.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import type { CaseListView, CaseRow } from '../../http/views.ts'
import { decodeMomentCursor, encodeCursor, PAGE } from './cursor.ts'

export type CaseFilter = {
  kind?: string | undefined
  status?: string | undefined
  role?: string | undefined
  /** Days in Viet Nam of the last change, both included. */
  from?: string | undefined
  until?: string | undefined
  after?: string | undefined
}

type Row = {
  id: string
  kind: string
  number: string
  title: string
  status: string
  owner_agency_id: string
  role: CaseRow['role']
  document_date: string | null
  at: string
  fields: Record<string, unknown>
}

/** Cases the actor's agency is concerned with, newest change first, a page at a time. */
export const listCases = async (db: Reader, actor: Actor, names: AgencyNames, filter: CaseFilter): Promise<CaseListView> => {
  const cursor = decodeMomentCursor(filter.after)
  const where = ['f.subject_id = $1']
  const values: unknown[] = [actor.agencyId]
  const and = (sql: string, ...given: unknown[]) => where.push(sql.replace(/\?/g, () => `$${values.push(given.shift())}`))
  if (filter.kind) and('f.kind = ?', filter.kind)
  // A draft that was discarded is shown only to who asks for it by status.
  if (filter.status) and('f.status = ?', filter.status)
  else where.push(`f.status <> 'discarded'`)
  if (filter.role) and('f.role = ?', filter.role)
  if (filter.from) and(`f.updated_at >= ?::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`, filter.from)
  if (filter.until) and(`f.updated_at < (?::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`, filter.until)
  if (cursor) and('(f.updated_at, f.case_id) < (?::timestamptz, ?::uuid)', cursor.at, cursor.id)
  const { rows } = await db.query<Row>(
    `select c.id, c.kind, c.number, c.title, c.status, c.owner_agency_id, f.role, c.document_date, f.updated_at::text as at, c.fields
     from feed f join cases c on c.id = f.case_id where ${where.join(' and ')}
     order by f.updated_at desc, f.case_id desc limit ${PAGE + 1}`,
    values,
  )
  const page = rows.slice(0, PAGE)
  const progress = await progressOf(db, page.map((row) => row.id))
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      status: row.status,
      owner: names.ref(row.owner_agency_id),
      role: row.role,
      documentDate: row.document_date,
      updatedAt: new Date(row.at).toISOString(),
      fields: row.fields,
      progress: progress.get(row.id) ?? null,
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.at, last.id]) : null,
  }
}

/** Most fulfilments of one case that a list row counts exactly. */
const COUNTED = 5000

/** Counted when read, over the fulfilments of these cases that the actor may see; work handed on inside an agency does not count twice. */
const progressOf = async (db: Reader, caseIds: string[]): Promise<Map<string, NonNullable<CaseRow['progress']>>> => {
  if (!caseIds.length) return new Map()
  const { rows } = await db.query(
    `select i.case_id, p.* from unnest($1::uuid[]) i(case_id) cross join lateral (
       select count(*) filter (where s in ('done-in-time', 'done-late'))::int as done, count(*) filter (where s <> 'cancelled')::int as total,
         count(*) filter (where s = 'overdue')::int as overdue
       from (select deadline_status(state, due_at, soon_at, submitted_at, now()) as s from fulfilment
         where case_id = i.case_id and parent_id is null limit ${COUNTED}) x) p where p.total > 0`,
    [caseIds],
  )
  return new Map(rows.map((row) => [row.case_id, { done: row.done, total: row.total, overdue: row.overdue }]))
}
