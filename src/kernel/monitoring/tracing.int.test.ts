import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { directiveDocument, directiveDraft } from '../../../testing/builders/directive.ts'
import { fakeCollector, type FakeCollector, type SentSpan, valueOf } from '../../../testing/fake-collector.ts'
import { LiveStream } from '../../../testing/live-stream.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import type { MeView, ReceiptView } from '../http/views.ts'
import { remindAll } from '../inbox/reminders.ts'
import { startTracing } from './tracing.ts'

/** Stands in every place where a person's words could be. */
const CANARY = 'NguyenThiCanary'
const TRACE = '0af7651916cd43dd8448eb211c80319c'
const CALLER = 'b7ad6b7169203331'

let collector: FakeCollector
let server: RunningServer
let stopTracing: () => Promise<void>
let session: { cookie: string; origin: string }
let me: MeView

/** As an operator sets it: the packages read the same variables. */
const env = (values: Record<string, string | undefined>) => {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
}

before(async () => {
  collector = await fakeCollector()
  env({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'hiepdong-thu', OTEL_BSP_SCHEDULE_DELAY: '20' })
  stopTracing = await startTracing(process.env, '0.0.0')
  server = await startServer({ stock: OFFICERS })
  session = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  me = (await (await fetch(`${server.url}/api/me`, { headers: session })).json()) as MeView
})
after(async () => {
  await server.stop()
  await stopTracing()
  env({ OTEL_EXPORTER_OTLP_ENDPOINT: undefined, OTEL_SERVICE_NAME: undefined, OTEL_BSP_SCHEDULE_DELAY: undefined })
  await collector.stop()
})

const ask = (path: string, payload?: unknown, more: Record<string, string> = {}) =>
  fetch(server.url + path, {
    headers: {
      ...session,
      cookie: `${session.cookie}; name=${CANARY}`,
      'user-agent': CANARY,
      'x-forwarded-for': CANARY,
      ...(payload === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': `${CANARY}-${randomUUID()}` }),
      ...more,
    },
    ...(payload === undefined ? {} : { method: 'POST', body: JSON.stringify(payload) }),
  })

const named = (name: string) => (span: SentSpan) => span.name === name
const childrenOf = (span: SentSpan) => collector.spans.filter((one) => one.parentSpanId === span.spanId && one.traceId === span.traceId)

/** A span that never comes fails its test soon. */
const SOON = { timeout: 60_000 }

test(
  'a request with a command: its span under the caller’s, the command under it, the statements under that; the answer names the trace',
  SOON,
  async () => {
    const draft = directiveDraft({ document: directiveDocument({ subject: CANARY }) })
    const answer = await ask('/api/directive', draft, { traceparent: `00-${TRACE}-${CALLER}-01`, tracestate: `who=${CANARY}` })
    assert.equal(answer.status, 200)
    const { caseId } = (await answer.json()) as ReceiptView
    const request = await collector.until((span) => span.traceId === TRACE && span.parentSpanId === CALLER)
    assert.equal(answer.headers.get('traceresponse'), `00-${TRACE}-${request.spanId}-01`)
    assert.equal(request.kind, 2)
    assert.equal(request.name, 'POST /api/directive')
    assert.deepEqual(
      ['http.request.method', 'http.route', 'http.response.status_code'].map((key) => valueOf(request, key)),
      ['POST', '/api/directive', 200],
    )

    const command = await collector.until((span) => span.traceId === TRACE && span.name === 'directive create')
    assert.equal(command.parentSpanId, request.spanId)
    assert.deepEqual(
      ['hiepdong.stream.type', 'hiepdong.command', 'hiepdong.outcome'].map((key) => valueOf(command, key)),
      ['directive', 'create', 'done'],
    )
    const statements = childrenOf(command)
    assert.ok(statements.length >= 3, JSON.stringify(statements.map(({ name }) => name)))
    for (const statement of statements) {
      assert.equal(statement.kind, 3)
      assert.equal(valueOf(statement, 'db.system.name'), 'postgresql')
      assert.match(statement.name, /^[a-z][a-z0-9 _.,-]*$/)
    }
    assert.ok(statements.some(({ name }) => name === 'commit'))
    assert.ok(!collector.sent.join().includes(caseId))
  },
)

test('what is refused is told by its code, and is no error; a command that nobody knows is told by the route alone', SOON, async () => {
  const refused = await ask('/api/directive', { document: CANARY })
  assert.equal(refused.status, 400)
  const command = await collector.until((span) => valueOf(span, 'hiepdong.outcome') === 'bad-input')
  assert.equal(command.status.code ?? 0, 0)
  assert.equal((await ask(`/api/directive/${randomUUID()}/${CANARY}`, {})).status, 404)
  const unknown = await collector.until(named('POST /api/:streamType/:id/:command'))
  assert.equal(valueOf(unknown, 'http.response.status_code'), 404)
})

test('a read shows its statements; a batch of the notifier or of the reminders is a trace of its own', SOON, async () => {
  assert.equal((await ask(`/api/search?q=${CANARY}`)).status, 200)
  const read = await collector.until(named('GET /api/search'))
  assert.ok(childrenOf(read).length > 0)
  assert.ok(childrenOf(read).every(({ kind }) => kind === 3))
  const given = collector.spans.find(named('directive create'))!
  const batch = await collector.until((span) => span.name === 'notifier batch' && span.startTimeUnixNano > given.startTimeUnixNano)
  await server.service.pools.system.query("update ask set due_at = now() + interval '1 day', remind_at = now()")
  await remindAll(server.service.pools.system, () => {})
  for (const one of [batch, await collector.until(named('reminder batch'))]) {
    assert.equal(one.parentSpanId ?? '', '')
    assert.ok(Number(valueOf(one, 'hiepdong.batch.rows')) >= 1)
    assert.ok(childrenOf(one).length > 0)
  }
})

test('no person, agency, case, text, body, cookie or query is in anything that was sent', SOON, async () => {
  await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ username: CANARY.toLowerCase(), password: CANARY }),
  })
  await ask(`/${CANARY}/${CANARY}`)
  await ask(`/api/cases/${CANARY}`)
  await ask(`/api/files?name=${CANARY}`, {})
  await ask('/api/me', undefined, { traceparent: CANARY, origin: `https://${CANARY}.example` })
  const last = await ask(`/api/cases?q=${CANARY}`, undefined, { traceparent: `00-${'c'.repeat(32)}-${CALLER}-01` })
  assert.equal(last.status < 500, true)
  await collector.until((span) => span.traceId === 'c'.repeat(32) && span.name === 'GET /api/cases')
  const all = collector.sent.join('\n')
  assert.match(all, /hiepdong-thu/)
  assert.doesNotMatch(all, new RegExp(CANARY, 'i'))
  assert.ok(collector.spans.every(({ traceState }) => !traceState))
  const [token = ''] = session.cookie.split(';').map((part) => part.split('=')[1])
  for (const secret of [me.officerId, me.post.id, me.post.agency.id, 'vpub.chuyenvien', token.slice(0, 20)]) {
    assert.ok(secret && !all.includes(secret), secret)
  }
})

test('a live stream that is refused has its span, one that is open has none', SOON, async () => {
  const refused = await fetch(`${server.url}/api/live`)
  assert.equal(refused.status, 401)
  const span = await collector.until(named('GET /api/live'))
  assert.equal(valueOf(span, 'http.response.status_code'), 401)
  await (await LiveStream.open(server.url, session)).close()
  const after = 'f'.repeat(32)
  await ask('/api/me', undefined, { traceparent: `00-${after}-${CALLER}-01` })
  await collector.until(({ traceId }) => traceId === after)
  assert.deepEqual(
    collector.spans.filter(named('GET /api/live')).map((one) => valueOf(one, 'http.response.status_code')),
    [401],
  )
})

test('the caller’s “not sampled” is heeded', SOON, async () => {
  const unsampled = 'd'.repeat(32)
  const { headers } = await ask('/api/me', undefined, { traceparent: `00-${unsampled}-${CALLER}-00` })
  assert.match(headers.get('traceresponse') ?? '', new RegExp(`^00-${unsampled}-[0-9a-f]{16}-00$`))
  const sampled = 'e'.repeat(32)
  await ask('/api/me', undefined, { traceparent: `00-${sampled}-${CALLER}-01` })
  await collector.until(({ traceId }) => traceId === sampled)
  assert.ok(!collector.spans.some(({ traceId }) => traceId === unsampled))
})
