import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { workingDay } from '../../demo/days.ts'
import { CutLine } from '../../../testing/stage/cut-line.ts'
import { Place } from '../../../testing/stage/place.ts'
import { Stage } from '../../../testing/stage/stage.ts'

/** Acts of the case's header and of a directive, by hand; what happens when two act at once, and when the server goes away. */
const OFFICE = 'vpub.chuyenvien'
const POLICE = 'catinh.lanhdao'
const SCIENCE = 'skhcn.chuyenvien'

let stage: Stage
let office: Place
let police: Place

before(async () => {
  stage = await Stage.open()
  ;[office, police] = await Promise.all([stage.at(OFFICE), stage.at(POLICE)])
})
after(async () => {
  await office?.close()
  await police?.close()
  await stage?.close()
})
afterEach(async (t) => {
  if ('passed' in t && !t.passed) for (const place of [office, police]) console.error(await place.picture())
})

const header = (place: Place) => place.page.locator('.case-header')
const chip = (place: Place, words: string) => header(place).getByText(words, { exact: true }).waitFor()

/** Opens one of the rarer acts of the directive. */
const more = async (act: string) => {
  await office.page.getByRole('button', { name: /^Thêm/ }).click()
  await office.button(act, office.page.getByRole('main')).click()
  await office.form().waitFor()
}

test('the header offers one’s own next work, accepts, submits, confirms, and closes when nothing holds the case open', async () => {
  const { caseId } = await stage.issue([{ content: 'Kiểm tra phòng máy', leads: [POLICE] }])
  await office.go(`/case/${caseId}`)
  const close = office.button('Kết thúc hồ sơ', header(office))
  assert.equal(await close.getAttribute('aria-disabled'), 'true')
  await header(office).getByText('Còn 1 phần việc chưa xác nhận').waitFor()
  await police.go(`/case/${caseId}`)
  assert.equal(await police.button('Kết thúc hồ sơ', header(police)).count(), 0)
  await police.button('Xác nhận tiếp nhận việc 1', header(police)).click()
  await police.give('Xác nhận tiếp nhận')
  await police.told('Đã tiếp nhận')
  await police.button('Nộp kết quả việc 1', header(police)).click()
  await police.write({ 'Kết quả đã làm': 'Đạt yêu cầu.' })
  await police.check('Nộp kết quả', 'Đạt yêu cầu.')
  await police.told('Đã nộp kết quả')
  await office.button('Xác nhận kết quả việc 1', header(office)).click()
  await office.form().getByText('Đạt yêu cầu.').waitFor()
  await office.check('Xác nhận kết quả', 'Kiểm tra phòng máy')
  await office.told('Đã xác nhận kết quả')
  await close.and(office.page.locator(':not([aria-disabled=true])')).click()
  await office.write({ 'Kết quả chung': 'Phòng máy an toàn.' })
  await office.check('Kết thúc hồ sơ', 'Phòng máy an toàn.')
  await office.told('Đã kết thúc hồ sơ')
  await chip(office, 'Đã kết thúc')
})

test('who is late is chased together from the header and from the desk', async () => {
  const late = { deadline: { words: '', date: workingDay(-3), inclusive: true } }
  const { caseId, part } = await stage.issue(
    [
      { content: 'Gửi kế hoạch', leads: [POLICE, SCIENCE], ...late },
      { content: 'Gửi danh sách', leads: [POLICE], ...late },
    ],
    { daysAgo: 20 },
  )
  await office.go(`/case/${caseId}`)
  await office.button('Đôn đốc', header(office)).click()
  const drawer = office.page.getByRole('dialog', { name: 'Đôn đốc việc quá hạn' })
  await drawer.getByRole('checkbox').nth(2).waitFor()
  await office.page.keyboard.press('Escape')
  await office.page.waitForFunction(() => document.activeElement?.textContent === 'Đôn đốc')
  await office.page.keyboard.press('Enter')
  await drawer.getByRole('checkbox').nth(2).waitFor()
  for (const n of [0, 1, 2]) await drawer.getByRole('checkbox').nth(n).uncheck()
  await drawer.getByText('Chưa chọn việc nào').waitFor()
  assert.equal(await drawer.getByRole('button', { name: 'Đôn đốc, 0 việc' }).getAttribute('aria-disabled'), 'true')
  for (const n of [0, 1]) await drawer.getByRole('checkbox').nth(n).check()
  await drawer.getByLabel('Lời nhắc').fill('Gửi trong tuần này.')
  await drawer.getByRole('button', { name: 'Đôn đốc, 2 việc' }).click()
  await office.told('Đã đôn đốc: 2 việc')
  await office.go('/')
  await office.page.getByRole('button', { name: /^Đôn đốc \d/ }).click()
  await drawer.getByRole('button', { name: /^Đôn đốc, \d+ việc/ }).click()
  // Two were chased today already: each is named with its reason, the third is reminded.
  await office.refused('Đã đôn đốc hôm nay. Chờ sang ngày mai.')
  await office.told('Đã đôn đốc: 1 việc')
  await stage.play(part(0, POLICE), [OFFICE, 'cancel', { reason: 'Xong.' }])
})

test('an assignment is added, another cancelled, an amendment noted, then the whole is replaced', async () => {
  const later = await stage.issue([{ content: 'Văn bản sau', leads: [SCIENCE] }], { subject: 'Văn bản sửa đổi' })
  const { caseId } = await stage.issue([
    { content: 'Rà soát lần một', leads: [POLICE] },
    { content: 'Rà soát lần hai', leads: [SCIENCE] },
  ])
  await office.go(`/case/${caseId}`)
  await more('Giao thêm nhiệm vụ')
  await office.form().getByText('Chọn cơ quan chủ trì').first().waitFor()
  assert.equal(await office.button('Xem lại').getAttribute('aria-disabled'), 'true')
  await office.choose(/^Chủ trì/, 'Công an tỉnh Gia Lai')
  await office.write({ 'Nội dung': 'Trực bảo vệ dịp lễ' })
  await office.check('Giao thêm nhiệm vụ', 'Trực bảo vệ dịp lễ')
  await office.told('Đã giao thêm nhiệm vụ')
  await office.page.getByText('Trực bảo vệ dịp lễ').first().waitFor()

  await more('Huỷ một nhiệm vụ')
  await office.form().getByLabel('Nhiệm vụ', { exact: true }).selectOption({ label: '2. Rà soát lần hai' })
  await office.write({ 'Lý do': 'Giao nhầm.' })
  await office.check('Huỷ một nhiệm vụ', 'Giao nhầm.')
  await office.told('Đã huỷ nhiệm vụ')

  for (const [act, done] of [
    ['Ghi văn bản sửa đổi', 'Đã ghi văn bản sửa đổi'],
    ['Ghi văn bản thay thế', 'Đã ghi văn bản thay thế'],
  ] as const) {
    await more(act)
    await office.choose('Văn bản sau', later.number)
    await office.write({ 'Ghi chú': 'Theo chỉ đạo mới.' })
    await office.check(act, later.number)
    await office.told(done)
  }
  await chip(office, 'Đã thay thế')
})

test('a draft is discarded after a last look; a note stays inside the agency', async () => {
  const draft = await stage.issue([{ content: 'Nháp', leads: [POLICE] }], { draft: true })
  await office.go(`/case/${draft.caseId}`)
  await office.button('Bỏ bản nháp', header(office)).click()
  await office.checking('Bỏ bản nháp').getByRole('button', { name: 'Bỏ bản nháp' }).click()
  await office.told('Đã bỏ bản nháp')
  await chip(office, 'Đã huỷ')

  const { caseId } = await stage.issue([{ content: 'Ghi chú', leads: [POLICE] }])
  for (const place of [office, police]) {
    await place.go(`/case/${caseId}`)
    await place.page.getByRole('button', { name: 'Ghi chú nội bộ' }).click()
  }
  await office.page.getByLabel('Chỉ cơ quan của đồng chí thấy.').fill('Hỏi lại đồng chí trực.')
  await office.page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await office.told('Đã ghi chú')
  await office.page.locator('.notes-list').getByText('Hỏi lại đồng chí trực.').waitFor()
  await police.page.locator('.notes-list').getByText('Chưa có ghi chú nào.').waitFor()
})

test('several results are confirmed together at the desk, several returned with one reason', async () => {
  const orders = ['Báo cáo một', 'Báo cáo hai', 'Báo cáo ba', 'Báo cáo bốn'].map((content) => ({ content, leads: [POLICE] }))
  const { part } = await stage.issue(orders)
  const parts = orders.map((_, i) => part(i, POLICE))
  for (const id of parts) await stage.play(id, [POLICE, 'accept'], [POLICE, 'submit', { text: 'Xong.' }])
  await office.go('/')
  await office.page.getByRole('button', { name: 'Chọn nhiều' }).first().click()
  const pick = async (...tasks: string[]) => {
    for (const task of tasks) await office.page.getByRole('checkbox', { name: new RegExp(task) }).check()
  }
  const bar = office.page.getByRole('region', { name: /^Đã chọn/ })
  const drawer = office.page.getByRole('dialog')
  await pick('Báo cáo một', 'Báo cáo hai')
  await office.button('Xác nhận kết quả', bar).click()
  await drawer.getByRole('button', { name: 'Xác nhận kết quả, 2 việc' }).click()
  await office.told('Đã xác nhận kết quả: 2 việc')
  await office.ask('Xác nhận kết quả', 'Báo cáo một').waitFor({ state: 'detached' })
  await drawer.waitFor({ state: 'detached' })
  await office.page.getByRole('button', { name: 'Chọn nhiều' }).first().or(office.page.getByRole('checkbox').first()).first().waitFor()
  if ((await office.page.getByRole('checkbox').count()) === 0) await office.page.getByRole('button', { name: 'Chọn nhiều' }).first().click()
  await pick('Báo cáo ba', 'Báo cáo bốn')
  await office.button('Trả lại', bar).click()
  assert.equal(await drawer.getByRole('button', { name: 'Trả lại, 2 việc' }).getAttribute('aria-disabled'), 'true')
  await drawer.getByLabel('Cần bổ sung gì').fill('Thiếu số liệu.')
  await drawer.getByRole('button', { name: 'Trả lại, 2 việc' }).click()
  await office.told('Đã trả lại: 2 việc')
  const states = await Promise.all(parts.map(async (id) => (await stage.stateOf(id)).state))
  assert.deepEqual(states, ['confirmed', 'confirmed', 'returned', 'returned'])
})

test('what another changed meanwhile is said where the act is refused; the same press succeeds after a look', async () => {
  const { caseId, part } = await stage.issue([{ content: 'Cùng sửa', leads: [POLICE] }])
  const id = part(0, POLICE)
  await stage.play(id, [POLICE, 'accept'])
  await police.openPart(caseId, id)
  await police.start('Báo tiến độ')
  await police.write({ 'Đã làm đến đâu': 'Được một nửa.' })
  // As if the news were still on their way.
  await police.page.route(`**/api/fulfilments/${id}`, () => {})
  await stage.play(id, [OFFICE, 'chase', { message: 'Nhanh lên.' }])
  await police.give('Báo tiến độ')
  await police.refused('Hồ sơ vừa thay đổi')
  await police.refused(/\d\d:\d\d đôn đốc/)
  assert.equal(await police.form().getByLabel('Đã làm đến đâu').inputValue(), 'Được một nửa.')
  await police.page.unroute(`**/api/fulfilments/${id}`)
  await police.page.reload()
  await police.start('Báo tiến độ')
  assert.equal(await police.form().getByLabel('Đã làm đến đâu').inputValue(), 'Được một nửa.')
  await police.give('Báo tiến độ')
  await police.told('Đã báo tiến độ')
})

test('one’s own act of a moment ago refuses nothing: the next form waits until the page holds it', async () => {
  const { caseId, part } = await stage.issue([{ content: 'Hai việc liền', leads: [POLICE] }])
  const id = part(0, POLICE)
  await stage.play(id, [POLICE, 'accept'])
  await police.openPart(caseId, id)
  await police.start('Báo tiến độ')
  await police.write({ 'Đã làm đến đâu': 'Được một phần.' })
  const slow = Promise.withResolvers<void>()
  await police.page.route(`**/api/fulfilments/${id}`, async (route) => {
    await slow.promise
    await route.continue()
  })
  await police.give('Báo tiến độ')
  await police.told('Đã báo tiến độ')
  await police.button('Báo tiến độ', police.acts()).click()
  await police.page.getByRole('dialog', { name: 'Báo tiến độ' }).waitFor()
  assert.equal(await police.form().count(), 0)
  slow.resolve()
  await police.write({ 'Đã làm đến đâu': 'Được tất cả.' })
  await police.give('Báo tiến độ')
  await police.page.locator('.results').getByText('Được tất cả.').waitFor()
  await police.page.unroute(`**/api/fulfilments/${id}`)
})

test('the server dies and comes back: a strip says so and goes, what is typed stays, and the act is given once', async () => {
  const { caseId, part } = await stage.issue([{ content: 'Khi mất mạng', leads: [POLICE] }])
  const id = part(0, POLICE)
  await stage.play(id, [POLICE, 'accept'])
  const line = new CutLine(stage.server.url)
  await line.mend()
  const far = await Place.open(stage.browser, line.url, POLICE, {})
  await far.openPart(caseId, id)
  await far.start('Báo tiến độ')
  await line.cut()
  await far.page.getByText(/Mất kết nối/).waitFor()
  await far.write({ 'Đã làm đến đâu': 'Gõ khi mất mạng.' })
  await far.give('Báo tiến độ')
  await far.refused('Nội dung đã nhập vẫn giữ')
  await line.mend()
  await far.page.locator('.lost-strip').waitFor({ state: 'detached' })
  await far.give('Báo tiến độ')
  await far.told('Đã báo tiến độ')
  await far.page.getByText('Gõ khi mất mạng.').first().waitFor()
  await far.context.close()
  await line.cut()
  assert.equal((await stage.stateOf(id)).state, 'in-progress')
})

test('letters that are being composed are no keys, and are kept composed', async () => {
  const { caseId, part } = await stage.issue([{ content: 'Gõ dấu', leads: [POLICE] }])
  const id = part(0, POLICE)
  await stage.play(id, [POLICE, 'accept'])
  await police.openPart(caseId, id)
  await police.start('Báo tiến độ')
  const field = police.form().getByLabel('Đã làm đến đâu')
  await field.focus()
  const wire = await police.context.newCDPSession(police.page)
  for (const text of ['k', 'ki', 'kie', 'kiê', 'kiêm', 'kiểm'])
    await wire.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await wire.send('Input.insertText', { text: 'kiểm'.normalize('NFD') })
  await police.give('Báo tiến độ')
  await police.told('Đã báo tiến độ')
  await police.page.locator('.results').getByText('kiểm'.normalize('NFC'), { exact: true }).waitFor()
  // On the desk a composing J moves nothing.
  await police.go('/')
  await police.page.locator('.desk-act').first().waitFor()
  const current = () => police.page.locator('.desk-row[data-current]').getAttribute('data-row')
  const before = await current()
  await police.page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', isComposing: true, bubbles: true })),
  )
  assert.equal(await current(), before)
})
