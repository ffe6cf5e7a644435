import { rebuildAll } from '../../src/cli/rebuild-all.ts'
import { type Bench, report } from '../bench.ts'

/** Projects cases anew from the log, as `hiepdong rebuild` does; of many cases a part, since all would take long. */
export const measureRebuild = async (bench: Bench): Promise<void> => {
  const share = Math.min(1, 50_000 / bench.cases)
  const done = await rebuildAll(bench.appUrl, bench.master, () => {}, share)
  report(bench, { name: 'rebuild', value: done.events / done.seconds, unit: 'events/s', ratio: null, more: { ...done, share } })
}
