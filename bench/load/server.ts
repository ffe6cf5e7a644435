import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'

export type BenchServer = {
  port: number
  pid: number
  process: ChildProcess
  startMs: number
  stop: () => Promise<void>
  kill: () => Promise<void>
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

/** Starts the product as an installation does, against the given database; resolves when it answers. */
export const startServer = async (urls: { ownerUrl: string; appUrl: string; master: Buffer; dataDir: string }): Promise<BenchServer> => {
  const port = await freePort()
  const begun = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: urls.appUrl,
      HIEPDONG_OWNER_URL: urls.ownerUrl,
      HIEPDONG_KEY: urls.master.toString('hex'),
      HIEPDONG_DATA: urls.dataDir,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let ended = false
  child.once('exit', () => (ended = true))
  for (;;) {
    if (ended) throw new Error('the server ended before it answered')
    const ok = await fetch(`http://127.0.0.1:${port}/api/health`).then(
      (r) => r.ok,
      () => false,
    )
    if (ok) break
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const end = async (signal: NodeJS.Signals) => {
    if (ended) return
    child.kill(signal)
    await once(child, 'exit')
  }
  return {
    port,
    pid: child.pid as number,
    process: child,
    startMs: performance.now() - begun,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}
