import { toTsquery } from '../../src/kernel/search/query.ts'
import { type Bench, measure, Officer, report } from '../bench.ts'
import { Bare } from '../load/bare.ts'
import { sweep } from '../load/drive.ts'

/** What officers type; `rare` is a word that few texts hold. */
const queriesOf = async (bench: Bench): Promise<[string, string][]> => {
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

/** Search for agencies of every share, and beside it the bare index query, which knows nothing of who may see what. */
export const measureSearch = async (bench: Bench): Promise<void> => {
  const queries = await queriesOf(bench)
  const bareBest = new Map<string, number>()
  for (const viewer of bench.viewers) {
    const officer = new Officer(bench, viewer.cookie)
    for (const [what, typed] of queries) {
      const path = `/api/search?q=${encodeURIComponent(typed)}`
      const figure = await measure(bench, {
        name: `search ${what}, ${viewer.share}`,
        show: 'p95',
        product: (lane) => officer.get(lane, path),
        more: { cases: viewer.cases, typed },
      })
      figure.more = { ...figure.more, bareP50: bareBest.get(what) }
    }
    officer.close()
  }
  const client = await Bare.open(bench.appUrl, 'app_system', 4)
  for (const [what, typed] of queries) {
    const bare = await sweep([1, 2, 4], bench.seconds * (bench.short ? 0.1 : 0.2), (lane) =>
      client.run(lane, [
        {
          name: 'search',
          text: 'select d.case_id, d.updated_at from search_doc d where d.tsv @@ $1::tsquery order by d.updated_at desc limit 51',
          values: [toTsquery(typed)],
        },
      ]),
    )
    const all = bench.figures.find((figure) => figure.name === `search ${what}, all`)
    report(bench, {
      name: `bare index query ${what}`,
      value: bare.p95,
      unit: 'ms',
      ratio: all?.latency ? all.latency.p95 / bare.p95 : null,
      bare,
    })
  }
  await client.close()
}
