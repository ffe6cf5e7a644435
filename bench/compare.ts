import { readFileSync } from 'node:fs'
import { type Run, timesOf } from './goals.ts'
import { table } from './table.ts'

/** node bench/compare.ts FEWER.json MORE.json: lists, desk and search of two kept runs by p95. Ends with 1 where one takes more than three times as long. */
const main = ([fewerPath, morePath]: string[]): number => {
  if (!fewerPath || !morePath) throw new Error('compare: name two files of bench/results, the one of fewer cases first')
  const [fewer, more] = [fewerPath, morePath].map((path) => JSON.parse(readFileSync(path, 'utf8')) as Run) as [Run, Run]
  const times = timesOf(fewer, more)
  const rows = times.map((one) => [
    one.name,
    one.fewer.toFixed(2),
    one.more.toFixed(2),
    `${one.times.toFixed(1)}${one.times > 3 ? ' !' : ''}`,
  ])
  console.log(table(['p95 in ms', `${fewer.cases} cases`, `${more.cases} cases`, 'times'], rows))
  const above = times.filter((one) => one.times > 3).length
  console.log(`${above} of ${times.length} take more than three times as long`)
  return times.length && !above ? 0 : 1
}

process.exit(main(process.argv.slice(2)))
