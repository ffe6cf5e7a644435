import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { agencyId } from '../../kernel/agencies/agency-record.ts'
import { addDays } from '../../kernel/clocks/dates.ts'
import { today } from '../../demo/days.ts'
import type { Place } from '../../../testing/stage/place.ts'
import { Stage } from '../../../testing/stage/stage.ts'

/** How an administrator changes the directory by hand, from a new officer who then signs in to a department that ends. */
const KEEPER = 'gialai.quantri'
const SCIENCE = agencyId('gia-lai/so-khcn')

let stage: Stage
let keeper: Place

before(async () => {
  stage = await Stage.open()
  keeper = await stage.at(KEEPER)
})
after(async () => {
  await keeper?.close()
  await stage?.close()
})
afterEach(async (t) => {
  if ('passed' in t && !t.passed) console.error(await keeper.picture())
})

const start = async (act: string) => {
  await keeper.page.getByRole('button', { name: 'Sửa danh bạ', exact: true }).click()
  await keeper.button(act, keeper.page.getByRole('main')).click()
  await keeper.form().waitFor()
}
const save = async () => {
  await keeper.give('Ghi')
  await keeper.told('Đã ghi vào danh bạ')
  await keeper.form().waitFor({ state: 'detached' })
}
const main = () => keeper.page.getByRole('main')

test('the list begins with the officer’s own province, finds a name anywhere, and shows all when asked', async () => {
  await keeper.go('/directory')
  const rows = keeper.page.locator('.table-row')
  await rows.first().waitFor()
  // All at once: rows out of sight are no longer drawn when one comes back to them.
  for (const text of await rows.allInnerTexts()) assert.match(text, /Gia Lai/u)
  await keeper.page.getByLabel('Tìm tên, tên cũ, tên viết tắt').fill('cong an ha noi')
  await keeper.page
    .getByRole('link', { name: /Công an thành phố Hà Nội/u })
    .first()
    .waitFor()
  // The day on which the directory begins is no founding day.
  assert.doesNotMatch(await main().innerText(), /2000/u)
})

test('an officer is added, gets an account and a post, signs in, and leaves the post', async () => {
  await keeper.go(`/directory/${SCIENCE}`)
  await start('Thêm cán bộ')
  await keeper.write({ 'Tên tài khoản': 'Có Dấu', 'Họ tên': 'Cán bộ mới' })
  await keeper.give('Ghi')
  await keeper.page.getByRole('alert').first().waitFor()
  await keeper.write({ 'Tên tài khoản': 'skhcn.moi' })
  await save()
  await start('Mở tài khoản, đặt lại mật khẩu')
  await keeper.form().getByLabel('Cán bộ', { exact: true }).selectOption({ label: 'Cán bộ mới, skhcn.moi' })
  await keeper.write({ 'Mật khẩu ban đầu': 'ngan' })
  await keeper.give('Ghi')
  await keeper.page.getByRole('alert').first().waitFor()
  await keeper.write({ 'Mật khẩu ban đầu': 'mat-khau-dai-2026' })
  await save()
  await start('Thêm chức vụ')
  await keeper.write({ 'Tên chức vụ, đầu mối': 'Phó Trưởng phòng Chuyển đổi số' })
  await keeper.form().getByLabel('Tiếp nhận, báo cáo, nộp kết quả').check()
  await keeper.form().getByLabel('Cán bộ', { exact: true }).selectOption({ label: 'Cán bộ mới, skhcn.moi' })
  await save()
  const answer = await fetch(`${stage.server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: stage.server.url },
    body: JSON.stringify({ username: 'skhcn.moi', password: 'mat-khau-dai-2026' }),
  })
  assert.equal(answer.status, 200)
  const post = main().getByRole('listitem').filter({ hasText: 'Phó Trưởng phòng Chuyển đổi số' })
  await post.getByText('Cán bộ mới').waitFor()
  await keeper.button('Để trống', post).click()
  await save()
  await post.getByText('chưa có người').waitFor()
  await keeper.button('Bổ nhiệm', post).click()
  await keeper.form().getByLabel('Cán bộ', { exact: true }).selectOption({ label: 'Cán bộ mới, skhcn.moi' })
  await save()
  await post.getByText('Cán bộ mới').waitFor()
})

test('an officer with two posts switches between them, and everything begins anew', async () => {
  await keeper.go(`/directory/${agencyId('gia-lai/chi-cuc-qltt')}`)
  await start('Thêm chức vụ')
  await keeper.write({ 'Tên chức vụ, đầu mối': 'Kiêm nhiệm quản lý thị trường' })
  await keeper.form().getByLabel('Tiếp nhận, báo cáo, nộp kết quả').check()
  await save()
  await stage.give(stage.actor(KEEPER), 'post', await postId('Kiêm nhiệm quản lý thị trường'), 'assign', {
    officerId: stage.actor('skhcn.chuyenvien').officerId,
  })
  const officer = await stage.at('skhcn.chuyenvien')
  await officer.go('/')
  await officer.page
    .getByRole('button', { name: /Sở Khoa học và Công nghệ/u })
    .first()
    .click()
  await officer.page.getByRole('button', { name: /Kiêm nhiệm quản lý thị trường/u }).click()
  await officer.page.locator('.post-switch').getByText('Kiêm nhiệm quản lý thị trường').waitFor()
  await officer.close()
})

const postId = async (title: string): Promise<string> => {
  const { rows } = await stage.server.service.pools.system.query('select id from post where title = $1', [title])
  return rows[0].id
}

test('a contact point is added, changed and ended', async () => {
  await keeper.go(`/directory/${SCIENCE}`)
  await start('Thêm đầu mối')
  await keeper.give('Ghi')
  await keeper.form().getByText('Điền mục này').first().waitFor()
  await keeper.write({ 'Tên chức vụ, đầu mối': 'Trực ứng cứu', 'Điện thoại': '0269 3 824 001', 'Giờ trực': '24/7' })
  await save()
  const point = main().getByRole('listitem').filter({ hasText: 'Trực ứng cứu' })
  await point.getByText('0269 3 824 001').waitFor()
  await keeper.button('Sửa', point).click()
  await keeper.write({ 'Giờ trực': 'giờ hành chính' })
  await save()
  await point.getByText('giờ hành chính').waitFor()
  await keeper.button('Thôi', point).click()
  await keeper.day('Ngày cuối', today())
  await save()
})

test('a mandate is given and handed over', async () => {
  await keeper.go(`/directory/${SCIENCE}`)
  await start('Giao nhiệm vụ quản lý')
  await keeper.form().getByLabel('Lĩnh vực').selectOption({ index: 1 })
  await keeper.choose('Địa bàn', 'Gia Lai')
  await keeper.day('Từ ngày', today())
  await keeper.give('Ghi')
  const saved = keeper.page.getByRole('status').filter({ hasText: 'Đã ghi vào danh bạ' })
  const refused = keeper.page.getByRole('alert')
  await saved.or(refused).first().waitFor()
  if (await refused.isVisible()) await keeper.page.keyboard.press('Escape')
  await keeper.form().waitFor({ state: 'detached' })
  await main().getByRole('button', { name: 'Chuyển giao' }).first().click()
  await keeper.choose('Chuyển cho', 'Chi cục Quản lý thị trường thành phố Cần Thơ')
  await keeper.day('Từ ngày', today())
  await keeper.give('Ghi')
  await keeper.refused('Danh bạ của đơn vị này do cơ quan khác quản lý.')
  await keeper.choose('Chuyển cho', 'Chi cục Quản lý thị trường tỉnh Gia Lai')
  await save()
})

test('a department is renamed, moved under another, refused to stand under itself, and ends with a successor', async () => {
  await keeper.go(`/directory/${SCIENCE}`)
  await start('Thêm phòng, đơn vị trực thuộc')
  await keeper.form().getByLabel('Loại').selectOption({ label: 'Trung tâm, đơn vị sự nghiệp' })
  await keeper.write({ 'Tên đầy đủ': 'Trung tâm Dữ liệu thử nghiệm', 'Tên viết tắt': 'TT Dữ liệu thử' })
  await keeper.day('Từ ngày', addDays(today(), -30))
  await save()
  await keeper.go('/directory?q=Trung tâm Dữ liệu thử nghiệm')
  await keeper.page.getByRole('link', { name: /Trung tâm Dữ liệu thử nghiệm/u }).click()
  await keeper.page.getByRole('heading', { level: 1, name: 'Trung tâm Dữ liệu thử nghiệm' }).waitFor()
  await start('Chuyển cơ quan cấp trên')
  await keeper.choose('Cơ quan cấp trên', 'Trung tâm Dữ liệu thử nghiệm')
  await keeper.day('Từ ngày', addDays(today(), -20))
  await keeper.give('Ghi')
  await keeper.page.getByRole('alert').first().waitFor()
  await keeper.choose('Cơ quan cấp trên', 'Chi cục Quản lý thị trường tỉnh Gia Lai')
  await save()
  await start('Đổi tên cơ quan')
  assert.equal(await keeper.form().getByLabel('Tên đầy đủ').inputValue(), 'Trung tâm Dữ liệu thử nghiệm')
  await keeper.write({ 'Tên đầy đủ': 'Trung tâm Dữ liệu số' })
  await keeper.day('Từ ngày', addDays(today(), -10))
  await save()
  await keeper.page.getByRole('heading', { level: 1, name: 'Trung tâm Dữ liệu số' }).waitFor()
  await start('Kết thúc hoạt động')
  await keeper.day('Ngày cuối', today())
  await keeper.choose('Cơ quan kế thừa', 'Chi cục Quản lý thị trường tỉnh Gia Lai')
  await keeper.page.keyboard.press('Escape')
  await save()
  await main().getByText('Được kế thừa bởi').waitFor()
})

test('a body that has ended shows what it held to the end, and what it had handed over before', async () => {
  const held = () => main().getByRole('listitem').filter({ hasText: 'An toàn thông tin mạng, tỉnh Quảng Nam' })
  await keeper.go(`/directory/${agencyId('quang-nam/so-tttt')}`)
  await held().getByText('đến 18/02/2025').waitFor()
  await keeper.go(`/directory/${agencyId('quang-nam/cong-an')}`)
  await held().getByText('19/02/2025 đến 30/6/2025').waitFor()
})
