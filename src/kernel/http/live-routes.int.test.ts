import assert from 'node:assert/strict'
import { once } from 'node:events'
import { after, before, test } from 'node:test'
import { LiveStream } from '../../../testing/live-stream.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'

let server: RunningServer
let headers: Record<string, string>
before(async () => {
  server = await startServer({ stock: OFFICERS })
  headers = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
})
after(() => server.stop())

test('who leaves while the session is looked up leaves nothing behind: no listener, no place among the streams, no timer', async (t) => {
  const { asking } = server.service
  const look = asking.actorOf.bind(asking)
  t.mock.method(asking, 'actorOf', async (...given: Parameters<typeof look>) => {
    const actor = await look(...given)
    const { socket } = (given[0] as { raw: { socket: { destroy(): void; destroyed: boolean } & NodeJS.EventEmitter } }).raw
    const gone = once(socket, 'close')
    socket.destroy()
    await gone
    return actor
  })
  // More than one officer may hold: were one kept, the last would be refused.
  for (let n = 0; n < 45; n++) await assert.rejects(fetch(`${server.url}/api/live`, { headers }))
  t.mock.restoreAll()
  const stream = await LiveStream.open(server.url, headers)
  assert.equal(server.service.live.size, 1)
  await stream.close()
})
