import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { workingDay } from '../../demo/days.ts'
import { asWritten } from '../../../testing/days.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { enterNewcomer } from '../../../testing/screens/newcomer.ts'
import { Stage } from '../../../testing/stage/stage.ts'
import type { Place } from '../../../testing/stage/place.ts'

/** Every act of a fulfilment, given by hand in a browser: to success, and to a refusal that is said where it happened. */
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

/** One order to the police that stands as the steps leave it. */
const orderTo = async (content: string, ...steps: [by: string, command: string, payload?: object][]) => {
  const { caseId, number, part } = await stage.issue([{ content, leads: [POLICE] }])
  const id = part(0, POLICE)
  await stage.play(id, ...steps)
  return { caseId, number, id }
}
const ACCEPTED: [string, string] = [POLICE, 'accept']
const SUBMITTED: [string, string, object] = [POLICE, 'submit', { text: 'Đã làm xong.' }]

test('accept at the desk by Enter; declined with a reason that must be given', async () => {
  const first = await orderTo('Kiểm tra cột ăng ten')
  const second = await orderTo('Kiểm tra nguồn điện')
  await police.go('/')
  await police.ask('Xác nhận tiếp nhận', 'cột ăng ten').press('Enter')
  await police.give('Xác nhận tiếp nhận')
  await police.told('Đã tiếp nhận')
  await police.ask('Nộp kết quả', 'cột ăng ten').waitFor()
  assert.equal((await stage.stateOf(first.id)).state, 'accepted')

  await police.ask('Xác nhận tiếp nhận', 'nguồn điện').press('Enter')
  await police.form().getByText('Không nhận', { exact: true }).click()
  await police.give('Xem lại')
  await police.form().getByText('Điền mục này').waitFor()
  await police.write({ 'Lý do': 'Không đúng chức năng của công an.' })
  await police.check('Không nhận', 'Không đúng chức năng')
  await police.told('Đã báo không nhận')
  assert.equal((await stage.stateOf(second.id)).state, 'declined')
})

test('report with a percentage, submit with a file, take it back, submit again', async () => {
  const { caseId, id } = await orderTo('Rà soát thuê bao', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Báo tiến độ')
  await police.write({ 'Đã làm đến đâu': 'Được hai phần ba.', 'Mức hoàn thành, %': '66' })
  await police.give('Báo tiến độ')
  await police.told('Đã báo tiến độ')
  await police.page.getByText('Được hai phần ba.').first().waitFor()

  await police.start('Nộp kết quả')
  await police.write({ 'Kết quả đã làm': 'Đã rà soát 1.204 thuê bao.' })
  await police.file('danh-sach.txt', 'một, hai')
  await police.check('Nộp kết quả', 'danh-sach.txt')
  await police.told('Đã nộp kết quả')
  await police.start('Rút kết quả')
  await police.give('Rút kết quả')
  await police.told('Đã rút kết quả')
  assert.equal((await stage.stateOf(id)).state, 'in-progress')
  await police.start('Nộp kết quả')
  await police.write({ 'Kết quả đã làm': 'Đã rà soát đủ.' })
  await police.check('Nộp kết quả', 'Đã rà soát đủ.')
  await police.told('Đã nộp kết quả')
  assert.equal((await stage.stateOf(id)).state, 'submitted')
})

test('a file over the limit is refused before it is sent, and what was typed stays', async () => {
  const { caseId, id } = await orderTo('Gửi ảnh hiện trường', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Nộp kết quả')
  await police.write({ 'Kết quả đã làm': 'Ảnh kèm theo.' })
  await police.page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('form input[type=file]')
    const list = new DataTransfer()
    list.items.add(new File([new Uint8Array(51 * 1024 * 1024)], 'anh.bin'))
    if (input) input.files = list.files
    input?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await police.form().getByText(/50 MB/).nth(1).waitFor()
  assert.equal(await police.form().getByLabel('Kết quả đã làm').inputValue(), 'Ảnh kèm theo.')
})

test('an extension is asked for a later day only, then granted to another; a second one is refused by the asker', async () => {
  const { caseId, id } = await orderTo('Lắp camera', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Xin gia hạn')
  await police.day('Xin đến hết ngày', workingDay(2))
  await police.write({ 'Lý do': 'Chờ thiết bị.' })
  await police.give('Xin gia hạn')
  await police.refused('Chọn ngày sau hạn hiện nay.')
  await police.day('Xin đến hết ngày', workingDay(9))
  await police.give('Xin gia hạn')
  await police.told('Đã xin gia hạn')

  await office.go('/')
  await office.ask('Quyết định gia hạn', 'Lắp camera').press('Enter')
  await office.day('Đến hết ngày', workingDay(8))
  await office.check('Đồng ý gia hạn', asWritten(workingDay(8)))
  await office.told('Đã gia hạn')
  // The row of what was decided, else, might be taken for that of what is asked next.
  await office.ask('Quyết định gia hạn', 'Lắp camera').waitFor({ state: 'detached' })

  await stage.play(id, [POLICE, 'askExtension', { until: workingDay(20), reason: 'Vẫn chờ.' }])
  await office.ask('Quyết định gia hạn', 'Lắp camera').press('Enter')
  await office.form().getByText('Không gia hạn', { exact: true }).click()
  await office.write({ 'Lý do': 'Đã gia hạn một lần.' })
  await office.check('Không gia hạn', 'Đã gia hạn một lần.')
  await office.told('Đã trả lời không gia hạn')
})

test('handed on to a unit and to an officer inside, with an inner limit no later than one’s own', async () => {
  const { caseId, id } = await orderTo('Bảo vệ tuyến cáp', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Giao xử lý')
  await police.choose('Phòng hoặc cán bộ', 'Phòng An ninh mạng')
  await police.write({ 'Ý kiến chỉ đạo': 'Làm trước tuyến biên giới.' })
  await police.day('Hạn nội bộ', workingDay(12))
  await police.give('Giao xử lý')
  await police.refused('hạn giao lại không được sau hạn của đơn vị mình')
  await police.day('Hạn nội bộ', workingDay(3))
  await police.give('Giao xử lý')
  await police.told('Đã giao xử lý')
  await police.start('Giao xử lý')
  await police.choose('Phòng hoặc cán bộ', 'Trực ban Phòng An ninh mạng')
  await police.write({ 'Ý kiến chỉ đạo': 'Đồng chí trực ban làm đầu mối.' })
  await police.give('Giao xử lý')
  await police.told('Đã giao xử lý')
  const pa05 = await stage.at('pa05.tructban')
  await pa05.go('/')
  await pa05.ask('Nộp kết quả', 'Bảo vệ tuyến cáp').waitFor()
  await pa05.close()
})

test('delegated to two subordinate agencies, not later than one’s own limit and not twice', async () => {
  const { caseId, id } = await orderTo('Nắm tình hình ở xã', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Giao đơn vị trực thuộc')
  await police.choose('Đơn vị', 'Công an phường Pleiku')
  await police.choose('Đơn vị', 'Công an xã Phú Túc')
  await police.page.keyboard.press('Escape')
  await police.day('Hạn', workingDay(12))
  await police.check('Giao đơn vị trực thuộc', 'Công an xã Phú Túc')
  await police.refused('hạn giao lại không được sau hạn của đơn vị mình')
  await police.back('Giao đơn vị trực thuộc')
  await police.day('Hạn', workingDay(4))
  await police.check('Giao đơn vị trực thuộc', 'Công an xã Phú Túc')
  await police.told('Đã giao đơn vị trực thuộc')
  await police.page.getByText('0/2').first().waitFor()
  await police.start('Giao đơn vị trực thuộc')
  await police.choose('Đơn vị', 'Công an phường Pleiku')
  await police.page.keyboard.press('Escape')
  await police.check('Giao đơn vị trực thuộc', 'Công an phường Pleiku')
  await police.refused('đã được giao lại phần này')
})

test('delegated to all subordinate agencies at once; each sees its own part of the case and nothing else of it', async () => {
  const { caseId, number, id } = await orderTo('Trao đổi với đầu mối ở xã', ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Giao đơn vị trực thuộc')
  await police.button('Chọn tất cả đơn vị trực thuộc').click()
  await police.form().getByText('Đã chọn 136 đơn vị').waitFor()
  await police.check('Giao đơn vị trực thuộc', 'theo hạn của cơ quan')
  await police.told('Đã giao đơn vị trực thuộc')

  await enterNewcomer(stage.server.service, 'cap.pleiku', { agencyKey: 'gia-lai/23575/cong-an', password: DEMO_PASSWORD })
  const below = await stage.at('cap.pleiku')
  await below.go('/')
  await below.page.getByRole('link', { name: number }).click()
  await below.acts().waitFor()
  assert.equal(await below.page.getByText('Mở nhiệm vụ cấp trên').count(), 0, 'what stands above is not theirs to see')
  await below.page.keyboard.press('Escape')
  await below.page.getByText('chỉ xem được phần việc đó').waitFor()
  const rows = below.page.locator('main [data-fulfilment]')
  await rows.first().waitFor()
  assert.equal(await rows.count(), 1)
  assert.match((await rows.first().textContent()) ?? '', /Trao đổi với đầu mối ở xã/)
  assert.equal(await below.page.getByText('Nhật ký hồ sơ').count(), 0)
  await below.close()
})

test('the asker returns, confirms, upholds, suspends and resumes, moves the limit, chases once a day and cancels', async () => {
  const result = await orderTo('Tập huấn cán bộ', ACCEPTED, SUBMITTED)
  await office.openPart(result.caseId, result.id)
  await office.start('Trả lại')
  await office.write({ 'Cần bổ sung gì': 'Danh sách lớp.' })
  await office.check('Trả lại', 'Danh sách lớp.')
  await office.told('Đã trả lại')
  await stage.play(result.id, [POLICE, 'submit', { text: 'Kèm danh sách.' }])
  await office.start('Xác nhận kết quả')
  await office.form().getByText('Kèm danh sách.').waitFor()
  await office.check('Xác nhận kết quả', 'Tập huấn cán bộ')
  await office.told('Đã xác nhận kết quả')
  assert.equal((await stage.stateOf(result.id)).state, 'confirmed')

  const declined = await orderTo('Kiểm tra đại lý', [POLICE, 'decline', { reason: 'Của sở khác.' }])
  await office.openPart(declined.caseId, declined.id)
  await office.start('Giữ nguyên việc giao')
  await office.write({ 'Trả lời đơn vị': 'Vẫn thuộc công an.' })
  await office.check('Giữ nguyên việc giao', 'Vẫn thuộc công an.')
  await office.told('Đã giữ nguyên việc giao')
  assert.equal((await stage.stateOf(declined.id)).state, 'assigned')

  await office.start('Đôn đốc')
  await office.write({ 'Lời nhắc': 'Tiếp nhận trong hôm nay.' })
  await office.give('Đôn đốc')
  await office.told('Đã đôn đốc')
  await assert.rejects(stage.play(declined.id, [OFFICE, 'chase']), /chased-today|hôm nay/)

  await office.start('Tạm dừng')
  await office.write({ 'Lý do': 'Chờ hướng dẫn của bộ.' })
  await office.give('Tạm dừng')
  await office.told('Đã tạm dừng')
  await office.start('Tiếp tục')
  await office.give('Tiếp tục')
  await office.told('Đã tiếp tục')

  await office.start('Đổi hạn')
  await office.day('Hạn mới', '2026-01-05')
  await office.write({ 'Lý do': 'Việc gấp hơn.' })
  await office.check('Đổi hạn', 'Việc gấp hơn.')
  await office.refused('Chọn ngày từ hôm nay trở đi.')
  await office.back('Đổi hạn')
  await office.day('Hạn mới', workingDay(2))
  await office.check('Đổi hạn', 'Việc gấp hơn.')
  await office.told('Đã đổi hạn')

  await office.start('Huỷ nhiệm vụ')
  await office.write({ 'Lý do': 'Đã giao sở khác.' })
  await office.check('Huỷ nhiệm vụ', 'Đã giao sở khác.')
  await office.told('Đã huỷ nhiệm vụ')
  assert.equal((await stage.stateOf(declined.id)).state, 'cancelled')
})

test('one tap says for every due period that nothing occurred', async () => {
  const content = 'Cung cấp thông tin khi phát hiện'
  const order = { content, leads: [POLICE], shape: 'on-event', recurrence: 'monthly', deadline: null } as const
  const { caseId, part } = await stage.issue([{ ...order, leads: [POLICE] }], { daysAgo: 75 })
  const id = part(0, POLICE)
  await stage.play(id, ACCEPTED)
  await police.openPart(caseId, id)
  await police.start('Báo không phát sinh')
  await police.form().getByRole('checkbox', { checked: true }).first().waitFor()
  assert.equal(await police.form().getByRole('checkbox', { checked: false }).count(), 0)
  await police.check('Báo không phát sinh', 'Kỳ báo cáo')
  await police.told('Đã báo không phát sinh')
  await police.page.getByText('không phát sinh').nth(1).waitFor()
  await police.button('Báo không phát sinh', police.acts()).waitFor({ state: 'detached' })
})

test('who may not act sees no act of the other side', async () => {
  const { caseId, id } = await orderTo('Đối chiếu số liệu', ACCEPTED, SUBMITTED)
  await police.openPart(caseId, id)
  for (const act of ['Xác nhận kết quả', 'Trả lại', 'Huỷ nhiệm vụ', 'Đổi hạn'])
    assert.equal(await police.button(act, police.acts()).count(), 0)
  const science = await stage.at(SCIENCE)
  await science.page.goto(`${science.url}/case/${caseId}?f=${id}`)
  await science.page.getByText('Không tìm thấy hồ sơ, hoặc đồng chí không được xem.').waitFor()
  await science.close()
})
