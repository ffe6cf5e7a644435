import { encodeCursor } from '../../src/kernel/cases/reads/cursor.ts'
import { PROGRESS_CASE, TIMELINE_CASE } from '../data/plan.ts'
import { type Bench, measure, Officer, type Viewer } from '../bench.ts'
import { asSubjects } from '../load/bare.ts'

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
      bare: bareList(viewer),
    })
    const hundredth = await cursorAt(bench, viewer.agencyId, 99)
    const paths: [string, string][] = [
      ...(hundredth ? [['page 100', `/api/cases?after=${hundredth}`] as [string, string]] : []),
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

/** A case by its id, its timeline, and the progress of a directive to 200 agencies. */
export const measureCases = async (bench: Bench): Promise<void> => {
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const { rows } = await bench.system.query('select case_id from feed where subject_id = $1 order by updated_at desc limit 3000', [
    viewer.agencyId,
  ])
  const ids = rows.map((row) => row.case_id as string).filter((id) => id !== TIMELINE_CASE && id !== PROGRESS_CASE)
  const officer = new Officer(bench, viewer.cookie)
  const idOf = (n: number) => ids[(n * 7) % ids.length] as string
  await measure(bench, {
    name: 'read a case',
    show: 'p95',
    product: (lane, n) => officer.get(lane, `/api/cases/${idOf(n)}`),
    bare: {
      role: 'app_read',
      statements: (n) => [
        asSubjects(viewer.agencyId, viewer.officerId),
        {
          name: 'case',
          text: `select c.*, f.role, s.before_at from cases c left join feed f on f.case_id = c.id and f.subject_id = $2
            left join last_seen s on s.case_id = c.id and s.officer_id = $3 where c.id = $1`,
          values: [idOf(n), viewer.agencyId, viewer.officerId],
        },
        {
          name: 'stream',
          text: 'select s.*, stream_tail(s.id, s.snapshot_version) as tail from stream s where s.id = $1',
          values: [idOf(n)],
        },
        { name: 'key', text: 'select wrapped from vault.seal_key where case_id = $1', values: [idOf(n)] },
        {
          name: 'parties',
          text: 'select agency_id, role, valid_from, valid_until from party where case_id = $1 limit 200',
          values: [idOf(n)],
        },
      ],
    },
  })
  await measure(bench, {
    name: 'progress of 200 agencies',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${PROGRESS_CASE}/progress`),
  })
  await measure(bench, {
    name: 'table of 200 agencies',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${PROGRESS_CASE}/fulfilments`),
  })
  await measure(bench, {
    name: 'timeline of 5,000, its owner',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${TIMELINE_CASE}/timeline`),
    bare: {
      role: 'app_read',
      statements: () => [
        asSubjects(viewer.agencyId, viewer.officerId),
        {
          name: 'timeline',
          text: `select e.*, s.type as stream_type from event e join stream s on s.id = e.stream_id where e.case_id = $1 order by e.seq desc limit 51`,
          values: [TIMELINE_CASE],
        },
      ],
    },
  })
  officer.close()
  const { rows: leads } = await bench.system.query('select agency_id from fulfilment where case_id = $1 order by agency_id limit 1', [
    TIMELINE_CASE,
  ])
  const lead = bench.world.agencies.find((one) => one.id === leads[0]?.agency_id)
  if (!lead) return
  const one = new Officer(bench, await bench.cookieOf(lead.officerId))
  await measure(bench, {
    name: 'timeline of 5,000, one who sees 20',
    show: 'p95',
    product: (lane) => one.get(lane, `/api/cases/${TIMELINE_CASE}/timeline`),
  })
  one.close()
}
