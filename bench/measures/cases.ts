import { PROGRESS_CASE, TIMELINE_CASE } from '../data/plan.ts'
import { type Bench, Officer, type Viewer } from '../bench.ts'
import { asSubjects, type Statement } from '../load/bare.ts'
import { asBrowser, measure } from '../load/measure.ts'
import { PACKED } from '../load/http.ts'

/** So many cases are read again and again, as an office does that works on them. */
const AT_WORK = 500

const NEWEST = 'order by e.seq desc limit 51'
const COLUMNS =
  'f.assignment_id, f.ordinal, f.title, f.shape, f.agency_id, f.state, f.due_at, f.soon_at, f.submitted_at, f.confirmed_at, f.accepted_at'

/** What a case page is made of: header, snapshot and the events after it, key, parties; each row under its policy. */
const caseRows = ({ agencyId, officerId }: Viewer, id: string): Statement[] => [
  asSubjects(agencyId, officerId),
  {
    name: 'case',
    text: `select c.*, f.role, s.before_at from cases c left join feed f on f.case_id = c.id and f.subject_id = $2
      left join last_seen s on s.case_id = c.id and s.officer_id = $3 where c.id = $1`,
    values: [id, agencyId, officerId],
  },
  { name: 'stream', text: 'select * from stream where id = $1', values: [id] },
  {
    name: 'tail',
    text: 'select * from event where stream_id = $1 and version > (select snapshot_version from stream where id = $1) order by version',
    values: [id],
  },
  { name: 'key', text: 'select wrapped from vault.seal_key where case_id = $1', values: [id] },
  { name: 'parties', text: 'select agency_id, role, valid_from, valid_until from party where case_id = $1 limit 200', values: [id] },
]

/** Cases of an agency: those that changed last, or all in no order (their ids follow the time: neighbours would be read from the same pages). */
const idsOf = async (bench: Bench, { agencyId }: Viewer, most: number, order: 'newest' | 'any'): Promise<string[]> => {
  const by = order === 'newest' ? 'updated_at desc' : 'hashtext(case_id::text), case_id'
  const { rows } = await bench.system.query(`select case_id from feed where subject_id = $1 order by ${by} limit $2`, [agencyId, most])
  return rows.map((row) => row.case_id as string).filter((id) => id !== TIMELINE_CASE && id !== PROGRESS_CASE)
}

const viewerOf = (bench: Bench, share: string): Viewer => bench.viewers.find((one) => one.share === share) as Viewer

/** A case by its id: one of those at work, and one that nobody read before (as far as there are so many). */
const measureCase = async (bench: Bench, name: string, viewer: Viewer, ids: string[], browser = false): Promise<void> => {
  const officer = new Officer(bench, viewer.cookie)
  const idOf = (n: number) => ids[n % ids.length] as string
  await measure(bench, {
    name,
    show: 'p95',
    more: { cases: ids.length },
    product: (lane, n) => officer.get(lane, `/api/cases/${idOf(n)}`),
    ...(browser ? asBrowser(name, (lane, n) => officer.get(lane, `/api/cases/${idOf(n)}`, PACKED)) : {}),
    bare: { role: 'app_read', statements: (n) => caseRows(viewer, idOf(n)) },
  })
  officer.close()
}

/** Cases by id, the progress of a directive to 200 agencies, and the timeline of a case with 5,000 events. */
export const measureCases = async (bench: Bench): Promise<void> => {
  const viewer = viewerOf(bench, 'committee')
  await measureCase(bench, 'read a case', viewer, await idsOf(bench, viewer, AT_WORK, 'newest'), true)
  const all = viewerOf(bench, 'all')
  await measureCase(bench, 'read a case, each once', all, await idsOf(bench, all, 400_000, 'any'))
  const officer = new Officer(bench, viewer.cookie)
  const as = asSubjects(viewer.agencyId, viewer.officerId)
  await measure(bench, {
    name: 'progress of 200 agencies',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${PROGRESS_CASE}/progress`),
    bare: {
      role: 'app_read',
      statements: () => [as, { name: 'progress', text: `select ${COLUMNS} from fulfilments_under($1) f`, values: [PROGRESS_CASE] }],
    },
  })
  await measure(bench, {
    name: 'table of 200 agencies',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${PROGRESS_CASE}/fulfilments`),
    bare: {
      role: 'app_read',
      statements: () => [
        as,
        {
          name: 'table',
          text: 'select * from fulfilment where case_id = $1 and parent_id is null order by ordinal, agency_id, id limit 51',
          values: [PROGRESS_CASE],
        },
      ],
    },
  })
  await measure(bench, {
    name: 'timeline of 5,000, its owner',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${TIMELINE_CASE}/timeline`),
    bare: {
      role: 'app_read',
      statements: () => [as, { name: 'timeline', text: `select * from event e where e.case_id = $1 ${NEWEST}`, values: [TIMELINE_CASE] }],
    },
  })
  officer.close()
  await measureOnePart(bench)
}

/** The same timeline for an agency that sees twenty events of it. */
const measureOnePart = async (bench: Bench): Promise<void> => {
  const { rows: leads } = await bench.system.query('select agency_id from fulfilment where case_id = $1 order by agency_id limit 1', [
    TIMELINE_CASE,
  ])
  const lead = bench.world.agencies.find((one) => one.id === leads[0]?.agency_id)
  if (!lead) return
  const officer = new Officer(bench, await bench.cookieOf(lead.officerId))
  await measure(bench, {
    name: 'timeline of 5,000, one who sees 20',
    show: 'p95',
    product: (lane) => officer.get(lane, `/api/cases/${TIMELINE_CASE}/timeline`),
    bare: {
      role: 'app_read',
      statements: () => [
        asSubjects(lead.id, lead.officerId),
        {
          name: 'part',
          text: `select e.* from (select distinct stream_id from visible where case_id = $1 and subject_id = $2) v cross join lateral
            (select * from event e where e.stream_id = v.stream_id order by e.version desc limit 51) e ${NEWEST}`,
          values: [TIMELINE_CASE, lead.id],
        },
      ],
    },
  })
  officer.close()
}
