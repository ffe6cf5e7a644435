import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, beforeEach, before, test } from 'node:test'
import pg from 'pg'
import { directiveDraft } from '../../../testing/builders/directive.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { actorOf } from '../../demo/entries.ts'
import { DEMO_PASSWORD, demoOfficers } from '../../demo/officers.ts'
import { agencyId } from '../agencies/agency-record.ts'
import type { Receipt } from '../streams/execute.ts'

let server: RunningServer
let owner: pg.Client
before(async () => {
  server = await startServer()
  owner = new pg.Client(server.db.ownerUrl)
  await owner.connect()
})
after(async () => {
  await owner.end()
  await server.stop()
})

const demo = demoOfficers.find(({ account }) => account === 'skhcn.chuyenvien')
if (!demo) throw new Error('the demo has another officer')
const { officerId, postId, agencyId: own } = actorOf(demo)

let headers: Record<string, string>
let draft: string

const give = async (path: string, body: object, key: string = randomUUID()) => {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': key },
    body: JSON.stringify(body),
  })
  return { status: answer.status, body: (await answer.json()) as Receipt & { code?: string } }
}
const edit = async () => {
  const { status, body } = await give(`/api/directive/${draft}/edit`, directiveDraft())
  return status === 200 ? 'done' : `${status} ${body.code}`
}

/** A session that this server remembers, since it gave a command; what happens to it next happens elsewhere, straight in the tables. */
beforeEach(async () => {
  headers = { ...(await signedIn(server.url, 'skhcn.chuyenvien', DEMO_PASSWORD)), 'content-type': 'application/json' }
  const { status, body } = await give('/api/directive', directiveDraft())
  assert.equal(status, 200)
  draft = body.streamId
  assert.equal(await edit(), 'done')
})

test('a session that ended on another server gives no command more, nor does one that ran out', async () => {
  await owner.query(`update auth.session set "expiresAt" = now()`)
  assert.equal(await edit(), '401 not-signed-in')
  await owner.query(`delete from auth.session`)
  assert.equal(await edit(), '401 not-signed-in')
  const { rows } = await owner.query('select version from stream where id = $1', [draft])
  assert.equal(rows.length === 0 || rows[0].version === 2, true)
})

test('an officer who was deactivated or whose post ended elsewhere is stopped at the next command', async () => {
  await server.service.pools.write.query('update officer set active = false where id = $1', [officerId])
  assert.equal(await edit(), '403 no-post')
  await server.service.pools.write.query('update officer set active = true where id = $1', [officerId])
  assert.equal(await edit(), 'done')
  await server.service.pools.write.query('update post set valid_from = current_date - 9, valid_until = current_date - 2 where id = $1', [
    postId,
  ])
  assert.equal(await edit(), '403 no-post')
  await server.service.pools.write.query('update post set valid_until = null where id = $1', [postId])
})

test('a right that was taken elsewhere is gone at the next command', async () => {
  const rights = async (...given: string[]) =>
    server.service.pools.write.query('update post set rights = $2 where id = $1', [postId, given])
  await rights('answer')
  assert.match(await edit(), /^(403|409) /)
  await rights('draft', 'issue', 'answer')
  assert.equal(await edit(), 'done')
})

test('a session that went on in another post elsewhere acts for that one', async () => {
  const second = randomUUID()
  const agency = agencyId('gia-lai/ubnd')
  await server.service.pools.write.query(
    `insert into post select $1, version, $2, $2, 'Kiêm nhiệm', rights, officer_id, officer_since, valid_from, valid_until from post where id = $3`,
    [second, agency, postId],
  )
  await owner.query(`update auth.session set "postId" = $1 where "userId" = (select id from auth."user" where "officerId" = $2)`, [
    second,
    officerId,
  ])
  const { body } = await give('/api/directive', directiveDraft())
  const { rows } = await server.service.pools.write.query('select agency_id from event where stream_id = $1', [body.streamId])
  assert.deepEqual(rows, [{ agency_id: agency }])
  assert.equal(await edit(), '404 not-found')
  await server.service.pools.write.query('update post set valid_until = current_date - 1, valid_from = current_date - 2 where id = $1', [
    second,
  ])
  assert.equal(await edit(), '409 post-ended')
  await owner.query(`update auth.session set "postId" = null`)
  assert.equal(await edit(), 'done')
  assert.equal(own === agency, false)
})

test('one key given many times at once is one effect and one answer; under another body it is refused', async () => {
  const key = randomUUID()
  const body = directiveDraft()
  const answers = await Promise.all(Array.from({ length: 8 }, () => give('/api/directive', body, key)))
  assert.deepEqual(new Set(answers.map((one) => JSON.stringify(one))).size, 1)
  assert.equal(answers[0]?.status, 200)
  const { rows } = await server.service.pools.write.query('select count(*)::int as n from event where stream_id = $1', [
    answers[0]?.body.streamId,
  ])
  assert.equal(rows[0].n, 1)
  assert.equal((await give('/api/directive', directiveDraft(), key)).body.code, 'key-reused')
})
