import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { secondPost } from '../../../testing/second-post.ts'
import { actorOf } from '../../demo/entries.ts'
import { DEMO_PASSWORD, demoOfficers, type DemoOfficer } from '../../demo/officers.ts'
import { SYSTEM } from '../access/system-actor.ts'
import { agencyId } from '../agencies/agency-record.ts'
import { execute } from '../streams/execute.ts'

let server: RunningServer
before(async () => {
  server = await startServer()
})
after(() => server.stop())

type Me = { officerId: string; post: { id: string; agency: { id: string } }; posts: { id: string }[] }

/** The projection lets a post end yesterday, which no command may. */
const endPost = (id: string) =>
  server.service.pools.system.query(`update post set valid_until = current_date - 2, valid_from = current_date - 9 where id = $1`, [id])

test('a page opened in a post that ended changes nothing until it is loaded again', async () => {
  const headers = { ...(await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)), 'content-type': 'application/json' }
  const me = async () => (await (await fetch(`${server.url}/api/me`, { headers })).json()) as Me
  const post = async (path: string, body: object) => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
    return { status: answer.status, code: ((await answer.json()) as { code?: string }).code }
  }
  const first = await me()
  const second = await secondPost(server.service.kernel, { officerId: first.officerId, agencyId: first.post.agency.id, rights: ['answer'] })
  const { rows } = (await (await fetch(`${server.url}/api/cases`, { headers })).json()) as { rows: { id: string }[] }
  const note = () => post(`/api/cases/${rows[0]?.id}/notes`, { text: 'x' })
  assert.equal((await note()).status, 200)
  await endPost(first.post.id)
  assert.deepEqual(await note(), { status: 409, code: 'post-ended' })
  assert.equal((await me()).post.id, second)
  assert.equal((await note()).status, 200)
  await endPost(second)
  assert.deepEqual(await note(), { status: 403, code: 'no-post' })
})

test('an officer who was deactivated can change nothing, although the session lives', async () => {
  const headers = {
    ...(await signedIn(server.url, 'viettel.daumoi', DEMO_PASSWORD)),
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  const { officerId } = (await (await fetch(`${server.url}/api/me`, { headers })).json()) as Me
  await execute(server.service.kernel, {
    actor: SYSTEM,
    streamType: 'officer',
    streamId: officerId,
    command: 'deactivate',
    payload: {},
    key: randomUUID(),
  })
  const answer = await fetch(`${server.url}/api/notifications/read`, { method: 'POST', headers, body: '{"all":true}' })
  assert.equal(answer.status, 403)
})

test('a session opens in the post at the officer’s own agency, whichever post comes first by its number', async () => {
  const { officerId, postId } = actorOf(demoOfficers.find(({ account }) => account === 'skhcn.chuyenvien') as DemoOfficer)
  const elsewhere = '00000000-0000-4000-8000-0000000000aa'
  const unit = agencyId('gia-lai/ubnd')
  await execute(server.service.kernel, {
    actor: SYSTEM,
    streamType: 'post',
    streamId: elsewhere,
    command: 'create',
    payload: { agencyId: unit, unitId: unit, title: 'A', rights: ['answer'], officerId },
    key: randomUUID(),
  })
  const headers = await signedIn(server.url, 'skhcn.chuyenvien', DEMO_PASSWORD)
  const me = (await (await fetch(`${server.url}/api/me`, { headers })).json()) as Me
  assert.deepEqual([me.post.id, ...me.posts.map(({ id }) => id)], [postId, postId, elsewhere])
})
