import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { registerHooks } from 'node:module'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'

/** What was asked for of the packages, by whom, as the runtime resolves it; the product is loaded after this. */
const asked: string[] = []
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier.includes('opentelemetry')) asked.push(`${specifier} by ${context.parentURL}`)
    return next(specifier, context)
  },
})

const { OFFICERS } = await import('../../../testing/stock.ts')
const { signedIn, startServer } = await import('../../../testing/running-server.ts')
const { refused } = await import('../../../testing/refused.ts')
const { DEMO_PASSWORD } = await import('../../demo/officers.ts')
const { inSpan, startTracing, tracing } = await import('./tracing.ts')
const { default: pg } = await import('pg')

const { query } = pg.Client.prototype
const server = await startServer({ stock: OFFICERS })
after(() => server.stop())

test('nothing of the packages is loaded, nothing is wrapped and nothing is answered while tracing is off', async () => {
  for (const env of [
    {},
    { OTEL_SERVICE_NAME: 'hiepdong' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' },
    { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none' },
  ]) {
    await startTracing(env, '0.0.0')
    assert.equal(tracing(), null)
  }
  const session = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  const answer = await fetch(`${server.url}/api/me`, { headers: session })
  assert.deepEqual([answer.status, answer.headers.get('traceresponse')], [200, null])
  assert.equal(await inSpan(assert.fail, async () => 7), 7)
  assert.equal(pg.Client.prototype.query, query)
  assert.deepEqual([...asked], [])
})

test('switched on, they are loaded, and a collector that is away holds up neither a request nor the end', async () => {
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = 'http://127.0.0.1:1'
  const stop = await startTracing(process.env, '0.0.0')
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  assert.ok(asked.length > 0)
  assert.notEqual(pg.Client.prototype.query, query)
  await assert.rejects(
    inSpan(
      () => ({ name: 'work' }),
      async () => server.service.pools.read.query('select 1 / 0'),
    ),
    { code: '22012' },
  )
  // Beside it a clock of the same process, which is as late as the process is: well before the packages themselves would give up.
  const ended = await Promise.race([stop().then(() => 'ended'), new Promise((resolve) => setTimeout(resolve, 8000, 'held up').unref())])
  assert.equal(ended, 'ended')
  assert.equal(pg.Client.prototype.query, query)
})

test('a collector that refuses is told of once, without what it said', async () => {
  let asked = 0
  const collector = createServer((_request, response) => {
    asked++
    response.writeHead(400).end('NguyenThiCanary')
  })
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`
  process.env['OTEL_BSP_MAX_EXPORT_BATCH_SIZE'] = '1'
  const warned: string[] = []
  const stop = await startTracing(process.env, '0.0.0', (text) => warned.push(text))
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  delete process.env['OTEL_BSP_MAX_EXPORT_BATCH_SIZE']
  for (const name of ['one', 'two', 'three'])
    await inSpan(
      () => ({ name }),
      async () => {},
    )
  await stop()
  collector.closeAllConnections()
  collector.close()
  assert.ok(asked > 1)
  assert.equal(warned.length, 1)
  assert.doesNotMatch(warned.join(), /Canary/)
})

test('an address that is none is refused at start, in both languages', async () => {
  await assert.rejects(startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' }, '0.0.0'), refused('bad-setting'))
  assert.equal(tracing(), null)
})
