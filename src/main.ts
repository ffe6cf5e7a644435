import { join } from 'node:path'
import { type Config, readConfig } from './config.ts'
import { demoGreeting, holdsDemo, loadDemo, registerDemoRoutes } from './demo/demo.ts'
import { StartProblem } from './kernel/db/embedded-problem.ts'
import { buildServer } from './kernel/http/server.ts'
import { startTracing } from './kernel/monitoring/tracing.ts'
import { Problem } from './kernel/problems/problem.ts'
import { kindRoutes } from './kinds/routes.ts'
import { type Opened, open } from './open.ts'
import { VERSION } from './service.ts'

const log = {
  info: (text: string) => console.log(text),
  warn: (text: string) => console.warn(text),
  error: (text: string) => console.error(text),
}

/** How long requests may take to come to their end once the process is told to end, in milliseconds. */
const LAST_REQUESTS_MS = 10_000

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1'])

/** Starts everything: database, migrations, service, server; prints the address and, for the demo, who may sign in. Answers how to stop it. */
const start = async (): Promise<() => Promise<void>> => {
  const config = readConfig(process.env)
  const demo = config.demo && !config.databaseUrl
  const outside = !LOOPBACK.has(config.host)
  if (demo && outside) throw demoOutside()
  const stopTracing = await startTracing(process.env, VERSION, log.warn)
  const opened = await open(config, log, demo)
  try {
    if (outside && (await holdsDemo(opened.service))) throw demoOutside()
    const stop = await serve(opened, config, demo && (await loadDemo(opened.service, log)))
    return async () => {
      await stop()
      await stopTracing()
    }
  } catch (error) {
    await opened.stop().catch(() => {})
    throw error
  }
}

const demoOutside = () =>
  new StartProblem('demo-address', {
    vi: 'Bản minh hoạ chỉ mở trên máy này. Đặt HOST=127.0.0.1, hoặc HIEPDONG_DEMO=0 với thư mục dữ liệu mới để chạy thật.',
    en: 'The demo opens on this machine only. Set HOST=127.0.0.1, or HIEPDONG_DEMO=0 with a new data directory to run for real.',
  })

/** The address is taken, not of this machine, unknown, or not for this account. */
const UNHEARD = new Set(['EADDRINUSE', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EACCES'])

const notListening = (host: string, port: number, code: string) =>
  new StartProblem('no-address', {
    vi: `Không mở được địa chỉ ${host}:${port} (${code}). ${code === 'EADDRINUSE' ? 'Chương trình khác đang dùng cổng này: đặt PORT khác.' : 'Đặt lại HOST hoặc PORT.'}`,
    en: `Cannot listen on ${host}:${port} (${code}). ${code === 'EADDRINUSE' ? 'Another program uses this port: set another PORT.' : 'Set HOST or PORT anew.'}`,
  })

const serve = async ({ service, announce, stop }: Opened, { host, port, trustedProxies, logLevel }: Config, demo: boolean) => {
  const app = await buildServer(service, {
    webDir: join(import.meta.dirname, '../dist/web'),
    extra: [kindRoutes(service), ...(demo ? [registerDemoRoutes(service)] : [])],
    logLevel,
    metricsToken: process.env.HIEPDONG_METRICS_TOKEN,
    trustedProxies,
  })
  const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    throw error.code && UNHEARD.has(error.code) ? notListening(host, port, error.code) : error
  })
  announce(address)
  log.info(`\nHiệp Đồng ${service.version}: ${address}`)
  if (demo) log.info(demoGreeting())
  log.info('Dừng: Ctrl+C · Stop: Ctrl+C\n')
  return async () => {
    // Requests under way come to their answers, live streams are ended; what stays open after its answer is closed, and who sends too slowly is cut off.
    const idle = setInterval(() => app.server.closeIdleConnections(), 100)
    const slow = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MS)
    await app.close()
    clearInterval(idle)
    clearTimeout(slow)
    await stop()
  }
}

const running = start()
let stopping: Promise<void> | null = null
const end = () => {
  stopping ??= running
    .then((stop) => stop())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    )
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)

running.catch((error: unknown) => {
  if (error instanceof Problem) log.error(`${error.text.vi}\n${error.text.en}`)
  else if (error instanceof StartProblem) log.error(error.message)
  else log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
})
