import { Worker } from 'node:worker_threads'

let last: Promise<unknown> = Promise.resolve()

/**
 * Calls a pure function of a module on a thread of its own, one call after the other: a workbook of thousands of rows takes half a second of computing,
 * in which nobody else would be answered. What goes in and out is copied, so it holds plain values and bytes alone. Rejects where the function throws.
 */
export const aside = <T>(module: URL, name: string, given: unknown): Promise<T> => {
  const done = last.then(() => call<T>(module, name, given))
  last = done.catch(() => {})
  return done
}

const call = <T>(module: URL, name: string, given: unknown): Promise<T> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./aside-worker.ts', import.meta.url), { workerData: { module: module.href, name, given } })
    worker.once('message', (made: T) => {
      resolve(made)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error(`${name} ended without an answer`)))
  })
