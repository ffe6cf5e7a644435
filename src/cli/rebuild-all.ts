import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { RebuildTask } from './rebuild-worker.ts'

export type RebuiltAll = { cases: number; events: number; seconds: number }

/** The last case id of the first `n` of `of` equal parts of all ids. */
export const edge = (n: number, of: number): string => {
  if (n >= of) return 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  const hex = Math.floor((0x1_0000_0000 * n) / of)
    .toString(16)
    .padStart(8, '0')
  return `${hex}-0000-0000-0000-000000000000`
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

/** Projects every case anew from the log, one thread a processor, while servers go on. `share` below 1 takes that part of all ids, to see how long it would be. */
export const rebuildAll = async (
  appUrl: string,
  masterKey: Buffer,
  onProgress: (done: RebuiltAll) => void = () => {},
  share = 1,
): Promise<RebuiltAll> => {
  const begun = Date.now()
  const done: RebuiltAll = { cases: 0, events: 0, seconds: 0 }
  const threads = Math.max(2, availableParallelism())
  const tasks = Array.from({ length: threads }, (_, n) => ({
    appUrl,
    masterKey: masterKey.toString('hex'),
    after: edge(n, threads / share),
    until: edge(n + 1, threads / share),
  }))
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
