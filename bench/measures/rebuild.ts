import { rebuildAll } from '../../src/cli/rebuild-all.ts'
import { type Bench, report } from '../bench.ts'

/** Projects every case anew from the log, as `hiepdong rebuild` does. At a million cases it takes minutes, so it comes last. */
export const measureRebuild = async (bench: Bench): Promise<void> => {
  const done = await rebuildAll(bench.appUrl, bench.master)
  report(bench, { name: 'rebuild', value: done.events / done.seconds, unit: 'events/s', ratio: null, more: done })
}
