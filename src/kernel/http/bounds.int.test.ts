import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LiveStream } from '../../../testing/live-stream.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'

let server: RunningServer
before(async () => {
  server = await startServer({ stock: OFFICERS })
})
after(() => server.stop())

test('an officer holds a few live streams, over all windows, and one that ends makes room', async () => {
  const one = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  const two = await signedIn(server.url, 'pa05.tructban', DEMO_PASSWORD)
  const streams: LiveStream[] = []
  for (let n = 0; n < 40; n++) streams.push(await LiveStream.open(server.url, one))
  const refused = await fetch(`${server.url}/api/live`, { headers: one })
  const { code, text } = (await refused.json()) as { code: string; text: { vi: string } }
  assert.deepEqual([refused.status, code], [429, 'too-many-streams'])
  assert.match(text.vi, /40 cửa sổ/u)
  streams.push(await LiveStream.open(server.url, two))
  await streams.shift()?.close()
  while (server.service.live.size > 40) await new Promise((resolve) => setImmediate(resolve))
  streams.push(await LiveStream.open(server.url, one))
  await Promise.all(streams.map((stream) => stream.close()))
})

/** One wrong password, from an address, with what the client claims of where it is. */
const guess = async (account: string, remoteAddress: string, claimed: string) => {
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    remoteAddress,
    headers: { 'x-forwarded-for': claimed },
    payload: { username: account, password: 'khong-phai-mat-khau' },
  })
  return answer.statusCode
}
const address = (n: number) => `198.51.100.${n}`

test('who guesses passwords is counted by the address of the connection, whatever the headers claim', async () => {
  for (let n = 1; n <= 10; n++) assert.equal(await guess('skhcn.chuyenvien', '203.0.113.9', address(n)), 401)
  assert.equal(await guess('skhcn.chuyenvien', '203.0.113.9', address(11)), 429)
  assert.equal(await guess(' SKHCN.ChuyenVien ', '203.0.113.9', '127.0.0.1'), 429)
  assert.equal(await guess('skhcn.chuyenvien', '203.0.113.10', address(1)), 401, 'another address is not stopped')
})

test('behind the proxy of this machine the address that it saw counts, not those that the client put before it', async () => {
  for (let n = 1; n <= 10; n++) assert.equal(await guess('vnpt.daumoi', '127.0.0.1', `${address(n)}, 203.0.113.20`), 401)
  assert.equal(await guess('vnpt.daumoi', '127.0.0.1', `${address(11)}, 203.0.113.20`), 429)
  assert.equal(await guess('vnpt.daumoi', '127.0.0.1', '203.0.113.21'), 401)
})
