import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'
import { buildServer } from '../http/server.ts'

const TOKEN = 'ma-cua-may-do'
let server: RunningServer
let app: FastifyInstance

before(async () => {
  server = await startServer({ stock: null })
  app = await buildServer(server.service, { webDir: null, extra: [], logLevel: 'silent', metricsToken: TOKEN })
})
after(async () => {
  await app.close()
  await server.stop()
})

const status = async (at: FastifyInstance, remoteAddress: string, headers: Record<string, string> = {}) =>
  (await at.inject({ url: '/metrics', remoteAddress, headers })).statusCode

test('this machine reads the figures, by its connection alone', async () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(await status(server.app, address), 200)
  for (const address of ['10.0.0.7', '203.0.113.9', '127.0.0.1.example']) {
    assert.equal(await status(server.app, address), 404)
    assert.equal(await status(server.app, address, { 'x-forwarded-for': '127.0.0.1' }), 404)
  }
})

test('what a proxy of this machine passes on is not of this machine', async () => {
  for (const name of ['x-forwarded-for', 'X-Forwarded-Host', 'x-forwarded-proto', 'Forwarded', 'via', 'x-real-ip'])
    for (const value of ['127.0.0.1', '203.0.113.9', '']) assert.equal(await status(server.app, '127.0.0.1', { [name]: value }), 404, name)
})

test('another machine reads them with the token, whole and exact', async () => {
  const with_ = (authorization: string) => status(app, '203.0.113.9', { authorization, 'x-forwarded-for': '203.0.113.9' })
  assert.equal(await with_(`Bearer ${TOKEN}`), 200)
  for (const wrong of [TOKEN, `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(0, -1)}`, `bearer ${TOKEN}`, 'Bearer ', 'Bearer null', ''])
    assert.equal(await with_(wrong), 404, wrong)
  assert.equal(await status(server.app, '203.0.113.9', { authorization: 'Bearer null' }), 404, 'without a token nobody has one')
})

const figures = async (): Promise<string> => (await server.app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })).body

test('the page for operators names every metric that there is, and no other', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/operations/watch.md'), 'utf8')
  const named = new Set([...page.matchAll(/`(hiepdong_\w+)/g)].map(([, name]) => name))
  const there = new Set([...(await figures()).matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  assert.deepEqual([...named].toSorted(), [...there].toSorted())
})

test('while the database is away the process is still seen, and that it is away', async (t) => {
  const { system } = server.service.pools
  const up = async () => /^hiepdong_database_up (\d)$/m.exec(await figures())?.[1]
  assert.equal(await up(), '1')
  const error = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  const away = t.mock.method(system, 'connect', (done?: (error: Error) => void) => (done ? done(error) : Promise.reject(error)))
  const body = await figures()
  assert.match(body, /^hiepdong_database_up 0$/m)
  assert.match(body, /^hiepdong_memory_bytes \d+$/m)
  assert.doesNotMatch(body, /^hiepdong_outbox_open/m)
  away.mock.restore()
  assert.equal(await up(), '1')
})

test('a database that stands still is told as away within some seconds', { timeout: 60_000 }, async (t) => {
  const probes = () => Promise.all(['/api/ready', '/api/health'].map((url) => server.app.inject({ url })))
  // Of the pools that probes ask, the one that nothing beside requests works with: what runs there would never end.
  t.mock.method(server.service.pools.read, 'query', () => new Promise(() => {}))
  for (const answer of await probes()) assert.deepEqual([answer.statusCode, answer.json().code], [503, 'database-away'])
  t.mock.restoreAll()
  for (const answer of await probes()) assert.equal(answer.statusCode, 200)
})

test('a live stream that is refused is counted, one that is open only among the listeners', async () => {
  const counted = async () => /^hiepdong_http_request_seconds_count\{[^}]*route="\/api\/live"[^}]*\} .*$/gm.exec(await figures())?.[0]
  assert.equal(await counted(), undefined)
  assert.equal((await server.app.inject({ url: '/api/live' })).statusCode, 401)
  assert.equal(await counted(), 'hiepdong_http_request_seconds_count{method="GET",route="/api/live",status="4xx"} 1')
})

test('every figure has the form that Prometheus reads: told once of what type it is, quantiles in summaries alone', async () => {
  const lines = (await figures()).split('\n').filter(Boolean)
  const types = new Map(
    lines.flatMap((line) =>
      /^# TYPE (\w+) (gauge|histogram|summary)$/.exec(line) ? [line.split(' ').slice(2, 4) as [string, string]] : [],
    ),
  )
  assert.equal(types.size, lines.filter((line) => line.startsWith('# TYPE')).length)
  for (const line of lines.filter((one) => !one.startsWith('#'))) {
    const [, name = '', labels = ''] = /^([a-z_]+)(?:\{((?:[a-z_]+="[^"\n]*",?)+)\})? [\d.e+-]+$/.exec(line) ?? []
    const type = types.get(name) ?? types.get(name.replace(/_(bucket|sum|count)$/, ''))
    assert.ok(type, line)
    assert.equal(/quantile="/.test(labels), type === 'summary', line)
  }
})

test('a transaction that stays open shows its age, whichever role opened it', { timeout: 60_000 }, async () => {
  const longest = async () => Number(/^hiepdong_longest_transaction_seconds (\S+)$/m.exec(await figures())?.[1])
  const db = await server.service.pools.write.connect()
  try {
    await db.query('begin')
    const { rows } = await db.query<{ began: Date }>('select now() as began')
    const since = rows[0]?.began.getTime() ?? Number.NaN
    const elapsed = () => (Date.now() - since) / 1000
    // A sweep of the server's own may be older for a moment: it is looked at again until ours is the oldest.
    const ownAge = async () => {
      for (;;) {
        const least = elapsed()
        const age = await longest()
        if (age > elapsed() + 0.1) continue
        assert.ok(age >= least - 0.1, `${age} of ${least} s`)
        return age
      }
    }
    const age = await ownAge()
    assert.ok(age > 0)
    assert.ok((await ownAge()) > age, 'it grows')
  } finally {
    await db.query('rollback')
    db.release()
  }
})

test('what waits for search is counted, texts and order apart', async () => {
  const waiting = async (what: string) =>
    Number(new RegExp(`^hiepdong_search_waiting\\{what="${what}"\\} (\\S+)$`, 'm').exec(await figures())?.[1])
  const { system } = server.service.pools
  await system.query('insert into search_fresh (case_id) select gen_random_uuid() from generate_series(1, 7)')
  await system.query('insert into search_touched (case_id) select gen_random_uuid() from generate_series(1, 5)')
  // So few are left for later, so that none is taken meanwhile.
  assert.ok((await waiting('texts')) >= 7)
  assert.ok((await waiting('order')) >= 5)
})
