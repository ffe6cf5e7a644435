import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadDemo, registerDemoRoutes } from '../src/demo/demo.ts'
import { buildServer } from '../src/kernel/http/server.ts'
import { kindRoutes } from '../src/kinds/routes.ts'
import { type RunningService, startService } from '../src/service.ts'
import { type TestDatabase, testDatabase } from './database.ts'

export type RunningServer = {
  url: string
  service: RunningService
  app: FastifyInstance
  db: TestDatabase
  /** What the server told its operators: faults, and inputs that no check caught. */
  log: string[]
  stop: () => Promise<void>
}

const quiet = { info: () => {} }

/** A server on a free port of this machine over a database of its own; with `demo` it holds the demo's officers and cases. */
export const startServer = async (options: { demo?: boolean; db?: TestDatabase; masterKey?: Buffer } = {}): Promise<RunningServer> => {
  const db = options.db ?? (await testDatabase())
  const demo = options.demo ?? true
  const service = await startService({ appUrl: db.appUrl, masterKey: options.masterKey ?? randomBytes(32), demo })
  if (demo) await loadDemo(service, quiet)
  const log: string[] = []
  const app = await buildServer(service, {
    webDir: join(import.meta.dirname, '../dist/web'),
    extra: [kindRoutes(service), ...(demo ? [registerDemoRoutes(service)] : [])],
    logLevel: 'error',
    logTo: { write: (line) => void (log.push(line), process.stderr.write(line)) },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return {
    url,
    service,
    app,
    db,
    log,
    stop: async () => {
      await app.close()
      await service.stop()
      if (!options.db) await db.drop()
    },
  }
}

/** A session of a demo officer, as headers for requests. */
export const signedIn = async (url: string, username: string, password: string): Promise<{ cookie: string; origin: string }> => {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(`${username} could not sign in: ${answer.status}`)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map((c) => c.split(';')[0])
      .join('; '),
    origin: url,
  }
}
