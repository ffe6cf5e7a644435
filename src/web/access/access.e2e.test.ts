import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { launchBrowser, newDesk } from '../../../testing/browser.ts'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'

const NUMBER = '1009/UBND-KGVX'
const REASON = 'Đối chiếu số liệu thuê bao giữa hai tỉnh'

let server: RunningServer
let browser: Browser
/** Asks from another province; runs the case. */
let asker: Page, owner: Page
const errors: string[][] = []
let caseId: string

const enter = async (account: string): Promise<Page> => {
  const { context, page, errors: found } = await newDesk(browser)
  errors.push(found)
  const data = { username: account, password: DEMO_PASSWORD }
  await context.request.post(`${server.url}/api/auth/sign-in/username`, { data, headers: { origin: server.url } })
  return page
}

before(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;[asker, owner] = await Promise.all([enter('cahatinh.pa05'), enter('vpub.chuyenvien')])
  const { rows } = await server.service.pools.system.query(`select id from cases where number = $1 and status <> 'draft'`, [NUMBER])
  caseId = rows[0].id
})
after(async () => {
  await browser.close()
  await server.stop()
})

const drawer = (page: Page) => page.getByRole('dialog').first()
const line = (page: Page, words: string | RegExp) => page.getByRole('main').getByRole('listitem').filter({ hasText: words }).first()

test('an officer who finds nothing asks by number, and reads only that it was sent', async () => {
  await asker.goto(`${server.url}/case/${caseId}`)
  await asker.getByText('Không tìm thấy hồ sơ, hoặc đồng chí không được xem.').waitFor()
  await asker.getByRole('main').getByRole('link', { name: 'Xin quyền xem theo số, ký hiệu' }).click()
  await drawer(asker).getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await drawer(asker).getByText('Điền số, ký hiệu: có ít nhất một chữ số.').waitFor()
  await asker.keyboard.press('Escape')

  await asker.goto(`${server.url}/search?q=${encodeURIComponent(NUMBER)}`)
  await asker.getByText('Không có hồ sơ hay cơ quan nào khớp').waitFor()
  await asker.getByRole('main').getByRole('link', { name: 'Xin quyền xem theo số, ký hiệu' }).click()
  assert.equal(await drawer(asker).getByLabel('Số, ký hiệu').inputValue(), NUMBER)
  await drawer(asker).getByLabel('Lý do cần xem').fill(REASON)
  await drawer(asker).getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await asker.getByText('Đã gửi yêu cầu. Nếu có hồ sơ mang số này').waitFor()
  await line(asker, NUMBER).getByText('Đã gửi', { exact: true }).waitFor()
})

test('the office that runs the case finds it on its desk and grants it to a day, after a second look', async () => {
  await owner.goto(`${server.url}/?scope=agency`)
  await owner.getByText('Xin quyền xem hồ sơ').first().waitFor()
  await owner.getByRole('button', { name: 'Trả lời xin xem' }).first().click()
  await drawer(owner).getByText(REASON).waitFor()
  await drawer(owner).getByText('Không trả lời', { exact: true }).click()
  await drawer(owner).getByText('như khi không có hồ sơ nào mang số này').waitFor()
  await drawer(owner).getByText('Cho xem', { exact: true }).click()
  await drawer(owner).getByLabel('Xem đến hết ngày').fill('31/12/2199')
  await drawer(owner).getByLabel('Xem đến hết ngày').press('Enter')
  await drawer(owner).getByLabel('Ghi chú gửi bên xin').fill('Chỉ để tham khảo')
  await drawer(owner).getByRole('button', { name: 'Xem lại' }).press('Enter')
  const check = owner.getByRole('dialog', { name: 'Cho xem' })
  await check.getByText('31/12/2199').waitFor()
  await check.getByRole('button', { name: 'Cho xem' }).click()
  await owner.getByText('Đã ghi trả lời').waitFor()
})

test('the answer comes by itself; the case opens for reading, and its acts say why not', async () => {
  await line(asker, NUMBER).getByText('Được xem', { exact: true }).waitFor()
  await line(asker, NUMBER).getByText('Chỉ để tham khảo').waitFor()
  await line(asker, NUMBER)
    .getByRole('link', { name: `Mở hồ sơ ${NUMBER}` })
    .click()
  await asker.getByText('Được cho xem đến hết 31/12/2199, chỉ đọc').waitFor()
  const reading = await asker.evaluate<{ actions: { allowed: boolean }[] }>(`fetch('/api/cases/${caseId}').then((answer) => answer.json())`)
  assert.ok(reading.actions.length > 0 && reading.actions.every((action) => !action.allowed))
})

test('the office sees on the case who reads it, and takes it back with a reason; the other side loses it and is told', async () => {
  await owner.goto(`${server.url}/case/${caseId}`)
  await owner.getByRole('button', { name: '1 nơi được xem' }).click()
  await drawer(owner).getByRole('button', { name: 'Thôi cho xem' }).click()
  await owner.getByRole('dialog', { name: 'Thôi cho xem' }).getByLabel('Lý do báo bên xin').fill('Hết mục đích đối chiếu')
  await owner.getByRole('button', { name: 'Xem lại' }).press('Enter')
  await owner.getByText('Kiểm tra trước khi ghi').waitFor()
  await owner.locator('.ant-modal').getByRole('button', { name: 'Thôi cho xem' }).click()
  await owner.getByText('Đã ghi trả lời').waitFor()
  await owner.keyboard.press('Escape')
  await owner
    .getByText(/thôi cho .* xem: Hết mục đích đối chiếu/)
    .first()
    .waitFor()

  await asker.goto(`${server.url}/case/${caseId}`)
  await asker.getByText('Không tìm thấy hồ sơ, hoặc đồng chí không được xem.').waitFor()
  await asker.goto(`${server.url}/notifications`)
  await asker
    .getByRole('main')
    .getByRole('link')
    .filter({ hasText: `thôi cho xem ${NUMBER}` })
    .click()
  await line(asker, NUMBER).getByText('Hết mục đích đối chiếu').waitFor()
  assert.deepEqual(errors.flat(), [])
})
