import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { LiveStream } from '../../../testing/live-stream.ts'
import { type RunningServer, signedIn, startServer } from '../../../testing/running-server.ts'
import { secondPost } from '../../../testing/second-post.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { SYSTEM } from '../access/system-actor.ts'
import { agencyId } from '../agencies/agency-record.ts'
import { shiftDay } from '../agencies/validity.ts'
import { localDate } from '../clocks/zone.ts'
import { execute } from '../streams/execute.ts'
import type { ActionView, MeView } from './views.ts'

let server: RunningServer
before(async () => {
  server = await startServer()
})
after(() => server.stop())

type Told = { status: number; code?: string; text?: { vi: string; en: string } } & Record<string, unknown>

/** A signed-in officer; `post` is what the window shows. */
const window = (session: Record<string, string>, post?: string) => {
  const headers = { ...session, ...(post ? { 'hiepdong-post': post } : {}) }
  const answer = async (response: Response) => ({ ...((await response.json()) as object), status: response.status }) as Told
  return {
    headers,
    read: async (path: string) => answer(await fetch(server.url + path, { headers })),
    give: async (path: string, body: object) =>
      answer(
        await fetch(server.url + path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
          body: JSON.stringify(body),
        }),
      ),
    upload: async () =>
      answer(
        await fetch(`${server.url}/api/files?name=a.txt`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'text/plain' },
          body: 'abc',
        }),
      ),
  }
}

const system = (streamType: string, streamId: string, command: string, payload: object) =>
  execute(server.service.kernel, { actor: SYSTEM, streamType, streamId, command, payload, key: randomUUID() })

const newPost = (officerId: string, agency: string, unitId = agency) =>
  secondPost(server.service.kernel, { officerId, agencyId: agency, unitId, rights: ['draft', 'answer', 'directory'] })

const yesterday = () => shiftDay(localDate(new Date().toISOString()), -1)

/** An agency ends, its posts stay as they are. */
const endAgency = async (id: string, successorIds: string[]) => {
  await system('agency', id, 'end', { on: yesterday(), successorIds })
  await server.service.directory.refresh([id])
}

const agencyOfFile = async (id: unknown) =>
  (await server.service.pools.system.query('select agency_id from file where id = $1', [id])).rows[0]?.agency_id as string

test('each window acts in the post that it shows, whatever another window of the same officer does', async () => {
  const session = await signedIn(server.url, 'vnpt.daumoi', DEMO_PASSWORD)
  const me = (await window(session).read('/api/me')) as unknown as MeView
  const [here, there] = [me.post.agency.id, agencyId('gia-lai/so-khcn')]
  const second = await newPost(me.officerId, there)
  const [one, two] = [window(session, me.post.id), window(session, second)]

  assert.equal((await two.give('/api/me/post', { postId: second })).status, 200)
  const shown = (await one.read('/api/me')) as unknown as MeView
  assert.deepEqual([shown.post.id, shown.post.agency.id], [me.post.id, here])
  assert.equal(
    ((await window(session).read('/api/me')) as unknown as MeView).post.id,
    second,
    'a window of before does not move the session back',
  )
  assert.equal(await agencyOfFile((await one.upload()).id), here)
  assert.equal(await agencyOfFile((await two.upload()).id), there)
  assert.equal(await agencyOfFile((await window(session).upload()).id), there)

  const mine = async (at: ReturnType<typeof window>) => ((await at.read('/api/cases')) as { rows?: { id: string }[] }).rows ?? []
  assert.notDeepEqual(await mine(one), await mine(two))
  const [row] = await mine(one)
  const note = await one.give(`/api/cases/${row?.id}/notes`, { text: 'Ghi chú' })
  const { rows } = await server.service.pools.system.query('select agency_id from event where stream_id = $1', [note['streamId']])
  assert.deepEqual([note.status, rows.at(-1)?.agency_id], [200, here])

  // Commands check who acts in their own transaction.
  const contact = (at: ReturnType<typeof window>, agency: string) =>
    at.give('/api/contact-point', { agencyId: agency, title: 'Trực ban', phone: '0269 3822 000' })
  for (const standsIn of [me.post.id, second]) {
    await window(session).give('/api/me/post', { postId: standsIn })
    for (let turn = 0; turn < 2; turn++) {
      assert.equal((await contact(two, there)).status, 200)
      assert.equal((await contact(one, here)).code, 'no-right')
      assert.equal((await contact(window(session), there)).code ?? 'done', standsIn === second ? 'done' : 'no-right')
    }
  }
})

test('a page that shows a post of another officer, or none at all, reads and changes nothing', async () => {
  const session = await signedIn(server.url, 'vnpt.daumoi', DEMO_PASSWORD)
  const other = (await window(await signedIn(server.url, 'pa05.tructban', DEMO_PASSWORD)).read('/api/me')) as unknown as MeView
  for (const post of [other.post.id, randomUUID(), 'x', `${other.post.id}, ${other.post.id}`]) {
    const page = window(session, post)
    for (const told of [
      await page.read('/api/cases'),
      await page.read('/api/me'),
      await page.upload(),
      await page.give('/api/notifications/read', { all: true }),
    ])
      assert.deepEqual([told.status, told.code], [409, 'post-ended'], post)
    const asked = await window(session).read(`/api/cases?post=${encodeURIComponent(post)}`)
    assert.deepEqual([asked.status, asked.code], [409, 'post-ended'], post)
  }
})

test('a live stream tells what concerns the post that its page shows', async () => {
  const session = await signedIn(server.url, 'viettel.daumoi', DEMO_PASSWORD)
  const me = (await window(session).read('/api/me')) as unknown as MeView
  const second = await newPost(me.officerId, agencyId('gia-lai/so-khcn'))
  const told = await fetch(`${server.url}/api/live?post=${randomUUID()}`, { headers: session })
  assert.equal(told.status, 409)
  await told.body?.cancel()
  const one = await LiveStream.open(server.url, session, me.post.id)
  const two = await LiveStream.open(server.url, session, second)
  const caseId = randomUUID()
  const agencies = [agencyId('gia-lai/so-khcn')]
  server.service.live.wake([{ caseId, streamId: caseId, agencies, seers: agencies }])
  await two.changeOf(caseId)
  const own = randomUUID()
  server.service.live.wake([{ caseId: own, streamId: own, agencies: [me.post.agency.id], seers: [me.post.agency.id] }])
  // What the demo itself entered a moment ago is told to a new stream as well.
  const heard: string[] = []
  while (!heard.includes(own)) heard.push(...(await one.change()).cases)
  assert.ok(!heard.includes(caseId), 'the other page hears nothing of it')
  await Promise.all([one.close(), two.close()])
})

test('nobody gives commands for an agency that ended, though they may still read; who took over is named', async () => {
  const session = await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)
  const page = window(session)
  const me = (await page.read('/api/me')) as unknown as MeView
  const { rows } = (await page.read('/api/cases')) as unknown as { rows: { id: string }[] }
  const id = rows[0]?.id ?? ''
  assert.equal((await page.give(`/api/cases/${id}/notes`, { text: 'Trước' })).status, 200)
  const contact = { agencyId: me.post.agency.id, title: 'Trực ban', phone: '0269 3822 000' }
  assert.equal((await page.give('/api/contact-point', contact)).code, 'no-right')
  const successor = server.service.directory.ref(agencyId('gia-lai/so-khcn'))
  await endAgency(me.post.agency.id, [successor.id])

  const answers = [
    await page.give(`/api/cases/${id}/notes`, { text: 'Sau' }),
    await page.upload(),
    await page.give('/api/contact-point', contact),
    await window(session, me.post.id).give('/api/contact-point', contact),
    await page.give(`/api/cases/${id}/reading/read`, {}),
    await window(session, me.post.id).give(`/api/cases/${id}/notes`, { text: 'Sau' }),
  ]
  for (const told of answers) {
    assert.deepEqual([told.status, told.code], [403, 'own-agency-ended'])
    assert.ok(told.text?.vi.includes(successor.name) && told.text.en.includes(successor.name), JSON.stringify(told.text))
  }
  const view = (await page.read(`/api/cases/${id}`)) as unknown as { status: unknown; actions: ActionView[] }
  assert.ok(view.actions.length > 0)
  for (const { allowed, reason } of view.actions) assert.deepEqual([allowed, reason?.code], [false, 'own-agency-ended'])
  assert.equal((await page.read(`/api/cases/${id}/timeline`)).status, 200)
  assert.equal((await page.give('/api/notifications/read', { all: true })).status, 200)

  const second = await newPost(me.officerId, successor.id)
  assert.equal((await page.give('/api/me/post', { postId: second })).status, 200)
  assert.equal((await page.upload()).status, 200)
  const fresh = (await window(await signedIn(server.url, 'qltt.chuyenvien', DEMO_PASSWORD)).read('/api/me')) as unknown as MeView
  assert.equal(fresh.post.id, second, 'a session opens where the officer may act')
})

test('nobody gives commands from a unit that ended; where nobody took over, it says whom to ask', async () => {
  const session = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  const me = (await window(session).read('/api/me')) as unknown as MeView
  assert.notEqual(me.post.unit.id, me.post.agency.id)
  await endAgency(me.post.unit.id, [])
  const told = await window(session).give('/api/contact-point', { agencyId: me.post.agency.id, title: 'Trực ban', phone: '0269 3822 000' })
  assert.deepEqual([told.status, told.code], [403, 'own-agency-ended-alone'])
  assert.ok(told.text?.vi.includes(me.post.unit.name))
})
