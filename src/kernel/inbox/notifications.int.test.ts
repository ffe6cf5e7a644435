import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { secondPost } from '../../../testing/second-post.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { agencyId } from '../agencies/agency-record.ts'
import type { MeView, NotificationListView } from '../http/views.ts'

let server: RunningServer
let session: Record<string, string>
before(async () => {
  server = await startServer()
  session = await signedIn(server.url, 'vnpt.daumoi', DEMO_PASSWORD)
})
after(() => server.stop())

const read = async <T>(path: string, post?: string): Promise<T> => {
  const answer = await fetch(server.url + path, { headers: { ...session, ...(post ? { 'hiepdong-post': post } : {}) } })
  assert.equal(answer.status, 200)
  return (await answer.json()) as T
}

/** Notices of the demo's agencies, as many as told, about a case that the first of its cases stands for. */
const notify = async (agency: string, times: number): Promise<string> => {
  const { rows } = await server.service.pools.system.query(
    'select case_id from feed where subject_id = $1 order by updated_at desc limit 1',
    [agency],
  )
  const caseId = rows[0]?.case_id as string
  await server.service.pools.system.query(
    `insert into notification (agency_id, stream_id, case_id, what, params, asker_id, at)
     select $1::uuid, $2::uuid, $2::uuid, 'reminder.due', '{"title":"Việc","dueAt":"2026-12-01T00:00:00Z"}', $1::uuid, now() from generate_series(1, $3)`,
    [agency, caseId, times],
  )
  return caseId
}

test('a notice about a case that the agency may no longer see neither counts nor shows', async () => {
  const me = await read<MeView>('/api/me')
  const caseId = await notify(me.post.agency.id, 3)
  const before = await read<NotificationListView>('/api/notifications')
  const about = before.rows.filter((row) => row.caseId === caseId && !row.read).length
  assert.ok(about >= 3)
  await server.service.pools.system.query('update visible set valid_until = now() where case_id = $1 and subject_id = $2', [
    caseId,
    me.post.agency.id,
  ])
  const now = await read<NotificationListView>('/api/notifications')
  assert.deepEqual(
    now.rows.filter((row) => row.caseId === caseId),
    [],
  )
  assert.equal(now.unread, before.unread - about)
  assert.equal((await read<MeView>('/api/me')).unread, now.unread)
})

test('what an officer has read for one agency says nothing of the notices of another', async () => {
  const me = await read<MeView>('/api/me')
  const there = agencyId('gia-lai/so-khcn')
  const second = await secondPost(server.service.kernel, { officerId: me.officerId, agencyId: there, rights: ['answer'] })
  const unread = async (post: string) => (await read<NotificationListView>('/api/notifications', post)).unread
  const readAll = (post: string) =>
    fetch(`${server.url}/api/notifications/read`, {
      method: 'POST',
      headers: { ...session, 'hiepdong-post': post, 'content-type': 'application/json' },
      body: '{"all":true}',
    })
  await notify(there, 2)
  const waiting = await unread(second)
  assert.ok(waiting >= 2)
  await notify(me.post.agency.id, 1)
  assert.equal((await readAll(me.post.id)).status, 200)
  assert.equal(await unread(me.post.id), 0)
  assert.equal(await unread(second), waiting)
  assert.equal((await readAll(second)).status, 200)
  assert.deepEqual([await unread(second), await unread(me.post.id)], [0, 0])
})
