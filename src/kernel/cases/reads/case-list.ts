import { inOrder, type Reader } from '../../access/reader.ts'
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
  /** Counted when read, over the fulfilments the reader may see. */
  done: number
  total: number | null
  overdue: number
}

/** Rows of the agency's feed in the order of the list; `where` narrows them further. */
const page = (where: string[]): string =>
  `select f.case_id, f.role, f.updated_at from feed f where ${where.join(' and ')} order by f.updated_at desc, f.case_id desc limit ${PAGE + 1}`

/**
 * An agency has few combinations of kind, status and role, and one index holds each of them in the order of the list. So a filtered page is
 * merged from the newest of each combination that passes, however rare it is.
 */
const facets = (given: string[], where: string[]): string =>
  `with recursive facet as (
     (select f.kind, f.status, f.role from feed f where f.subject_id = $1 order by 1, 2, 3 limit 1)
     union all
     select n.* from facet t cross join lateral (select f.kind, f.status, f.role from feed f
       where f.subject_id = $1 and (f.kind, f.status, f.role) > (t.kind, t.status, t.role) order by 1, 2, 3 limit 1) n)
   select p.* from (select * from facet f where ${given.join(' and ')}) t cross join lateral (${page([...where, 'f.kind = t.kind', 'f.status = t.status', 'f.role = t.role'])}) p
   order by p.updated_at desc, p.case_id desc limit ${PAGE + 1}`

/** Cases the actor's agency is concerned with, newest change first, a page at a time. */
export const listCases = async (db: Reader, actor: Actor, names: AgencyNames, filter: CaseFilter): Promise<CaseListView> => {
  const cursor = decodeMomentCursor(filter.after)
  const values: unknown[] = [actor.agencyId]
  const given: string[] = []
  if (filter.kind) given.push(`f.kind = $${values.push(filter.kind)}`)
  if (filter.role) given.push(`f.role = $${values.push(filter.role)}`)
  const filtered = given.length > 0 || filter.status !== undefined
  // A draft that was discarded is shown only to who asks for it by status.
  given.push(filter.status ? `f.status = $${values.push(filter.status)}` : `f.status <> 'discarded'`)
  const where = ['f.subject_id = $1']
  if (filter.from) where.push(`f.updated_at >= $${values.push(filter.from)}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (filter.until) where.push(`f.updated_at < ($${values.push(filter.until)}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`)
  if (cursor) where.push(`(f.updated_at, f.case_id) < ($${values.push(cursor.at)}::timestamptz, $${values.push(cursor.id)}::uuid)`)
  const ordered = inOrder(db)
  const asked = db.query<Row>(
    `with newest as materialized (${filtered ? facets(given, where) : page([...where, ...given])})
     select c.id, c.kind, c.number, c.title, c.status, c.owner_agency_id, f.role, c.document_date, f.updated_at::text as at, c.fields, p.done, p.total, p.overdue
     from newest f cross join lateral (select * from cases c where c.id = f.case_id offset 0) c left join case_progress((select array_agg(case_id) from newest)) p on p.case_id = c.id
     order by f.updated_at desc, f.case_id desc`,
    values,
  )
  const [, { rows }] = await Promise.all([ordered, asked])
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    rows: shown.map((row) => ({
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
      progress: row.total ? { done: row.done, total: row.total, overdue: row.overdue } : null,
    })),
    next: rows.length > PAGE && last ? encodeCursor([last.at, last.id]) : null,
  }
}
