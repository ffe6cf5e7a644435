import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import { hostileClient, written } from './hostile/client.ts'
import { type Route, routesOf } from './hostile/routes.ts'
import { type RunningServer, signedIn, startServer } from './running-server.ts'

let server: RunningServer
let client: ReturnType<typeof hostileClient>
let officer: { cookie: string; origin: string }
let routes: Route[]
let before0: string

before(async () => {
  server = await startServer()
  client = hostileClient(server)
  officer = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  const { rows } = (await client.ask({ method: 'GET', url: '/api/cases', headers: officer })).json() as { rows: { id: string }[] }
  const id = rows[0]?.id ?? ''
  routes = routesOf(server).map((route) => ({ ...route, path: route.path.replace('{id}', id).replace('{command}', 'read') }))
  before0 = await written(server)
})
after(() => server.stop())

const reads = () => routes.filter(({ method }) => method === 'GET')
const writes = () => routes.filter(({ method, path }) => method !== 'GET' && !path.startsWith('/api/auth/'))
const headers = (more: Record<string, string> = {}) => ({
  ...officer,
  'content-type': 'application/json',
  'idempotency-key': randomUUID(),
  ...more,
})

test('every route bears every method', async () => {
  for (const path of new Set(routes.map((route) => route.path))) {
    for (const method of ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND', 'SEARCH'] as const) {
      if (path.endsWith('/account') && method === 'DELETE') continue
      const { status, body } = await client.ask({ method: method as 'HEAD', url: path, headers: officer })
      assert.ok(status < 500 && (method !== 'HEAD' || body === ''), `${method} ${path} ${status}`)
    }
  }
  assert.equal(await written(server), before0)
})

/** Query strings that no screen writes, around a parameter's name. */
const queries = (name: string): string[] => [
  `${name}=a&${name}=b`,
  `${name}=2026-01-01&${name}=2026-01-02`,
  `${name}[]=a`,
  `${name}[a]=b`,
  `${name}[__proto__]=b`,
  `${name}`,
  `${name}=%`,
  `${name}=%zz`,
  `${name}=%c3%28`,
  `${name}=%00`,
  `${name}=%ed%a0%80`,
  `${name}=%c0%ae%c0%ae`,
  `${name}=%EF%BC%91`,
  `${name}=99999999999999999999999`,
  `${name}=1e308`,
  `${name}=-0`,
  `${name}=0x10`,
  `${name}=${'9'.repeat(400)}`,
  `${name}=${'%E1%BB%87'.repeat(150)}`,
  `__proto__=1&constructor=1&${name}=1`,
  `=&&&=&${name}==`,
  `${name}=%2B00:00&${name}=`,
]

test('every read bears every form of a query', async () => {
  for (const { path, query } of reads()) {
    for (const name of query.length ? query : ['after']) {
      for (const search of queries(name)) await client.ask({ method: 'GET', url: `${path}?${search}`, headers: officer })
    }
  }
})

test('every command bears every form of a query and every type of content', async () => {
  for (const { path, method } of writes()) {
    for (const type of [
      '',
      'text/plain',
      'application/xml',
      'multipart/form-data',
      'application/json; charset=utf-16',
      'application/json;',
      ';',
      'a/b/c',
      'application/x-www-form-urlencoded',
      'APPLICATION/JSON',
      'application/vnd.api+json',
    ]) {
      const { status } = await client.ask({
        method: method as 'POST',
        url: `${path}?a=%&a[]=1&a=2`,
        headers: headers({ 'content-type': type }),
        payload: '"x"',
      })
      assert.ok(status >= 400 || path.includes('/intake') || path === '/api/files', `${method} ${path} ${type} ${status}`)
    }
  }
})

test('JSON that says a thing twice, in other alphabets or beyond all numbers is refused or read in one way', async () => {
  for (const { path, method } of writes().filter((route) => route.path !== '/api/files')) {
    for (const payload of [
      '{"text":"a","text":{"b":1}}',
      '\ufeff{"text":"a"}',
      '{"text":"a"}}',
      '{"version":1e400,"on":"２０２６-11-21","postId":1e400}',
      '{"ids":["999999999999999999","٣"],"version":-0,"ordinal":1e21}',
      '{"\\u005f_proto__":{"a":1}}',
      '{"text":"\\ud800"}',
      '[[[]]]',
      'null',
      '',
      'nul',
      '/* x */{}',
      `{"text":"${'a'.repeat(70_000)}"}`,
    ])
      await client.ask({ method: method as 'POST', url: path, headers: headers(), payload })
  }
})

/** Sends bytes as they are and reads one answer, or what comes until the server ends the connection. */
const raw = (bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const timer = setTimeout(() => socket.destroy(new Error(`no answer to ${bytes.toString('latin1').slice(0, 200)}`)), 60_000)
    let told = ''
    const done = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(told)
    }
    socket.on('data', (part) => {
      told += part.toString('latin1')
      if (isWhole(told)) done()
    })
    socket.once('error', reject)
    socket.once('end', done)
  })

/** The head has come, and as much of the body as it announces: its length, or chunks with an empty one at the end. */
const isWhole = (told: string): boolean => {
  const end = told.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = told.slice(0, end)
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) return told.endsWith('\r\n0\r\n\r\n')
  return told.length - end - 4 >= Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? '0')
}

test('odd request lines and heads are refused in the product’s own words', async () => {
  // What was read in one way above may have written: the case that stands first today may take a note.
  const before = await written(server)
  const { host } = new URL(server.url)
  const head = `host: ${host}\r\ncookie: ${officer.cookie}\r\norigin: ${officer.origin}\r\n`
  const lines = [
    'GET /api/cases/%zz HTTP/1.1',
    'GET /api/cases/%c0%ae%c0%ae HTTP/1.1',
    'GET /api/cases/%00 HTTP/1.1',
    'GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
    'GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1',
    'GET /../../package.json HTTP/1.1',
    'GET //evil.example/%2e%2e HTTP/1.1',
    'GET http://evil.example/api/me HTTP/1.1',
    'GET /api/cases/x?%=%&%zz=%zz HTTP/1.1',
    `GET /api/cases/${'a'.repeat(10_000)} HTTP/1.1`,
    `GET /${'a/'.repeat(5_000)} HTTP/1.1`,
    `GET /api/cases/${'a'.repeat(20_000)} HTTP/1.1`,
    'OPTIONS * HTTP/1.1',
    'GET * HTTP/1.1',
    'FOO /api/me HTTP/1.1',
    'QUERY /api/me HTTP/1.1',
    'TRACE /api/me HTTP/1.1',
    'GET /api/me HTTP/9.9',
    'GET /api/m\u00ea HTTP/1.1',
    'POST /api/directive HTTP/1.1\r\ncontent-length: 5\r\ncontent-length: 6',
    'POST /api/directive HTTP/1.1\r\ncontent-length: -1',
    'POST /api/directive HTTP/1.1\r\ncontent-length: 99999999999999999999',
    'POST /api/directive HTTP/1.1\r\ntransfer-encoding: chunked\r\ncontent-length: 5',
    'POST /api/directive HTTP/1.1\r\ntransfer-encoding: gzip',
    'POST /api/directive HTTP/1.1\r\nexpect: 200-ok\r\ncontent-length: 2',
    'GET /api/me HTTP/1.1\r\nupgrade: websocket\r\nconnection: upgrade',
    'GET /api/me HTTP/1.1\r\nx: \u0001',
    'GET /api/me HTTP/1.1\r\nrange: bytes=0-0,-1',
    ...['if-match', 'idempotency-key', 'effective-at', 'content-type'].map(
      (name) => `POST /api/directive HTTP/1.1\r\ncontent-length: 0\r\n${name}: "1"\r\n${name}: "2"`,
    ),
  ]
  for (const line of lines) {
    const told = await raw(Buffer.from(`${line}\r\n${head}\r\n`, 'latin1'))
    const shown = `${line.slice(0, 120)} → ${told.slice(0, 300)}`
    assert.match(told, /^HTTP\/1\.1 [1-4]\d\d /, shown)
    if (told.startsWith('HTTP/1.1 4')) {
      assert.match(told, /content-type: application\/problem\+json/i, shown)
      assert.match(told, /"text":\{"vi":".+","en":".+"\}/, shown)
    }
    assert.doesNotMatch(told, /root:|"name": "hiepdong"|node_modules/, shown)
  }
  assert.deepEqual(server.log, [])
  assert.equal(await written(server), before)
})
