import { encodeCursor } from '../../src/kernel/cases/reads/cursor.ts'
import { type Bench, Officer, type Viewer } from '../bench.ts'
import { asSubjects } from '../load/bare.ts'
import { PACKED } from '../load/http.ts'
import { asBrowser, measure } from '../load/measure.ts'

const CASE_COLUMNS =
  'c.id, c.kind, c.number, c.title, c.status, c.owner_agency_id, f.role, c.document_date, f.updated_at::text as at, c.fields'
/** The bare side of a list page: rows and their progress in one statement, ordered by the index. */
const bareList = (viewer: Viewer) => ({
  role: 'app_read',
  statements: () => [
    asSubjects(viewer.agencyId, viewer.officerId),
    {
      name: 'list',
      text: `with newest as materialized (select f.* from feed f where f.subject_id = $1 and f.status <> 'discarded' order by f.updated_at desc, f.case_id desc limit 51)
        select ${CASE_COLUMNS}, p.* from newest f join cases c on c.id = f.case_id left join case_progress((select array_agg(case_id) from newest)) p on p.case_id = c.id
        order by f.updated_at desc, f.case_id desc`,
      values: [viewer.agencyId],
    },
  ],
})

const cursorAt = async (bench: Bench, agencyId: string, page: number): Promise<string | null> => {
  const { rows } = await bench.system.query(
    'select updated_at::text as at, case_id from feed where subject_id = $1 order by updated_at desc, case_id desc offset $2 limit 1',
    [agencyId, page * 50 - 1],
  )
  return rows[0] ? encodeCursor([rows[0].at, rows[0].case_id]) : null
}

/** Lists: first and hundredth page, with and without filters, for agencies of every share. */
export const measureLists = async (bench: Bench): Promise<void> => {
  for (const viewer of bench.viewers) {
    const officer = new Officer(bench, viewer.cookie)
    const more = { cases: viewer.cases }
    await measure(bench, {
      name: `list first page, ${viewer.share}`,
      show: 'p95',
      more,
      product: (lane) => officer.get(lane, '/api/cases'),
      ...asBrowser(`list first page, ${viewer.share}`, (lane) => officer.get(lane, '/api/cases', PACKED)),
      bare: bareList(viewer),
    })
    const hundredth = await cursorAt(bench, viewer.agencyId, 99)
    const paths: [string, string][] = [
      ...(hundredth
        ? ([
            ['page 100', `/api/cases?after=${hundredth}`],
            ['status, from page 100', `/api/cases?status=issued&after=${hundredth}`],
          ] as [string, string][])
        : []),
      ['status', '/api/cases?status=issued'],
      ['kind and status', '/api/cases?kind=directive&status=draft'],
      ['role', '/api/cases?role=lead'],
      ['role that is rare', '/api/cases?role=adviser'],
      ['days', '/api/cases?from=2025-01-01&until=2025-01-31&status=closed'],
    ]
    for (const [what, path] of paths)
      await measure(bench, { name: `list ${what}, ${viewer.share}`, show: 'p95', product: (lane) => officer.get(lane, path) })
    officer.close()
  }
}

/** The desk and what the agency waits for. */
export const measureDesk = async (bench: Bench): Promise<void> => {
  for (const viewer of bench.viewers) {
    const officer = new Officer(bench, viewer.cookie)
    await measure(bench, {
      name: `desk, ${viewer.share}`,
      show: 'p95',
      product: (lane) => officer.get(lane, '/api/desk'),
      bare: {
        role: 'app_read',
        statements: () => [
          asSubjects(viewer.agencyId, viewer.officerId),
          {
            name: 'desk',
            text: `select a.*, c.kind, c.number, c.title as case_title from ask a join cases c on c.id = a.case_id where a.agency_id = $1
              and (a.officer_id = $2 or (a.officer_id is null and (a.unit_id is null or a.unit_id = $1))) order by a.due_at, a.id limit 51`,
            values: [viewer.agencyId, viewer.officerId],
          },
          {
            name: 'counts',
            text: `select count(*) filter (where due_at < now()) as overdue, count(*) as total from ask a where a.agency_id = $1
              and (a.officer_id = $2 or (a.officer_id is null and (a.unit_id is null or a.unit_id = $1)))`,
            values: [viewer.agencyId, viewer.officerId],
          },
        ],
      },
    })
    await measure(bench, {
      name: `desk of the agency, ${viewer.share}`,
      show: 'p95',
      product: (lane) => officer.get(lane, '/api/desk?scope=agency'),
    })
    await measure(bench, { name: `desk waiting, ${viewer.share}`, show: 'p95', product: (lane) => officer.get(lane, '/api/desk/waiting') })
    await measure(bench, {
      name: `notifications, ${viewer.share}`,
      show: 'p95',
      product: (lane) => officer.get(lane, '/api/notifications'),
    })
    officer.close()
  }
}
