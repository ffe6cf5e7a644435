import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import { officerRef, officerTitle } from '../agencies/officer-refs.ts'
import { sortByName } from '../agencies/name-order.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { decodeCursor, encodeCursor, isId, PAGE } from '../cases/reads/cursor.ts'
import { problem } from '../problems/catalogue.ts'
import { type ClockRow, fulfilmentClock } from '../cases/reads/clocks.ts'
import type { ClockView, DeadlineStatus, FulfilmentListView, FulfilmentView, OfficerRef, ProgressView } from '../http/views.ts'

export type FulfilmentFilter = {
  assignment?: string | undefined
  agency?: string | undefined
  status?: string | undefined
  /** Those of the reader's agency alone, what was handed on to it by another's among them. */
  own?: '1' | undefined
  after?: string | undefined
}

export type FulfilmentRow = {
  id: string
  case_id: string
  assignment_id: string
  ordinal: number
  parent_id: string | null
  agency_id: string
  asker_id: string
  shape: FulfilmentView['shape']
  title: string
  state: string
  due_at: Date | null
  soon_at: Date | null
  accepted_at: Date | null
  submitted_at: Date | null
  confirmed_at: Date | null
  extension_asked: boolean
  officer_id: string | null
  unit_id: string | null
  version: number
}

type ListedRow = FulfilmentRow & { done: number; total: number; files: number; officer_title: string | null }

const COLUMNS = `f.id, f.case_id, f.assignment_id, f.ordinal, f.parent_id, f.agency_id, f.asker_id, f.shape, f.title, f.state, f.due_at, f.soon_at,
  f.accepted_at, f.submitted_at, f.confirmed_at, f.extension_asked, f.officer_id, f.unit_id, f.version`

const STATUS = 'deadline_status(f.state, f.due_at, f.soon_at, f.submitted_at, now())'

/** A row as screens read it; to whom it was handed inside is for the agency itself. `children` and `fileCount` are counted for the rows of one page. */
export const fulfilmentView = (
  row: FulfilmentRow,
  reader: Actor,
  names: AgencyNames,
  officer: (id: string) => OfficerRef,
  now: Date,
  counts?: { done: number; total: number; files: number },
): FulfilmentView => ({
  id: row.id,
  caseId: row.case_id,
  assignmentId: row.assignment_id,
  ordinal: row.ordinal,
  parentId: row.parent_id,
  agency: names.ref(row.agency_id),
  asker: names.ref(row.asker_id),
  title: row.title,
  shape: row.shape,
  state: row.state,
  clock: fulfilmentClock(row, now),
  acceptedAt: row.accepted_at?.toISOString() ?? null,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  confirmedAt: row.confirmed_at?.toISOString() ?? null,
  extensionAsked: row.extension_asked,
  officer: row.officer_id && row.agency_id === reader.agencyId ? officer(row.officer_id) : null,
  unit: row.unit_id && row.agency_id === reader.agencyId ? names.ref(row.unit_id) : null,
  children: counts?.total ? { done: counts.done, total: counts.total } : null,
  fileCount: counts?.files ?? 0,
  version: row.version,
})

/** Children and files of these fulfilments that the reader may see. */
export const countsOf = async (db: Reader, ids: string[]): Promise<Map<string, { done: number; total: number; files: number }>> => {
  if (!ids.length) return new Map()
  const { rows } = await db.query('select * from beside_fulfilments($1)', [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those directly under a case; sight of all of it is looked up once, not for every row. */
const ALL = `fulfilments_page($1, $2, $3, $4, $5, $6, $7, ${PAGE + 1})`
/** The few of one agency, under whatever they stand. */
const OWN = `(select * from fulfilment f where f.case_id = $1 and f.agency_id = $8::uuid and ($2::uuid is null or f.assignment_id = $2)
  and ($3::uuid is null or f.agency_id = $3) and ($4::text is null or ${STATUS} = $4)
  and ($5::int is null or (f.ordinal, f.agency_id, f.id) > ($5, $6::uuid, $7::uuid)) order by f.ordinal, f.agency_id, f.id limit ${PAGE + 1})`

/** Fulfilments of a case in order of the assignments, those that the reader may see, a page at a time. */
export const listFulfilments = async (
  db: Reader,
  reader: Actor,
  names: AgencyNames,
  caseId: string,
  filter: FulfilmentFilter,
): Promise<FulfilmentListView> => {
  const cursor = decodeCursor(filter.after, 3)
  if (cursor && !(/^\d{1,9}$/.test(cursor[0] ?? '') && isId(cursor[1]) && isId(cursor[2]))) throw problem('bad-input', { path: 'after' })
  const { assignment = null, agency = null, status = null } = filter
  const values = [caseId, assignment, agency, status, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? null]
  const { rows } = await db.query<ListedRow>(
    `with page as materialized (select ${COLUMNS} from ${filter.own ? OWN : ALL} f)
     select p.*, b.total, b.done, b.files, ${officerTitle('p.officer_id')} as officer_title
     from page p join beside_fulfilments((select array_agg(id) from page)) b on b.id = p.id order by p.ordinal, p.agency_id, p.id`,
    filter.own ? [...values, reader.agencyId] : values,
  )
  const page = rows.slice(0, PAGE)
  const now = new Date()
  const last = page.at(-1)
  return {
    rows: page.map((row) => fulfilmentView(row, reader, names, (id) => officerRef(id, row.officer_title), now, row)),
    next: rows.length > PAGE && last ? encodeCursor([last.ordinal, last.agency_id, last.id]) : null,
  }
}

const DONE: ReadonlySet<DeadlineStatus> = new Set(['done-in-time', 'done-late'])

/** Those that a limit still presses; the rest are done, taken back or wait for the asker. */
const PRESSED = ['assigned', 'accepted', 'in-progress', 'returned']

/** The nearest limit that still runs, else the one longest overdue. */
const NEXT = `select f.state, f.due_at, f.soon_at, f.submitted_at, f.confirmed_at from seen f where f.state = any ($2) and f.due_at is not null
  order by f.due_at <= now(), f.due_at limit 1`

const nextClock = (row: Record<keyof ClockRow, string | null>): ClockView => {
  const date = (text: string | null) => (text === null ? null : new Date(text))
  const { state, due_at, soon_at, submitted_at, confirmed_at } = row
  const dates = { due_at: date(due_at), soon_at: date(soon_at), submitted_at: date(submitted_at), confirmed_at: date(confirmed_at) }
  return fulfilmentClock({ state: state ?? '', ...dates }, new Date())
}

/**
 * How far each assignment and, where wanted, each agency is, counted over the fulfilments the reader may see. Cancelled ones do not count in
 * totals. Thousands of agencies are a long answer, which a screen that shows assignments does not need.
 */
export const readProgress = async (db: Reader, names: AgencyNames, caseId: string, { byAgency = true } = {}): Promise<ProgressView> => {
  const { rows } = await db.query(
    `with seen as materialized (select f.assignment_id, f.ordinal, f.title, f.shape, f.agency_id, f.state, f.due_at, f.soon_at, f.submitted_at, f.confirmed_at,
       f.accepted_at, ${STATUS} as status from fulfilments_under($1) f)
     select ${byAgency ? 'grouping(agency_id)::int' : '1'} as by_assignment, assignment_id, min(ordinal) as ordinal, min(title) as title,
       min(shape) as shape, ${byAgency ? 'agency_id' : 'null::uuid as agency_id'}, status, count(*)::int as n, count(accepted_at)::int as accepted, min(due_at) as due_at,
       null::json as next
     from seen group by grouping sets ((assignment_id, status)${byAgency ? ', (agency_id, status)' : ''})
     union all select null, null, null, null, null, null, null, 0, 0, null, row_to_json(n) from (${NEXT}) n`,
    [caseId, PRESSED],
  )
  let next: ClockView | null = null
  let accepted = 0
  const assignments = new Map<string, ProgressView['assignments'][number]>()
  const agencies = new Map<string, ProgressView['agencies'][number]>()
  const totals: ProgressView['totals'] = {}
  for (const row of rows) {
    if (row.next) {
      next = nextClock(row.next)
      continue
    }
    const status = row.status as DeadlineStatus
    const counted = status === 'cancelled' ? 0 : row.n
    if (row.by_assignment) {
      const entry = assignments.get(row.assignment_id) ?? {
        assignmentId: row.assignment_id,
        ordinal: row.ordinal,
        title: row.title,
        shape: row.shape,
        counts: {},
        total: 0,
        done: 0,
        dueAt: null,
      }
      add(entry, status, row.n, counted)
      const due = (row.due_at as Date | null)?.toISOString() ?? null
      if (due && (!entry.dueAt || due < entry.dueAt)) entry.dueAt = due
      assignments.set(row.assignment_id, entry)
      totals[status] = (totals[status] ?? 0) + row.n
      if (status !== 'cancelled') accepted += row.accepted
    } else {
      const entry = agencies.get(row.agency_id) ?? { agency: names.ref(row.agency_id), counts: {}, total: 0, done: 0 }
      add(entry, status, row.n, counted)
      agencies.set(row.agency_id, entry)
    }
  }
  return {
    totals,
    accepted,
    next,
    assignments: [...assignments.values()].sort((a, b) => a.ordinal - b.ordinal),
    agencies: sortByName([...agencies.values()], (one) => one.agency.shortName),
    at: new Date().toISOString(),
  }
}

const add = (
  entry: { counts: Partial<Record<DeadlineStatus, number>>; total: number; done: number },
  status: DeadlineStatus,
  n: number,
  counted: number,
) => {
  entry.counts[status] = (entry.counts[status] ?? 0) + n
  entry.total += counted
  if (DONE.has(status)) entry.done += n
}
