import { join } from 'node:path'
import { readConfig } from './config.ts'
import { startEmbeddedPostgres } from './kernel/db/embedded.ts'
import { StartProblem } from './kernel/db/embedded-problem.ts'
import { migrate } from './kernel/db/migrate.ts'
import { userOf } from './kernel/db/url.ts'
import { assertDurable, assertNotPrivileged, assertSupported } from './kernel/db/postgres-checks.ts'
import { buildServer } from './kernel/http/server.ts'
import { Problem } from './kernel/problems/problem.ts'
import { loadMasterKey } from './kernel/vault/master-key.ts'
import { kindRoutes } from './kinds/routes.ts'
import { loadDemo, registerDemoRoutes } from './demo/demo.ts'
import { startService } from './service.ts'

const log = {
  info: (text: string) => console.log(text),
  warn: (text: string) => console.warn(text),
  error: (text: string) => console.error(text),
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Starts everything: database, migrations, service, server; prints the address and, for the demo, who may sign in. */
const start = async (): Promise<() => Promise<void>> => {
  const config = readConfig(process.env)
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of stops.reverse()) await step()
  }
  try {
    const embedded = config.databaseUrl
      ? null
      : await startEmbeddedPostgres({
          dataDir: config.dataDir,
          log,
          onLost: (error) => {
            log.error(error.message)
            process.exit(1)
          },
        })
    if (embedded) stops.push(() => embedded.stop())
    const ownerUrl = embedded?.ownerUrl ?? (config.ownerUrl as string)
    const appUrl = embedded?.appUrl ?? (config.databaseUrl as string)
    await migrate(ownerUrl, join(import.meta.dirname, 'kernel/db/migrations'), log, { 'hiepdong.app_role': userOf(appUrl) })
    const demo = embedded !== null
    if (demo && !LOOPBACK.has(config.host)) {
      throw new StartProblem('demo-address', {
        vi: 'Bản demo chỉ mở trên máy này. Đặt HOST=127.0.0.1, hoặc đặt DATABASE_URL để chạy thật.',
        en: 'The demo opens on this machine only. Set HOST=127.0.0.1, or set DATABASE_URL to run for real.',
      })
    }
    const service = await startService({ appUrl, masterKey: loadMasterKey(config.dataDir, config.masterKey), demo })
    stops.push(() => service.stop())
    await assertSupported(service.pools.read)
    await assertDurable(service.pools.write)
    await assertNotPrivileged(service.pools.read)
    if (embedded) await loadDemo(service, log)
    const app = await buildServer(service, {
      webDir: join(import.meta.dirname, '../dist/web'),
      extra: [kindRoutes(service), ...(demo ? [registerDemoRoutes(service)] : [])],
      logLevel: process.env.HIEPDONG_LOG ?? 'warn',
    })
    stops.push(() => app.close())
    const address = await app.listen({ host: config.host, port: config.port })
    embedded?.announce(address)
    log.info(`\nHiệp Đồng ${service.version}: ${address}`)
    if (demo) log.info((await import('./demo/demo.ts')).demoGreeting())
    log.info('Dừng: Ctrl+C · Stop: Ctrl+C\n')
    return stop
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}

let stopping: Promise<void> | null = null
const running = start()

const end = () => {
  stopping ??= running
    .then((stop) => stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    )
}
process.on('SIGINT', end)
process.on('SIGTERM', end)
process.on('SIGHUP', end)

running.catch((error: unknown) => {
  if (error instanceof Problem) log.error(`${error.text.vi}\n${error.text.en}`)
  else log.error(error instanceof Error ? (error instanceof StartProblem ? error.message : (error.stack ?? error.message)) : String(error))
  process.exit(1)
})
