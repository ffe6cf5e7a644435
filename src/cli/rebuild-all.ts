import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { rolePool } from '../kernel/db/pool.ts'
import type { RebuildTask } from './rebuild-worker.ts'

export type RebuiltAll = { cases: number; events: number; seconds: number }

const FIRST = '00000000-0000-0000-0000-000000000000'
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The case ids at which these shares (0 to 1) of all cases end. Counted: ids that follow the time are all alike at their beginning. */
export const edges = async (appUrl: string, shares: number[]): Promise<string[]> => {
  const system = rolePool(appUrl, 'app_system', 1)
  try {
    const { rows } = await system.query<{ at: string[] | null }>(
      'select percentile_disc($1::float8[]) within group (order by case_id) as at from (select distinct case_id from stream) s',
      [shares],
    )
    return shares.map((share, i) => (share < 1 && rows[0]?.at?.[i]) || LAST)
  } finally {
    await system.end()
  }
}

const run = (task: RebuildTask, onProgress: (cases: number, events: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./rebuild-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxYoungGenerationSizeMb: 64 },
    })
    worker.on('message', ({ cases, events }: { cases: number; events: number }) => onProgress(cases, events))
    worker.once('error', reject)
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`rebuild ended with ${code}`))))
  })

/** Projects every case anew from the log, one thread a processor, while servers go on. `share` below 1 takes that part of all cases, to see how long it would be. */
export const rebuildAll = async (
  appUrl: string,
  masterKey: Buffer,
  onProgress: (done: RebuiltAll) => void = () => {},
  share = 1,
): Promise<RebuiltAll> => {
  const begun = Date.now()
  const done: RebuiltAll = { cases: 0, events: 0, seconds: 0 }
  const threads = Math.max(2, availableParallelism())
  const ends = await edges(
    appUrl,
    Array.from({ length: threads }, (_, n) => ((n + 1) * share) / threads),
  )
  const tasks = ends.map((until, n) => ({ appUrl, masterKey: masterKey.toString('hex'), after: ends[n - 1] ?? FIRST, until }))
  await Promise.all(
    tasks.map((task) =>
      run(task, (cases, events) => {
        done.cases += cases
        done.events += events
        done.seconds = (Date.now() - begun) / 1000
        onProgress(done)
      }),
    ),
  )
  return { ...done, seconds: (Date.now() - begun) / 1000 }
}
