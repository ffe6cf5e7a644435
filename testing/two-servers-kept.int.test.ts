import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { after, before, test } from 'node:test'
import type { CaseListView, CaseView, FulfilmentListView, TimelineView } from '../src/kernel/http/views.ts'
import { CASE_SUBJECT } from '../src/kernel/vault/keyring.ts'
import { localDate } from '../src/kernel/clocks/zone.ts'
import { signedIn } from './running-server.ts'
import type { ServerProcess } from './server-process.ts'
import { ask, get, letter, OFFICE, PASSWORD, POLICE, post, type TwoServers, twoServers } from './two-servers.ts'

/** What one server remembers never outlives what another one changed: at once for commands and for what a case shows, within seconds for who asks. */
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

/** Asks until it is so; what is told is kept for seconds, and the machine may be busy. */
const until = async (so: () => Promise<boolean>): Promise<void> => {
  const last = Date.now() + 60_000
  while (!(await so())) assert.ok(Date.now() < last, 'it did not come')
}

/** A case that both servers have open, for its owner and for the police, with the police's part of it. */
const openCase = async (subject: string): Promise<{ id: string; part: string }> => {
  const { body: draft } = await post({ at: first, path: '/directive', body: letter(subject), by: office })
  const issued = await post({ at: second, path: `/directive/${draft.streamId}/issue`, body: {}, by: office })
  assert.equal(issued.status, 200, JSON.stringify(issued.body))
  const id = draft.caseId
  for (const at of [first, second, first, second])
    for (const by of [office, police])
      for (const path of ['', '/timeline', '/fulfilments']) assert.equal((await ask(at, `/cases/${id}${path}`, by)).status, 200)
  const { rows } = await get<FulfilmentListView>(second, `/cases/${id}/fulfilments`, police)
  return { id, part: rows[0]?.id ?? '' }
}

test('two servers that each keep a stream opened go on from what the other did to it', async () => {
  const { id, part } = await openCase('5000')
  const seen = async (at: ServerProcess) => (await get<FulfilmentListView>(at, `/cases/${id}/fulfilments`, police)).rows[0]?.state
  assert.equal((await post({ at: first, path: `/fulfilment/${part}/accept`, body: {}, by: police })).status, 200)
  const again = await post({ at: second, path: `/fulfilment/${part}/accept`, body: {}, by: police })
  assert.ok(again.status >= 400, 'the other server knows that it was accepted')
  assert.deepEqual([await seen(first), await seen(second)], ['accepted', 'accepted'])
  let version = 0
  for (let n = 0; n < 6; n++) {
    const at = n % 2 ? first : second
    const { status, body } = await post({ at, path: `/fulfilment/${part}/report`, body: { text: `Tiến độ ${n}`, fileIds: [] }, by: police })
    assert.equal(status, 200, JSON.stringify(body))
    assert.ok(version === 0 || body.version === version + 1)
    version = body.version
    for (const other of [first, second]) {
      const { rows } = await get<TimelineView>(other, `/cases/${id}/timeline`, police)
      assert.equal(rows.filter(({ streamId }) => streamId === part).length, version - 1, `after report ${n}: all but its beginning`)
    }
  }
})

test('a sight that was withdrawn is gone on both servers at the next read, for commands, lists and search too', async () => {
  const { id, part } = await openCase('5001')
  await both.here.pools.write.query('update visible set valid_until = now() where case_id = $1 and subject_id = $2', [id, POLICE])
  for (const at of [first, second]) {
    for (const path of ['', '/timeline', '/fulfilments']) {
      const told = await ask<{ rows?: unknown[] }>(at, `/cases/${id}${path}`, police)
      assert.ok(told.status === 404 || told.body.rows?.length === 0, `${path} ${told.status} ${JSON.stringify(told.body).slice(0, 300)}`)
    }
    assert.equal((await post({ at, path: `/fulfilment/${part}/accept`, body: {}, by: police })).status, 404)
    assert.equal((await post({ at, path: `/cases/${id}/notes`, body: { text: 'x' }, by: police })).status, 404)
    const found = await get<{ cases: { id: string }[] }>(at, '/search?q=5001', police)
    const { rows } = await get<CaseListView>(at, '/cases', police)
    assert.ok(![...found.cases, ...rows].some((row) => row.id === id))
    assert.equal((await get<CaseView>(at, `/cases/${id}`, office)).partyCount > 0, true, 'others see it as before')
  }
})

test('a case whose key was destroyed reads as erased on every server, and none writes into it', async () => {
  const { id, part } = await openCase('5002')
  const subjectOf = (view: CaseView) => JSON.stringify(view.state).includes('5002')
  assert.equal(subjectOf(await get<CaseView>(second, `/cases/${id}`, office)), true)
  await both.here.kernel.keyring.destroy(both.here.pools.write, id, CASE_SUBJECT)
  for (const at of [first, second]) {
    const noted = await post({ at, path: `/cases/${id}/notes`, body: { text: 'x' }, by: office })
    assert.ok(noted.status >= 400, JSON.stringify(noted.body))
    const reported = await post({ at, path: `/fulfilment/${part}/accept`, body: {}, by: police })
    assert.ok(reported.status >= 400, JSON.stringify(reported.body))
    for (let turn = 0; turn < 2; turn++) assert.equal(subjectOf(await get<CaseView>(at, `/cases/${id}`, office)), false)
    await until(async () => {
      const { rows } = await get<TimelineView>(at, `/cases/${id}/timeline`, office)
      return rows.every(({ text }) => text.vi === 'Nội dung đã được xoá theo quy định')
    })
  }
})

test('a session that was ended at one server gives no command at the other, and reads no more within seconds', async () => {
  const { id } = await openCase('5003')
  const mine = await signedIn(second.url, 'tb.cat', PASSWORD)
  for (const at of [first, second]) assert.equal((await ask(at, `/cases/${id}`, mine)).status, 200)
  assert.equal((await post({ at: second, path: `/cases/${id}/notes`, body: { text: 'x' }, by: mine })).status, 200)
  assert.equal((await post({ at: first, path: '/auth/sign-out', body: {}, by: mine })).status, 200)
  const refused = await post({ at: second, path: `/cases/${id}/notes`, body: { text: 'y' }, by: mine })
  assert.deepEqual([refused.status, refused.body.code], [401, 'not-signed-in'])
  await until(async () => (await ask(second, `/cases/${id}`, mine)).status === 401)
  assert.equal((await ask(second, `/cases/${id}`, police)).status, 200, 'another session of the officer goes on')
})

test('a post that was vacated gives no command at any server, and reads no more within seconds', async () => {
  const { id } = await openCase('5004')
  const { postId } = await both.officer('tam.thoi', POLICE)
  const mine = await signedIn(second.url, 'tam.thoi', PASSWORD)
  const note = (at: ServerProcess) => post({ at, path: `/cases/${id}/notes`, body: { text: 'x' }, by: mine })
  for (const at of [first, second]) {
    assert.equal((await ask(at, `/cases/${id}`, mine)).status, 200)
    assert.equal((await note(at)).status, 200)
  }
  await both.give('post', postId, 'vacate', {})
  for (const at of [first, second]) {
    const { status, body } = await note(at)
    assert.ok(status >= 400 && ['post-ended', 'no-post'].includes(body.code ?? ''), JSON.stringify(body))
    await until(async () => (await ask(at, `/cases/${id}`, mine)).status === 403)
  }
})

test('an agency that was renamed at one server is called so by all', async () => {
  const { id } = await openCase('5005')
  const name = `Uỷ ban ${randomUUID().slice(0, 8)}`
  await both.give('agency', OFFICE, 'rename', { name, shortName: name, on: localDate(new Date().toISOString()) })
  for (const at of [first, second]) {
    await until(async () => (await get<CaseView>(at, `/cases/${id}`, police)).owner.name === name)
    const { rows } = await get<CaseListView>(at, '/cases', police)
    assert.equal(rows.find((row) => row.id === id)?.owner.name, name)
  }
})

/** Sends the head and half of the body, waits until told to, then sends the rest; answers the status. */
const slowly = ({ url }: ServerProcess, path: string, body: string, by: Record<string, string>) => {
  const rest = Promise.withResolvers<void>()
  const headers = {
    ...by,
    origin: url,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'content-length': Buffer.byteLength(body),
  }
  const sent = request(`${url}/api${path}`, { method: 'POST', headers })
  const status = new Promise<number>((resolve, reject) => {
    sent.once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
    sent.once('error', reject)
  })
  const begun = new Promise((resolve) => sent.write(body.slice(0, 5), resolve))
  void rest.promise.then(() => sent.end(body.slice(5)))
  return { begun, status, finish: rest.resolve }
}

test('a server that is told to end answers what it was asked, and lets nobody in', async () => {
  const { id } = await openCase('5006')
  const slow = slowly(first, `/cases/${id}/notes`, JSON.stringify({ text: 'đang gửi dở' }), police)
  await slow.begun
  // One whole request behind it on a connection of its own: the half one has arrived, too.
  assert.equal((await ask(first, `/cases/${id}`, police)).status, 200)
  const ended = first.kill('SIGTERM')
  await until(() =>
    fetch(`${first.url}/api/ready`).then(
      (answer) => answer.status === 503,
      () => true,
    ),
  )
  slow.finish()
  assert.equal(await slow.status, 200)
  await ended
  assert.equal((await ask(second, `/cases/${id}`, police)).status, 200)
})
