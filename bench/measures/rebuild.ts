import { DIRECTORY_CASE } from '../../src/kernel/streams/decider.ts'
import { edges, rebuildAll } from '../../src/cli/rebuild-all.ts'
import { type Bench, report } from '../bench.ts'

/** So many cases are projected anew, the whole directory among them. */
const CASES = 50_000
const CASES_IN_SHORT = 4000

const measure = async (bench: Bench, name: string, share: number): Promise<void> => {
  const done = await rebuildAll(bench.appUrl, bench.master, () => {}, share)
  report(bench, { name, value: done.events / done.seconds, unit: 'events/s', ratio: null, more: { ...done, share } })
}

/** Projects cases anew from the log, as `hiepdong rebuild` does: where the rows stand as the log tells them, and where all of them were lost. */
export const measureRebuild = async (bench: Bench): Promise<void> => {
  const share = Math.min(1, (bench.short ? CASES_IN_SHORT : CASES) / bench.cases)
  await measure(bench, 'rebuild', share)
  if (bench.short) return
  const lost = share / 5
  await bench.system.query('select clear_projections(array(select distinct case_id from stream where case_id <= $1 and case_id <> $2))', [
    (await edges(bench.appUrl, [lost]))[0],
    DIRECTORY_CASE,
  ])
  await measure(bench, 'rebuild of rows that were lost', lost)
}
