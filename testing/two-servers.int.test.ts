import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { CaseListView, DeskView } from '../src/kernel/http/views.ts'
import { LiveStream } from './live-stream.ts'
import { signedIn } from './running-server.ts'
import type { ServerProcess } from './server-process.ts'
import { get, letter, PASSWORD, post, type TwoServers, twoServers } from './two-servers.ts'

let both: TwoServers
let first: ServerProcess
let second: ServerProcess
let office: Record<string, string>
let police: Record<string, string>

before(async () => {
  both = await twoServers()
  ;({ first, second } = both)
  office = await signedIn(first.url, 'vp.ubnd', PASSWORD)
  police = await signedIn(second.url, 'tb.cat', PASSWORD)
})
after(() => both.stop())

test('both serve: a session opened at one holds at the other', async () => {
  for (const at of [first, second]) {
    assert.equal((await get<{ status: string }>(at, '/health', {})).status, 'ok')
    assert.deepEqual((await get<CaseListView>(at, '/cases', office)).rows, [])
  }
})

test('the same command given to both at once is one effect and one answer; the same key with another body is refused', async () => {
  const commands = Array.from({ length: 8 }, (_, n) => ({
    path: '/directive',
    body: letter(`100${n}`),
    by: office,
    key: `twice-${randomUUID()}`,
  }))
  const answers = await Promise.all(commands.map((one) => Promise.all([post({ ...one, at: first }), post({ ...one, at: second })])))
  for (const [one, other] of answers) {
    assert.equal(one.status, 200, JSON.stringify(one.body))
    assert.deepEqual(other, one)
  }
  for (const at of [first, second]) assert.equal((await get<CaseListView>(at, '/cases', office)).rows.length, commands.length)
  const other = await post({ ...commands[0]!, at: second, body: letter('2000') })
  assert.deepEqual([other.status, other.body.code], [409, 'key-reused'])
})

test('what is issued at one server reaches a browser that listens at the other, and its desk', { timeout: 120_000 }, async () => {
  const { body: draft } = await post({ at: first, path: '/directive', body: letter('3000'), by: office })
  const stream = await LiveStream.open(second.url, police)
  const heard = stream.changeOf(draft.caseId)
  const issued = await post({ at: first, path: `/directive/${draft.streamId}/issue`, body: {}, by: office })
  assert.equal(issued.status, 200, JSON.stringify(issued.body))
  assert.equal((await heard).desk, true)
  await stream.close()
  const desk = await get<DeskView>(second, '/desk', police)
  assert.deepEqual(
    desk.rows.map((row) => [row.caseId, row.act]),
    [[draft.caseId, 'accept']],
  )
})

test('one server killed in the midst, the other goes on, and a retry of what the dead one answered changes nothing', async () => {
  const given = { path: '/directive', body: letter('4000'), by: office, key: `retry-${randomUUID()}` }
  const answered = await post({ ...given, at: first })
  await first.kill('SIGKILL')
  assert.deepEqual(await post({ ...given, at: second }), answered)
  const { rows } = await get<CaseListView>(second, '/cases', office)
  assert.equal(rows.filter((row) => row.id === answered.body.caseId).length, 1)
})
