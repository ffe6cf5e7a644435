import { createHash, timingSafeEqual } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { inTransaction } from '../db/pool.ts'
import type { Service } from '../http/service.ts'
import { problem } from '../problems/catalogue.ts'
import { Histogram, labels } from './histogram.ts'
import { inTime } from './in-time.ts'
import { traceRequests } from './traced-requests.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Headers that a proxy sets for whom it speaks; what came through one is not of this machine, however the connection looks. */
const PROXIED = /^(forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/

/** True for a caller on this machine itself, by the connection alone. */
const isOwnMachine = ({ raw }: FastifyRequest): boolean =>
  LOOPBACK.has(raw.socket.remoteAddress ?? '') && !Object.keys(raw.headers).some((name) => PROXIED.test(name))

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Takes the same time whatever part of a guess is right. */
const brings = (token: string | null, { headers }: FastifyRequest): boolean =>
  token !== null && timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`))

/** How late the outbox and the reminders are, in seconds, and how much waits. Reads indexes of what is open only; of search, no more than is told. */
const BACKLOG = `select (select count(*)::int from outbox where done_at is null) as outbox,
  (select coalesce(extract(epoch from now() - min(at)), 0)::float from outbox where done_at is null) as outbox_age,
  (select coalesce(extract(epoch from now() - min(remind_at)), 0)::float from ask where remind_at <= now()) as reminder_age,
  (select count(*)::int from (select 1 from search_fresh limit 10000) x) as fresh,
  (select count(*)::int from (select 1 from search_touched limit 10000) x) as touched`

/** PostgreSQL tells a role of its own sessions only, and all servers' sessions belong to the login behind the roles. */
const LONGEST_TRANSACTION = `select coalesce(max(extract(epoch from now() - xact_start)), 0)::float as seconds from pg_stat_activity
  where datname = current_database() and state <> 'idle'`
const AS_LOGIN = 'begin; set local role none'

const gauge = (name: string, help: string, values: [Record<string, string>, number][], type: 'gauge' | 'summary' = 'gauge'): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...values.map(([given, value]) => `${name}${Object.keys(given).length ? `{${labels(given)}}` : ''} ${value}`),
  ].join('\n')

const poolValues = (pools: Record<string, Pool>): [Record<string, string>, number][] =>
  Object.entries(pools).flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
    [{ pool, state: 'open' }, totalCount],
    [{ pool, state: 'idle' }, idleCount],
    [{ pool, state: 'waiting' }, waitingCount],
  ])

/** What the database tells; null where it does not answer in time, so that the process can still be seen. */
const databaseGauges = async (system: Pool): Promise<string[] | null> => {
  const asked = Promise.all([system.query(BACKLOG), inTransaction(system, (db) => db.query(LONGEST_TRANSACTION), AS_LOGIN)]).catch(
    () => null,
  )
  const answers = await inTime(asked)
  if (!answers) return null
  const [backlog, longest] = answers.map(({ rows }) => rows[0])
  return [
    gauge('hiepdong_outbox_open', 'Commits whose notice is still to be given', [[{}, backlog.outbox]]),
    gauge('hiepdong_outbox_age_seconds', 'Age of the oldest of them', [[{}, backlog.outbox_age]]),
    gauge('hiepdong_reminder_delay_seconds', 'How late the oldest reminder is', [[{}, backlog.reminder_age]]),
    gauge('hiepdong_search_waiting', 'Texts to fold in for search and cases to put in order; 10000 stands for any more', [
      [{ what: 'texts' }, backlog.fresh],
      [{ what: 'order' }, backlog.touched],
    ]),
    gauge('hiepdong_longest_transaction_seconds', 'Age of the oldest running transaction', [[{}, longest.seconds]]),
  ]
}

const away = () => problem('database-away', {}, { retryAfter: 2 })

/**
 * What operators watch: GET /metrics in Prometheus' text format, for this machine or for who brings the token; GET /api/ready for a load balancer,
 * GET /api/health for people.
 * Nothing in it tells of a case, an agency or an officer. Call before the routes that it shall count.
 */
export const registerMonitoring = (app: FastifyInstance, service: Service, token: string | null): void => {
  const { pools, live, version } = service
  traceRequests(app)
  const requests = new Histogram('hiepdong_http_request_seconds', 'Time of requests by route, from the head to the last byte')
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  app.addHook('onClose', async () => void delay.disable())
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    // A live stream lasts as long as a screen is open; its time says nothing. One that was refused is a request like any other.
    if (route !== '/api/live' || reply.statusCode >= 400)
      requests.observe({ method: request.method, route, status: `${Math.floor(reply.statusCode / 100)}xx` }, reply.elapsedTime / 1000)
    done()
  })

  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isOwnMachine(request) && !brings(token, request)) throw problem('not-found')
    const fromDatabase = await databaseGauges(pools.system)
    const { user, system } = process.cpuUsage()
    const text = [
      requests.text(),
      gauge('hiepdong_info', 'Version of this process', [[{ version, node: process.version }, 1]]),
      gauge('hiepdong_cpu_seconds', 'Processor time of this process so far', [[{}, (user + system) / 1e6]]),
      gauge('hiepdong_memory_bytes', 'Memory of this process', [[{}, process.memoryUsage.rss()]]),
      gauge(
        'hiepdong_event_loop_delay_seconds',
        'How late this process turned to its work since the last reading',
        [
          [{ quantile: '0.5' }, delay.percentile(50) / 1e9],
          [{ quantile: '0.99' }, delay.percentile(99) / 1e9],
        ],
        'summary',
      ),
      gauge('hiepdong_pool_connections', 'Database connections; waiting are requests without one', poolValues(pools)),
      gauge('hiepdong_live_listeners', 'Open live streams', [[{}, live.size]]),
      gauge('hiepdong_database_up', 'Whether the database answered this reading', [[{}, fromDatabase ? 1 : 0]]),
      ...(fromDatabase ?? []),
    ].join('\n')
    delay.reset()
    return reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').send(`${text}\n`)
  })

  app.get('/api/health', { schema: { tags: ['server'] } }, async () => {
    if (!(await inTime(pools.read.query('select 1')))) throw away()
    return { status: 'ok', version }
  })

  let closing = false
  app.addHook('preClose', async () => void (closing = true))
  app.get('/api/ready', { schema: { tags: ['server'] } }, async (_request, reply) => {
    if (closing) return reply.status(503).send({ status: 'closing' })
    if (!(await inTime(Promise.all([pools.read.query('select 1'), pools.write.query('select 1')])))) throw away()
    return { status: 'ready', version }
  })
}
