import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'

let server: RunningServer
let cookie: string
before(async () => {
  server = await startServer()
  cookie = (await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)).cookie as string
})
after(() => server.stop())

const UNPACK = { zstd: zstdDecompressSync, br: brotliDecompressSync, gzip: gunzipSync, identity: (bytes: Buffer) => bytes }
const url = `/api/cases/${demoId('letter')}`

const packed = async (accepts: string | undefined) => {
  const answer = await server.app.inject({ url, headers: { cookie, ...(accepts === undefined ? {} : { 'accept-encoding': accepts }) } })
  assert.equal(answer.statusCode, 200)
  const as = (answer.headers['content-encoding'] ?? 'identity') as keyof typeof UNPACK
  const { lastSeenAt: _, ...told } = JSON.parse(UNPACK[as](answer.rawPayload).toString()) as Record<string, unknown>
  return { as, told, bytes: answer.rawPayload.length, vary: String(answer.headers.vary) }
}

test('an answer is packed as tightly as its client can open it, and says the same', async () => {
  const plain = await packed(undefined)
  assert.equal(plain.as, 'identity')
  const ways = [
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', 'identity'],
    ['zstd;q=0, gzip', 'gzip'],
  ] as const
  for (const [accepts, as] of ways) {
    const answer = await packed(accepts)
    assert.equal(answer.as, as, accepts)
    assert.deepEqual(answer.told, plain.told, accepts)
    if (as === 'identity') continue
    assert.ok(answer.bytes < plain.bytes / 1.5, `${as}: ${answer.bytes} of ${plain.bytes}`)
    assert.match(answer.vary, /accept-encoding/i)
    assert.match(answer.vary, /cookie/i)
  }
})
