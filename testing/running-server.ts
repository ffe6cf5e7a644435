import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { registerDemoRoutes } from '../src/demo/demo.ts'
import { buildServer } from '../src/kernel/http/server.ts'
import { kindRoutes } from '../src/kinds/routes.ts'
import { type RunningService, startService } from '../src/service.ts'
import { clearOfMidnight } from './days.ts'
import { type Stock, type TestDatabase, testDatabase } from './database.ts'
import { DEMO, STOCK_KEY } from './stock.ts'

export type RunningServer = {
  url: string
  service: RunningService
  app: FastifyInstance
  db: TestDatabase
  /** What the server told its operators: faults, and inputs that no check caught. */
  log: string[]
  stop: () => Promise<void>
}

/**
 * A server on a free port of this machine over a database of its own, which holds the whole demo unless told: another stock, nothing (null), or
 * what was entered into `db` under `masterKey`.
 */
export const startServer = async (
  options: { stock?: Stock | null } | { db: TestDatabase; masterKey: Buffer } = {},
): Promise<RunningServer> => {
  const given = 'db' in options
  await clearOfMidnight()
  const stock = given ? null : options.stock === undefined ? DEMO : options.stock
  const db = given ? options.db : await testDatabase(stock ?? undefined)
  const demo = stock === DEMO
  const masterKey = given ? options.masterKey : stock ? STOCK_KEY : randomBytes(32)
  const service = await startService({ appUrl: db.appUrl, masterKey, demo })
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
      // A request that a failed test left half sent would hold the end back for minutes.
      app.server.closeAllConnections()
      await app.close()
      await service.stop()
      if (!given) await db.drop()
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
