import { toTsquery } from '../../src/kernel/search/query.ts'
import { type Bench, Officer, report } from '../bench.ts'
import { Bare } from '../load/bare.ts'
import { drive, type Timing } from '../load/drive.ts'
import { measure } from '../load/measure.ts'

/** As many ask at once on either side. */
const LANES = 2

/** What officers type; `rare` is a word that few texts hold. */
export const queriesOf = async (bench: Bench): Promise<[string, string][]> => {
  const { rows } = await bench.system.query(
    `select word, n from (select ts.lexeme as word, count(*) as n from (select tsv from search_doc limit 5000) d, unnest(d.tsv) ts where ts.lexeme ~ '^q[0-9a-z]{2,3}x$' group by 1) x
     order by n, word limit 1`,
  )
  return [
    ['common', 'thông tin'],
    ['common words together', 'sự cố mã độc'],
    ['without diacritics', 'su co ma doc'],
    ['middling', 'chứng thư'],
    ['several words', 'phòng chống tội phạm mạng tống tiền'],
    ['a word and a place', 'gián điệp krông linh'],
    ['rare', rows[0]?.word ?? 'q1x'],
    ['none', 'xyzzy khongco'],
    ['prefix', 'tru'],
  ]
}

const INDEX_QUERY = 'select d.case_id, d.updated_at from search_doc d where d.tsv @@ $1::tsquery order by d.updated_at desc limit 51'

/** The index query alone, with one plan for all words or a new one for each: the better of both. */
const bareTimes = async (bench: Bench, queries: [string, string][]): Promise<Map<string, Timing>> => {
  const best = new Map<string, Timing>()
  for (const plan of ['force_generic_plan', 'force_custom_plan']) {
    const client = await Bare.open(bench.appUrl, 'app_system', LANES, plan)
    for (const [what, typed] of queries) {
      const ask = (lane: number) => client.run(lane, [{ name: 'search', text: INDEX_QUERY, values: [toTsquery(typed)] }])
      await Promise.all([0, 1].map(ask))
      const timing = await drive(LANES, bench.seconds * (bench.short ? 0.05 : 0.1), ask)
      if (timing.perSecond > (best.get(what)?.perSecond ?? 0)) best.set(what, timing)
    }
    await client.close()
  }
  return best
}

/** Search for agencies of every share, and beside it the bare index query, which knows nothing of who may see what. */
export const measureSearch = async (bench: Bench): Promise<void> => {
  const queries = await queriesOf(bench)
  const limits = await bareTimes(bench, queries)
  for (const viewer of bench.viewers) {
    const officer = new Officer(bench, viewer.cookie)
    for (const [what, typed] of queries) {
      await measure(bench, {
        name: `search ${what}, ${viewer.share}`,
        show: 'p95',
        product: (lane) => officer.get(lane, `/api/search?q=${encodeURIComponent(typed)}`),
        limit: limits.get(what) as Timing,
        more: { cases: viewer.cases, typed },
      })
    }
    officer.close()
  }
  for (const [what, bare] of limits) report(bench, { name: `bare index query ${what}`, value: bare.p95, unit: 'ms', ratio: null, bare })
}
