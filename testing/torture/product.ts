import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { serverProcesses } from '../../src/kernel/db/embedded-leftovers.ts'

export type Product = { process: ChildProcess; ended: Promise<unknown>; said: () => string }

const MAIN = join(import.meta.dirname, '../../src/main.ts')

/** Starts the product as `npm start` does, on its own data directory and port. */
export const startProduct = (dataDir: string, port: number): Product => {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, HIEPDONG_DATA: dataDir, PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: '', HIEPDONG_OWNER_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return { process: child, ended: once(child, 'exit'), said: () => said }
}

/** Resolves once the product can serve; throws what it said where it ended instead. */
export const ready = async (product: Product, url: string): Promise<void> => {
  const until = Date.now() + 90_000
  while (Date.now() < until) {
    if (product.process.exitCode !== null) throw new Error(`the product ended: ${product.said()}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await pause(50)
  }
  throw new Error(`the product did not serve in time: ${product.said()}`)
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** Kills a process; one that ended by itself meanwhile, as backends do, is dead already. */
const killed = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as { code?: string }).code !== 'ESRCH') throw error
  }
}

/** What is killed, without warning, at a moment nobody chose. */
export const BLOWS: Record<string, (product: Product, pgData: string) => void> = {
  'the product': ({ process: { pid } }) => void process.kill(pid ?? 0, 'SIGKILL'),
  'the postmaster': (_product, pgData) => {
    const [postmaster] = serverProcesses(pgData)
    if (postmaster) process.kill(postmaster, 'SIGKILL')
  },
  'everything at once': ({ process: { pid } }, pgData) => {
    for (const one of [pid ?? 0, ...serverProcesses(pgData)]) killed(one)
  },
}
