import { toTsquery } from '../../src/kernel/search/query.ts'
import { type Bench, Officer, report, type Viewer } from '../bench.ts'
import { queriesOf } from './search.ts'

const PAGE = 50

type Page = { cases: { caseId: string }[] } | { rows: { id: string }[] }

/** What an agency's first page must hold: its cases by their last change, those alone that hold the words. */
const expected = async (bench: Bench, viewer: Viewer, typed: string | null): Promise<string[]> => {
  const { rows } = typed
    ? await bench.system.query(
        `select d.case_id as id from search_doc d join feed f on f.case_id = d.case_id and f.subject_id = $1 where d.tsv @@ $2::tsquery
         order by f.updated_at desc, f.case_id desc limit $3`,
        [viewer.agencyId, toTsquery(typed), PAGE],
      )
    : await bench.system.query(
        `select case_id as id from feed where subject_id = $1 and status <> 'discarded' order by updated_at desc, case_id desc limit $2`,
        [viewer.agencyId, PAGE],
      )
  return rows.map((row) => row.id as string)
}

/** Whether lists and searches answer all that they should, the newest first: beside what the tables hold, asked without any of the product's functions. */
export const measureRight = async (bench: Bench): Promise<void> => {
  const queries = await queriesOf(bench)
  const wrong: string[] = []
  let asked = 0
  for (const viewer of bench.viewers) {
    const officer = new Officer(bench, viewer.cookie, 1)
    for (const [what, typed] of [['list', null] as const, ...queries]) {
      const path = typed ? `/api/search?q=${encodeURIComponent(typed)}` : '/api/cases'
      const page = JSON.parse((await officer.get(0, path)).body.toString()) as Page
      const shown = 'rows' in page ? page.rows.map((one) => one.id) : page.cases.map((one) => one.caseId)
      const right = await expected(bench, viewer, typed)
      asked++
      if (right.join() !== shown.join()) wrong.push(`${what}, ${viewer.share}`)
    }
    officer.close()
  }
  report(bench, { name: 'pages not complete or not newest first', value: wrong.length, unit: `of ${asked}`, ratio: null, more: { wrong } })
}
