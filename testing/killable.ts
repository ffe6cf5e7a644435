import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The embedded server in a process of its own, and what the server has confirmed to it so far. */
export type KillableHost = {
  process: ChildProcess
  acknowledged: string[]
  /** Id of the PostgreSQL server process at the start. */
  postmaster: number
  ownerUrl: string
  /** Resolves when `count` more rows are confirmed. */
  more(count: number): Promise<void>
  ended: Promise<unknown>
}

/** Starts testing/embedded-host.ts in a process group of its own and waits until it inserts. */
export async function startKillableHost(dataDir: string): Promise<KillableHost> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-host.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = once(child, 'exit')
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const acknowledged: string[] = []
  const ready = Promise.withResolvers<{ postmaster: number; ownerUrl: string }>()
  let waiters: { at: number; resolve: () => void }[] = []
  createInterface(child.stdout).on('line', (line) => {
    const [word, pid, url] = line.split(' ')
    if (word === 'ready' && pid && url) return ready.resolve({ postmaster: Number(pid), ownerUrl: url })
    acknowledged.push(line)
    waiters = waiters.filter(({ at, resolve }) => acknowledged.length < at || resolve())
  })
  void ended.then(() => ready.reject(new Error(`the host ended before it was ready\n${errors}`)))
  return {
    process: child,
    acknowledged,
    ended,
    more: (count) => new Promise((resolve) => waiters.push({ at: acknowledged.length + count, resolve })),
    ...(await ready.promise),
  }
}
