import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { secondPost } from '../../../testing/second-post.ts'
import { toyActor } from '../../../testing/toy-kernel.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'
import { execute } from '../streams/execute.ts'
import type { FulfilmentListView, MeView } from './views.ts'

let server: RunningServer
let office: Record<string, string>
let police: Record<string, string>
before(async () => {
  server = await startServer()
  office = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  police = await signedIn(server.url, 'catinh.lanhdao', DEMO_PASSWORD)
})
after(() => server.stop())

const letter = demoId('letter')
const REPEATED = [
  '/api/cases',
  `/api/cases/${letter}`,
  `/api/cases/${letter}/timeline`,
  `/api/cases/${letter}/fulfilments`,
  `/api/cases/${letter}/progress`,
  '/api/desk',
  '/api/desk/waiting',
  '/api/desk/coming',
  '/api/notifications',
]

const get = async (path: string, headers: Record<string, string>, held?: string) => {
  const answer = await fetch(server.url + path, { headers: { ...headers, ...(held ? { 'if-none-match': held } : {}) } })
  const { headers: told, status } = answer
  const tag = told.get('etag') ?? ''
  return { status, tag, body: await answer.text(), cache: told.get('cache-control'), vary: told.get('vary') ?? '' }
}

test('what did not change is not sent again, and is kept by nobody but the browser that asked', async () => {
  for (const path of REPEATED) {
    const first = await get(path, office)
    assert.deepEqual([first.status, first.cache], [200, 'private, no-cache'], path)
    assert.match(first.tag, /^W\/"[\w-]{43}"$/)
    assert.match(first.vary, /cookie/i)
    assert.match(first.vary, /hiepdong-post/i)
    for (const held of [first.tag, `"other", ${first.tag}`, first.tag.slice(2)]) {
      const again = await get(path, office, held)
      assert.deepEqual([again.status, again.body, again.tag, again.cache], [304, '', first.tag, 'private, no-cache'], path)
    }
    assert.equal((await get(path, office, '*')).status, 200)
    assert.equal((await get(path, office, '"other"')).status, 200)
  }
})

test('what changed is sent whole', async () => {
  const path = `/api/cases/${letter}/timeline`
  const before = await get(path, office)
  const { body } = await get(`/api/cases/${letter}/fulfilments?status=not-begun`, office)
  const row = (JSON.parse(body) as FulfilmentListView).rows.find(({ state }) => state === 'assigned')
  assert.ok(row)
  const actor = toyActor(row.agency.id)
  const command = { streamType: 'fulfilment', streamId: row.id, command: 'accept', payload: {}, ifMatch: row.version }
  await execute(server.service.kernel, { actor, ...command, key: randomUUID() })
  const after = await get(path, office, before.tag)
  assert.equal(after.status, 200)
  assert.notEqual(after.tag, before.tag)
  assert.notEqual(after.body, before.body)
})

test('nobody is told that another holds the same: the tag is of the officer and of the post', async () => {
  for (const path of REPEATED) {
    const { tag } = await get(path, office)
    const others = await get(path, police, tag)
    assert.notEqual(others.status, 304, path)
    assert.notEqual(others.tag, tag)
  }
  const me = JSON.parse((await get('/api/me', office)).body) as MeView
  const second = await secondPost(server.service.kernel, {
    officerId: me.officerId,
    agencyId: me.post.agency.id,
    unitId: me.post.unit.id,
    rights: me.post.rights,
  })
  const [one, two] = [
    { ...office, 'hiepdong-post': me.post.id },
    { ...office, 'hiepdong-post': second },
  ]
  // The same officer in two posts of one unit is told the same to the letter, and still asks for each.
  const path = '/api/cases'
  const held = await get(path, one)
  assert.equal((await get(path, one, held.tag)).status, 304)
  const other = await get(path, two, held.tag)
  assert.deepEqual([other.status, other.body], [200, held.body])
})

test('who may not see it any more, and who is not signed in, is not told that it stands', async () => {
  const path = `/api/cases/${letter}`
  const { tag } = await get(path, office)
  const { status, cache, body } = await get(path, {}, tag)
  assert.deepEqual([status, cache], [401, 'no-store'])
  assert.doesNotMatch(body, /etag/)
  const nowhere = await get(`/api/cases/${randomUUID()}`, office, tag)
  assert.deepEqual([nowhere.status, nowhere.cache, nowhere.tag], [404, 'no-store', ''])
})

test('answers that screens do not repeat are kept nowhere', async () => {
  for (const path of ['/api/me', '/api/search?q=an', `/api/cases/${letter}/notes`])
    assert.deepEqual([(await get(path, office)).cache, (await get(path, office)).tag], ['no-store', ''], path)
})
