import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AccessScene, type AtDesk } from '../../../../testing/access-scene.ts'
import type { CaseListView, CaseView, DeskView, NotificationListView, SearchView, TimelineView, WaitingView } from '../../http/views.ts'
import type { AccessRequestListView, CaseAccessListView } from './views.ts'

/** A letter of the people's committee of Gia Lai that no agency of another province takes part in. */
const SECRET = '1009/UBND-KGVX'
const REASON = 'Phục vụ kiểm tra liên ngành quý IV'

let scene: AccessScene
/** Asks from another province; the office that runs the case, with and without the right to bind; who takes part; who has nothing to do with it. */
let asker: AtDesk, owner: AtDesk, keeper: AtDesk, party: AtDesk, stranger: AtDesk
let caseId: string
before(async () => {
  scene = await AccessScene.open()
  asker = await scene.officer('cahatinh.pa05')
  owner = await scene.officer('vpub.chuyenvien')
  keeper = await scene.officer('gialai.quantri')
  party = await scene.officer('skhcn.chuyenvien')
  stranger = await scene.officer('calaocai.lanhdao')
  caseId = (await scene.rows<{ id: string }>(`select id from cases where number = $1 and status <> 'draft'`, [SECRET]))[0]!.id
})
after(() => scene.stop())

const send = (by: AtDesk, number: string, reason = REASON) => by.post('/access-requests', { number, reason })
const requests = async (by: AtDesk) => (await by.read<AccessRequestListView>('/access-requests')).rows
const asksOn = async (by: AtDesk) => (await by.read<DeskView>('/desk?scope=agency')).rows.filter((row) => row.act === 'answerAccess')
const accessOf = async (by: AtDesk) => (await by.read<CaseAccessListView>(`/cases/${caseId}/access`)).rows
const headersOf = (headers: Headers) => [...headers].filter(([name]) => name !== 'date').map((entry) => entry.join(': '))

/** What an officer can find out of all that is shown to them. */
const world = async (by: AtDesk): Promise<string> => {
  const paths = [
    '/cases',
    '/desk?scope=agency',
    '/desk/waiting',
    '/notifications',
    '/search?q=1009',
    `/cases/${caseId}`,
    `/cases/${caseId}/access`,
  ]
  const answers = await Promise.all(paths.map((path) => by.get(path)))
  return answers.map(({ status, body }) => `${status} ${body.replace(/"(at|now)":"[^"]+"/g, '')}`).join('\n')
}

test('the answer is the same byte for byte, whatever bears the number and whoever may see it', async () => {
  const number = async (by: AtDesk) => (await by.read<CaseListView>('/cases')).rows.find((row) => row.number)!.number
  const seen = await number(asker)
  const before = await world(asker)
  const [draft] = await scene.rows<{ number: string }>(`select number from cases where status = 'draft' and number <> '' limit 1`)
  const answers = []
  for (const typed of [SECRET, '999999/KHONG-CO', seen, draft?.number ?? '31/DU-THAO', '  1009 / ubnd-kgvx '])
    answers.push(await send(asker, typed))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  for (const { body, headers } of answers) {
    assert.equal(body, answers[0]!.body)
    assert.deepEqual(headersOf(headers), headersOf(answers[0]!.headers))
  }
  await scene.deliver()
  assert.equal(await world(asker), before)
  const own = await requests(asker)
  assert.equal(own.length, 5)
  for (const row of own) assert.deepEqual([row.answers, row.reason], [[], REASON])
})

test('no command of the asker writes, and no notice tells, where the number went', async () => {
  const rows = await scene.rows<{ case_id: string }>(
    `select o.case_id from outbox o join stream s on s.id = o.stream_id and s.type = 'access' where $1 = any (o.agencies)`,
    [asker.agencyId],
  )
  assert.deepEqual(rows, [])
  const sight = await scene.rows(
    `select 1 from visible v join stream s on s.id = v.stream_id and s.type = 'access' where v.subject_id = $1`,
    [asker.agencyId],
  )
  assert.deepEqual(sight, [])
})

test('those whose case bears the number are asked once, by whom and why; others are not', async () => {
  const asks = await asksOn(owner)
  assert.deepEqual(
    asks.map((row) => [row.asker.id, row.caseId]),
    [[asker.agencyId, caseId]],
  )
  const [open] = await accessOf(owner)
  assert.deepEqual(
    open!.requests.map(({ reason }) => reason),
    [REASON, REASON],
  )
  assert.ok(open!.requests[0]!.officer.title)
  const [notice] = (await owner.read<NotificationListView>('/notifications')).rows
  assert.match(notice!.text.vi, /xin quyền xem 1009\/UBND-KGVX/)
  for (const other of [party, stranger, asker]) {
    assert.deepEqual(await asksOn(other), [])
    assert.equal((await other.get(`/access/${open!.id}`)).status, 404)
    assert.doesNotMatch((await other.get(`/cases/${caseId}/timeline`)).body, /xin quyền xem/)
  }
  assert.deepEqual(await accessOf(party), [])
})

test('only the office that runs the case answers, and of it who may bind it', async () => {
  const [open] = await accessOf(owner)
  const nothing = await asker.post(`/access/00000000-0000-4000-8000-000000000000/grant`, {})
  for (const other of [asker, party, stranger]) {
    const { status, body } = await other.post(`/access/${open!.id}/grant`, {})
    assert.deepEqual([status, body], [nothing.status, nothing.body])
  }
  assert.equal((await keeper.post(`/access/${open!.id}/grant`, {})).status, 403)
  for (const internal of ['ask', 'end']) assert.equal((await owner.post(`/access/${open!.id}/${internal}`, {})).status, 404)
  assert.equal((await asker.post(`/access-request/${open!.id}/send`, { number: SECRET, reason: REASON })).status, 404)
})

test('a grant opens the case for reading, in lists and search too, and gives no actions', async () => {
  const [open] = await accessOf(owner)
  const granted = await owner.post(`/access/${open!.id}/grant`, { until: '2199-12-31', note: 'Chỉ để tham khảo' })
  assert.equal(granted.status, 200)
  assert.deepEqual(await asksOn(owner), [])

  const view = await asker.read<CaseView>(`/cases/${caseId}`)
  assert.equal(view.role, 'reader')
  assert.ok(view.state !== null && view.actions.length > 0)
  for (const action of view.actions)
    assert.deepEqual([action.command, action.allowed, action.reason?.code], [action.command, false, 'reading-only'])
  assert.ok((await asker.read<CaseListView>('/cases?role=reader')).rows.some((row) => row.id === caseId))
  assert.ok((await asker.read<SearchView>('/search?q=1009')).cases.some((hit) => hit.caseId === caseId))
  assert.match((await asker.get(`/cases/${caseId}/timeline`)).body, /cho .* xem đến hết 31\/12\/2199: Chỉ để tham khảo/)

  const closing = await asker.post(`/directive/${caseId}/close`, { summary: 'Xong' })
  assert.deepEqual([closing.status, JSON.parse(closing.body).code], [403, 'reading-only'])
  const noting = await asker.post(`/cases/${caseId}/notes`, { text: 'Ghi chú' })
  assert.deepEqual([noting.status, JSON.parse(noting.body).code], [403, 'reading-only'])

  const told = await requests(asker)
  const answered = told.filter((row) => row.answers.length > 0)
  assert.deepEqual(
    answered.map((row) => row.answers.map((one) => [one.stand, one.caseId, one.until, one.words])),
    [[['granted', caseId, '2199-12-31', 'Chỉ để tham khảo']], [['granted', caseId, '2199-12-31', 'Chỉ để tham khảo']]],
  )
  assert.match((await asker.read<NotificationListView>('/notifications')).rows[0]!.text.vi, /cho xem 1009\/UBND-KGVX đến hết 31\/12\/2199/)
  assert.equal((await stranger.get(`/cases/${caseId}`)).status, 404)
})

test('who reads by a grant sees no part of others, no note and no other request', async () => {
  assert.deepEqual((await asker.read<{ rows: unknown[] }>(`/cases/${caseId}/fulfilments`)).rows, [])
  await send(stranger, SECRET)
  await scene.deliver()
  assert.equal((await accessOf(owner)).length, 2)
  assert.equal((await accessOf(asker)).length, 1)
})

test('a refusal is told where the owner chooses to tell it; what is left without an answer never is', async () => {
  const before = await world(stranger)
  const first = (await accessOf(owner)).find((one) => one.agency.id === stranger.agencyId)!
  assert.equal((await owner.post(`/access/${first.id}/leave`, { reason: 'Không rõ mục đích' })).status, 200)
  assert.deepEqual(
    (await requests(stranger)).map((row) => row.answers),
    [[]],
  )
  assert.equal(await world(stranger), before)

  await send(stranger, 'số 1009/UBND-KGVX', 'Đối chiếu số liệu thuê bao')
  await scene.deliver()
  const second = (await accessOf(owner)).find((one) => one.agency.id === stranger.agencyId && one.stand === 'asked')!
  assert.equal((await owner.post(`/access/${second.id}/refuse`, { reason: 'Hồ sơ chưa kết thúc' })).status, 200)
  const [newest, oldest] = await requests(stranger)
  assert.deepEqual(
    newest!.answers.map((one) => [one.stand, one.words, one.caseId, one.caseNumber]),
    [['refused', 'Hồ sơ chưa kết thúc', null, null]],
  )
  assert.deepEqual(oldest!.answers, [])
  const [notice] = (await stranger.read<NotificationListView>('/notifications')).rows
  assert.match(notice!.text.vi, /từ chối cho xem số 1009\/UBND-KGVX/)
  assert.notEqual(notice!.caseId, caseId)
  assert.equal((await stranger.get(`/cases/${caseId}`)).status, 404)
})

test('a grant that is withdrawn leaves nothing to be seen, and says why', async () => {
  const nothing = await asker.get('/cases/00000000-0000-4000-8000-000000000000')
  const reading = (await accessOf(owner)).find((one) => one.stand === 'granted')!
  assert.equal((await owner.post(`/access/${reading.id}/withdraw`, { reason: 'Hết mục đích kiểm tra' })).status, 200)
  const now = await asker.get(`/cases/${caseId}`)
  assert.deepEqual([now.status, now.body], [nothing.status, nothing.body])
  assert.ok(!(await asker.read<CaseListView>('/cases')).rows.some((row) => row.id === caseId))
  assert.deepEqual((await asker.read<SearchView>('/search?q=1009')).cases, [])
  const told = (await requests(asker)).flatMap((row) => row.answers)
  assert.deepEqual(
    told.map((one) => [one.stand, one.words, one.caseId]),
    [
      ['withdrawn', 'Hết mục đích kiểm tra', null],
      ['withdrawn', 'Hết mục đích kiểm tra', null],
    ],
  )
  const { rows } = await owner.read<TimelineView>(`/cases/${caseId}/timeline`)
  assert.match(rows[0]!.text.vi, /thôi cho .* xem: Hết mục đích kiểm tra/)
})

test('the desk of who waits shows nothing of a request', async () => {
  const waiting = await asker.read<WaitingView>('/desk/waiting')
  assert.ok(waiting.rows.every((row) => row.act !== 'answerAccess'))
})
