import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { LargeBodies } from './large-bodies.ts'
import { buildServer } from './server.ts'

const MB = 1024 * 1024
const bodies = new LargeBodies({ perOfficer: 2, bytes: 5 * MB })

let server: RunningServer
let app: FastifyInstance
let url: string
let one: Record<string, string>
let two: Record<string, string>

before(async () => {
  server = await startServer({ stock: OFFICERS })
  app = await buildServer(server.service, { webDir: null, extra: [], logLevel: 'silent', largeBodies: bodies })
  url = await app.listen({ host: '127.0.0.1', port: 0 })
  one = await signedIn(url, 'vpub.chuyenvien', DEMO_PASSWORD)
  two = await signedIn(url, 'pa05.tructban', DEMO_PASSWORD)
})
after(async () => {
  app.server.closeAllConnections()
  await app.close()
  await server.stop()
})

/** Waits for a state, asked again with every turn of the event loop. */
const until = async (holds: () => boolean) => {
  const late = Date.now() + 60_000
  while (!holds()) {
    assert.ok(Date.now() < late, 'the state did not come')
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Begins to send a file and stops halfway. */
const begin = async (officer: Record<string, string>, size: number, headers = `content-length: ${size}`): Promise<Socket> => {
  const { hostname, port } = new URL(url)
  const held = bodies.size
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {})
  socket.write(
    `POST /api/files?name=a.txt HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${officer['cookie']}\r\norigin: ${officer['origin']}\r\n${headers}\r\n\r\n`,
  )
  await until(() => bodies.size === held + 1)
  return socket
}

const send = async (officer: Record<string, string>, size: number) => {
  const answer = await fetch(`${url}/api/files?name=a.txt`, { method: 'POST', headers: officer, body: 'a'.repeat(size) })
  const { code, text } = (await answer.json()) as { code?: string; text?: { vi: string; en: string } }
  return { status: answer.status, code, text, retryAfter: answer.headers.get('retry-after') }
}

test('an officer sends a few large files at once, no more; small ones always', async () => {
  const sockets = [await begin(one, MB), await begin(one, MB)]
  const refused = await send(one, MB)
  assert.deepEqual([refused.status, refused.code, refused.retryAfter], [429, 'too-many-uploads', '5'])
  assert.match(refused.text?.vi ?? '', /tối đa 2 tệp/u)
  assert.equal((await send(one, 1000)).status, 200)
  assert.equal((await send(two, MB)).status, 200)
  // Who goes away halfway gives the place back.
  sockets[0]!.destroy()
  await until(() => bodies.size === 1)
  assert.equal((await send(one, MB)).status, 200)
  sockets[1]!.destroy()
  await until(() => bodies.size === 0)
})

test('all officers together send no more than the server can hold; a body in chunks counts as the largest', async () => {
  const first = await begin(one, 3 * MB)
  const refused = await send(two, 3 * MB)
  assert.deepEqual([refused.status, refused.code, refused.retryAfter], [429, 'uploads-busy', '5'])
  first.destroy()
  await until(() => bodies.size === 0)
  const chunked = await begin(one, 0, 'transfer-encoding: chunked')
  assert.equal((await send(two, MB)).code, 'uploads-busy')
  chunked.destroy()
  await until(() => bodies.size === 0)
})

test('places come back after answers of every sort, and no connection to the database stays behind', async () => {
  const odd = async (path: string, headers: Record<string, string>) =>
    (await fetch(url + path, { method: 'POST', headers: { ...one, ...headers }, body: 'a'.repeat(100_000) })).status
  assert.deepEqual(
    [
      await odd('/api/nothing', { 'content-type': 'application/json' }),
      await odd('/api/contact-point', { 'content-type': 'application/json' }),
      await odd('/api/files', {}),
      await odd('/api/auth/sign-in/username', { 'content-type': 'application/json' }),
    ],
    [400, 400, 400, 413],
  )
  for (let n = 0; n < 20; n++) {
    const socket = await begin(one, MB)
    socket.destroy()
    await until(() => bodies.size === 0)
  }
  for (const pool of Object.values(server.service.pools)) await until(() => pool.waitingCount === 0 && pool.idleCount === pool.totalCount)
})

test('the limit that a body broke is the one that is told', async () => {
  const tooLarge = async (path: string, type: string, size: number) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      headers: { ...one, 'content-type': type, 'idempotency-key': 'limits-1234', 'content-length': String(size) },
      payload: '',
      authority: new URL(url).host,
    })
    return answer.statusCode === 413 ? (answer.json() as { text: { en: string } }).text.en : answer.body
  }
  assert.match(await tooLarge('/api/auth/sign-in/username', 'application/json', 5_000), /4 kB/)
  assert.match(await tooLarge('/api/contact-point', 'application/json', 9 * MB), /8 MB/)
  assert.match(await tooLarge('/api/files?name=a', 'text/plain', 51 * MB), /50 MB/)
})
