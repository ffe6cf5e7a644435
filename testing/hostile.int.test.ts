import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import type { CommandSpec } from '../src/kernel/streams/decider.ts'
import { hostileClient, written } from './hostile/client.ts'
import { nearly } from './hostile/from-schema.ts'
import { cursors, oddHeaders } from './hostile/oddities.ts'
import { hostileText, hostileValue, NOBODY } from './hostile/values.ts'
import { type RunningServer, signedIn, startServer } from './running-server.ts'

let server: RunningServer
let client: ReturnType<typeof hostileClient>
type Officer = Record<string, string>
const officers: Officer[] = []
/** By officer: streams that they see, by type. */
const seen = new Map<Officer, Map<string, string[]>>()
let ids: string[]

before(async () => {
  server = await startServer()
  client = hostileClient(server)
  const agencies: string[] = []
  for (const account of ACCOUNTS) {
    const officer = await signedIn(server.url, account, DEMO_PASSWORD)
    const { post } = (await client.ask({ method: 'GET', url: '/api/me', headers: officer })).json() as { post: { agency: { id: string } } }
    agencies.push(post.agency.id)
    officers.push(officer)
    const { rows } = await server.service.pools.system.query<{ id: string; type: string }>(
      `select id, type from stream s where exists (select 1 from visible v where v.subject_id = $1
         and (v.stream_id = s.id or (v.stream_id = s.case_id and v.level >= 3 and not s.inner_only)))
       union all select id, type from (select id, type, row_number() over (partition by type order by id) as n from stream
         where type in ('agency', 'officer', 'post', 'mandate', 'contact-point')) d where n <= 8`,
      [post.agency.id],
    )
    seen.set(officer, Map.groupBy(rows, (row) => row.type) as never)
    for (const [type, list] of seen.get(officer)!)
      seen.get(officer)!.set(
        type,
        list.map((row) => (row as unknown as { id: string }).id),
      )
  }
  ids = [...agencies, ...[...seen.values()].flatMap((types) => [...types.values()].flatMap((list) => list.slice(0, 3)))]
})
after(() => server.stop())

const ACCOUNTS = ['vpub.chuyenvien', 'gialai.quantri', 'phutuc.chutich', 'pa05.tructban', 'cahatinh.lanhdao']
/** An officer, and a stream of these types: mostly one that they see, else one of another officer's or none at all. */
const target = (types: string[]): fc.Arbitrary<{ officer: Officer; id: string }> =>
  fc.constantFrom(...officers).chain((officer) => {
    const of = (one: Officer) => types.flatMap((type) => seen.get(one)?.get(type) ?? [])
    const others = [...officers.flatMap(of), NOBODY]
    const own = of(officer)
    return fc
      .oneof(
        { weight: own.length ? 5 : 1, arbitrary: fc.constantFrom(...(own.length ? own : others)) },
        { weight: 1, arbitrary: fc.constantFrom(...others) },
      )
      .map((id) => ({ officer, id }))
  })
const idsOf = (type: string): string[] => [...(seen.get(officers[0]!)?.get(type) ?? []), NOBODY]
/** How often each command is tried; more on demand (HOSTILE_RUNS). */
const RUNS = Number(process.env.HOSTILE_RUNS ?? 12)
const headersOf = (officer: Record<string, string>, more: Record<string, string> = {}) => ({
  ...officer,
  'content-type': 'application/json',
  'idempotency-key': randomUUID(),
  ...more,
})
/** Runs a property; a refusal of any request in it must leave the log as it was. */
const run = (property: fc.IAsyncProperty<unknown[]>, numRuns: number) =>
  fc.assert(property as fc.IAsyncProperty<unknown>, { numRuns, seed: Number(process.env.HOSTILE_SEED ?? 20_261_121), endOnFailure: true })

type Path = { path: string; method: string; query: string[] }
const paths = (): Path[] => {
  const doc = (
    server.app as unknown as { swagger: () => { paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>> } }
  ).swagger()
  return Object.entries(doc.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      path,
      method: method.toUpperCase(),
      query: parameters.filter((p) => p.in === 'query').map((p) => p.name),
    })),
  )
}

const queryValue = fc.oneof(
  hostileText.map((text) => text.slice(0, 3_000)),
  fc.constantFrom(...cursors),
  fc.constantFrom('2026-11-21', '0000-01-01', '9999-12-31', 'directive', '1', '-1'),
)

test('every read bears every id, query and cursor', async () => {
  const before = await written(server)
  for (const { path, query } of paths().filter((one) => one.method === 'GET')) {
    const asked = fc.tuple(
      fc.constantFrom(...officers),
      fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids, NOBODY) }, { weight: 1, arbitrary: hostileText }),
      query.length ? fc.array(fc.tuple(fc.constantFrom(...query), queryValue), { maxLength: 3 }) : fc.constant([]),
    )
    await run(
      fc.asyncProperty(asked, async ([officer, id, given]) => {
        const search = given.map(([name, value]) => `${name}=${encode(value)}`).join('&')
        await client.ask({ method: 'GET', url: `${path.replace('{id}', encode(id).slice(0, 900))}?${search}`, headers: officer })
      }) as never,
      query.length ? 30 : 8,
    )
  }
  assert.equal(await written(server), before)
})

/** As encodeURIComponent, which refuses halves of characters: a client may send any bytes. */
const encode = (text: string): string => encodeURIComponent(text.toWellFormed())

test('every command of every stream type bears every payload', async () => {
  const met = new Map<string, number>()
  // A busy machine tries each command fewer times, but every command.
  const hurryAfter = Date.now() + 15_000
  for (const decider of server.service.kernel.registry.all()) {
    for (const [name, spec] of Object.entries(decider.commands as Record<string, CommandSpec>)) {
      const url = (id: string) =>
        decider.type === 'note'
          ? `/api/cases/${id}/notes`
          : decider.underCase
            ? `/api/cases/${id}/${decider.type}/${name}`
            : spec.creates === true
              ? `/api/${decider.type}`
              : `/api/${decider.type}/${id}/${name}`
      const targets = decider.underCase ? ['agreement', 'directive'] : [decider.type]
      const payload = fc.oneof({ weight: 4, arbitrary: nearly(spec.payload, ids) }, { weight: 1, arbitrary: hostileValue })
      await run(
        fc.asyncProperty(target(targets), payload, async ({ officer, id }, body) => {
          const before = await written(server)
          const answer = await client.ask({ method: 'POST', url: url(id), headers: headersOf(officer), payload: JSON.stringify(body) })
          const code = answer.status === 200 ? 'ok' : String(answer.json().code)
          if (code !== 'ok') assert.equal(await written(server), before, `half-written after ${answer.body}`)
          met.set(code, (met.get(code) ?? 0) + 1)
        }) as never,
        process.env.HOSTILE_RUNS || Date.now() < hurryAfter ? RUNS : 3,
      )
    }
  }
  // It must have reached the rules, not only the gates before them.
  assert.equal((met.get('foreign-origin') ?? 0) + (met.get('not-signed-in') ?? 0), 0)
  assert.ok((met.get('ok') ?? 0) > 2 && met.size > 15, JSON.stringify([...met]))
})

test('other routes that take a body bear every body', async () => {
  const commands = new Set(server.service.kernel.registry.all().map((decider) => decider.type))
  const rest = paths().filter(
    ({ path, method }) => (method !== 'GET' && !commands.has(path.split('/')[2] ?? '')) || path === '/api/agreement/intake',
  )
  for (const { path, method } of rest.filter((one) => one.method !== 'GET' && !one.path.includes('sign-out'))) {
    await run(
      fc.asyncProperty(fc.constantFrom(...officers), fc.constantFrom(...idsOf('agreement')), hostileValue, async (officer, id, body) => {
        const before = await written(server)
        const url = path.replace('{id}', id).replace('{command}', 'x')
        const answer = await client.ask({
          method: method as 'POST',
          url: `${url}?name=${encode('a\0b')}`,
          headers: headersOf(officer),
          payload: JSON.stringify(body),
        })
        if (answer.status !== 200) assert.equal(await written(server), before)
      }) as never,
      10,
    )
  }
})

test('bad headers are told by name', async () => {
  const [id] = idsOf('directive')
  const before = await written(server)
  for (const headers of oddHeaders) {
    for (const url of [
      `/api/directive/${id}/edit`,
      '/api/directive',
      `/api/cases/${id}/notes`,
      `/api/cases/${id}/reading/read`,
      '/api/intake/names',
    ]) {
      const answer = await client.ask({ method: 'POST', url, headers: headersOf(officers[0]!, headers), payload: '{"x":1}' })
      assert.ok(answer.status >= 400 || url.endsWith('names'), `${JSON.stringify(headers)} passed`)
    }
  }
  for (const cookie of [
    'hiepdong.session_token=%',
    'hiepdong.session_token=%00.x',
    'hiepdong.session_token=a.b',
    `hiepdong.session_token=${'x'.repeat(4_000)}.y`,
    '__Secure-hiepdong.session_token=a%2Eb.c',
    '=;=;',
  ]) {
    assert.equal((await client.ask({ method: 'GET', url: '/api/me', headers: { cookie } })).status, 401)
  }
  for (const language of ['en', 'en-GB;q=0', 'fr', '*', 'x'.repeat(2_000), '\u00ff']) {
    await client.ask({ method: 'GET', url: '/api/me', headers: { 'accept-language': language } })
  }
  assert.equal(await written(server), before)
})

test('broken, huge and packed bodies are refused', async () => {
  const [id] = idsOf('directive')
  const before = await written(server)
  const bodies: [string | Buffer, Record<string, string>][] = [
    ['{', {}],
    ['['.repeat(100_000), {}],
    [`${'['.repeat(200_000)}${']'.repeat(200_000)}`, {}],
    [`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, {}],
    ['{"__proto__": {"x": 1}}', {}],
    ['{"constructor": {"prototype": {"x": 1}}}', {}],
    [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), {}],
    ['x'.repeat(9 * 1024 * 1024), {}],
    [gzipSync(Buffer.alloc(60 * 1024 * 1024, 0x20)), { 'content-encoding': 'gzip' }],
    [gzipSync('{"x":1}').subarray(0, 12), { 'content-encoding': 'gzip' }],
  ]
  for (const [payload, headers] of bodies) {
    for (const url of [`/api/directive/${id}/edit`, '/api/agreement', `/api/cases/${id}/notes`]) {
      const { status } = await client.ask({ method: 'POST', url, headers: headersOf(officers[0]!, headers), payload })
      assert.ok(status >= 400 && status < 500)
    }
  }
  assert.equal(await written(server), before)
  assert.equal(({} as { polluted?: boolean }).polluted, undefined)
})

test('who is not signed in is told so before a body is taken', async () => {
  for (const url of ['/api/files?name=x', '/api/intake?name=x', '/api/agreement/intake?name=x', '/api/directive', '/api/cases/x/notes']) {
    const said = await rawPost(url, 'content-length: 8000000\r\n')
    assert.match(said, /^HTTP\/1\.1 40[13]/, url)
  }
})

/** Sends the head of a request and never its body; the first line of the answer. */
const rawPost = (path: string, headers: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname, () =>
      socket.write(`POST ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-type: application/json\r\n${headers}\r\n`),
    )
    const timer = setTimeout(() => socket.destroy(new Error(`no answer to ${path}`)), 60_000)
    socket.once('data', (bytes) => {
      clearTimeout(timer)
      socket.destroy()
      resolve(bytes.toString().split('\r\n')[0] ?? '')
    })
    socket.once('error', reject)
  })

test('the server gives up on requests that never end', () => {
  const { headersTimeout, requestTimeout } = server.app.server
  assert.ok(headersTimeout > 0 && headersTimeout <= 30_000)
  assert.ok(requestTimeout > 0 && requestTimeout <= 300_000)
})
