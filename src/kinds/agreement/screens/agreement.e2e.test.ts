import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser, newDesk } from '../../../../testing/browser.ts'
import { type RunningServer, startServer } from '../../../../testing/running-server.ts'
import { DEMO_PASSWORD } from '../../../demo/officers.ts'

const TITLE = 'Phối hợp bảo vệ trẻ em trên mạng'

let server: RunningServer
let browser: Browser
let police: Desk
let science: Desk
let caseUrl = ''

type Desk = { page: Page; context: BrowserContext; errors: string[] }

before(async () => {
  server = await startServer()
  browser = await launchBrowser()
  police = await signIn('cahatinh.lanhdao')
  science = await signIn('skhcnhatinh.lanhdao')
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

/** What stands on both screens where a test failed: how the case is headed, how far it is, what was refused, whether the link is lost. */
afterEach(async (t) => {
  if (!('passed' in t) || t.passed) return
  for (const { page, errors } of [police, science]) {
    const said = await page.locator('.case-header, .ag-rail, [role=dialog], [role=alert], [role=status], .lost-strip').allInnerTexts()
    console.error(page.url(), said, errors)
  }
})

const signIn = async (account: string): Promise<Desk> => {
  const desk = await newDesk(browser)
  await desk.page.goto(`${server.url}/sign-in`)
  await desk.page.getByLabel('Tài khoản').fill(account)
  await desk.page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await desk.page.getByRole('button', { name: 'Đăng nhập' }).click()
  await desk.page.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor()
  return desk
}

const clauseField = (page: Page, n: number) => page.getByRole('textbox', { name: `Khoản ${n} Điều 1`, exact: true })

/** An act of the header that binds: its form, check-your-answers by key (its drawer is still moving), and the act itself. */
const act = async (page: Page, name: string) => {
  await page.locator('.case-actions').getByRole('button', { name }).click()
  await page.getByRole('button', { name: 'Xem lại', exact: true }).press('Enter')
  await page.getByRole('dialog', { name }).last().getByRole('button', { name }).click()
}

test('a draft is written by keyboard and sent to the other party', async () => {
  const { page } = police
  await page.goto(`${server.url}/agreement/new`)
  await page.getByRole('button', { name: 'Soạn tay' }).click()
  await page.getByLabel('Tên quy chế').fill(TITLE)
  await page.getByText('chưa ghi vào hồ sơ').waitFor()
  // Left half-way and come back to: nothing else begins over what is kept.
  await page.getByRole('button', { name: 'Thôi', exact: true }).click()
  await page.goto(`${server.url}/agreement/new`)
  assert.equal(await page.getByRole('button', { name: 'Soạn tay' }).getAttribute('aria-disabled'), 'true')
  await page.getByRole('button', { name: 'Soạn tiếp' }).click()
  assert.equal(await page.getByLabel('Tên quy chế').inputValue(), TITLE)
  for (const [n, name] of ['Công an tỉnh Hà Tĩnh', 'Sở Khoa học và Công nghệ tỉnh Hà Tĩnh'].entries()) {
    await page.locator('#add-party').click()
    await page.locator(`#party-${n}`).fill(name)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: name }).first().click()
  }
  assert.equal(await page.getByRole('combobox', { name: 'Vai trò', exact: true }).count(), 2, 'each field has its name once')
  await page.getByRole('button', { name: 'Thêm điều' }).press('Enter')
  // Whole words at once, as input methods give them: React takes fifty letters without a moment between them for a circle.
  await page.getByLabel('Tên điều 1').fill('Nội dung phối hợp')
  await clauseField(page, 1).fill('Hai bên trao đổi thông tin hằng tháng.')
  await clauseField(page, 1).press('Control+Enter')
  await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Khoản 2 Điều 1')
  await page.keyboard.insertText('Cùng tập huấn cho giáo viên.')
  await page.keyboard.press('Control+s')
  await page.waitForURL(/\/case\//)
  caseUrl = page.url()
  await act(page, 'Gửi các bên')
  await page.getByText('0/2 bên đồng ý').waitFor()
})

test('the other party finds it on the desk and comments where the words stand; a new version shows its changes', async () => {
  const { page } = science
  await page.goto(server.url)
  await page.locator('.desk-row', { hasText: TITLE }).getByRole('button', { name: 'Cho ý kiến' }).first().click()
  await page.locator('[data-doc-clause]').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('c')
  await page.getByRole('textbox', { name: 'Góp ý Khoản 1 Điều 1' }).fill('Đề nghị ghi rõ ngày gửi.')
  await page.keyboard.press('Control+Enter')
  await page.locator('.ag-comment').waitFor()

  const drafter = police.page
  await drafter.getByRole('button', { name: 'Trả lời và khép lại' }).click()
  await drafter.getByRole('textbox', { name: 'Trả lời và khép lại' }).fill('Đã ghi ngày 5.')
  await drafter.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await drafter.locator('.ag-comment[data-resolved]').waitFor()
  await drafter.getByRole('button', { name: 'Soạn bản mới' }).click()
  await clauseField(drafter, 1).fill('Hai bên trao đổi thông tin vào ngày 5 hằng tháng.')
  await drafter.getByRole('button', { name: 'Xem lại và gửi' }).click()
  await drafter.getByRole('button', { name: 'Xem lại', exact: true }).press('Enter')
  await drafter.getByText('1 sửa, 0 thêm, 0 bỏ').waitFor()
  await drafter.getByRole('dialog', { name: 'Gửi bản mới' }).last().getByRole('button', { name: 'Gửi bản mới' }).click()
  // Without a reload: the words that were added, said and not only coloured.
  const added = page.locator('ins')
  await added.waitFor()
  assert.equal((await added.textContent())?.trim(), '[thêm: vào ngày 5 ]')
})

test('both agree and sign, and what has nothing is plain', async () => {
  // Each waits until both pages show what was done: who answers without having seen it is told to look again.
  for (const [name, ...shown] of [
    ['Đồng ý bản này', /1\/2 bên đồng ý/, /2\/2 bên đồng ý|0\/2 bên đã ký/],
    ['Ghi chữ ký', /1\/2 bên đã ký/, /Đang hiệu lực/],
  ] as const)
    for (const [n, { page }] of [police, science].entries()) {
      await act(page, name)
      for (const desk of [police, science])
        await desk.page
          .getByText(shown[n] as RegExp)
          .first()
          .waitFor()
    }
  const { page } = science
  await page.getByText('Đang hiệu lực').first().waitFor()
  await page.goto(caseUrl)
  await page.getByText('2 nội dung chưa có gì').waitFor()
  await page.getByText('chưa phải chữ ký số').waitFor()
  await page.getByRole('button', { name: 'Thêm việc cho Khoản 2 Điều 1' }).click()
  await page.locator('.popover').getByRole('button', { name: 'Thêm minh chứng' }).click()
  await page.getByLabel('Đã làm gì').fill('Tập huấn 40 giáo viên')
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm minh chứng' }).click()
  const row = page.getByRole('row', { name: /Cùng tập huấn/ })
  await row.getByRole('rowheader', { name: /Khoản 2 Điều 1/ }).waitFor()
  await row.getByRole('list', { name: 'Việc đã làm' }).getByText('Tập huấn 40 giáo viên').waitFor()
  await page.getByText('1/2 có minh chứng').waitFor()
  await page
    .locator('.case-header')
    .getByText(/^chốt số liệu \d\d\/\d/)
    .waitFor()
  assert.equal(await page.locator('.case-side, .case-record').count(), 0, 'the page is the kind’s own')
  await police.page.goto(caseUrl)
  await police.page.getByRole('button', { name: 'Tập huấn 40 giáo viên' }).waitFor()
})

test('an officer reads it clause by clause with Enter alone, and confirms', async () => {
  const { page } = science
  await page.getByRole('button', { name: 'Đặt đơn vị phải đọc' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đặt đơn vị phải đọc' }).click()
  await page.getByRole('link', { name: 'Đọc và xác nhận' }).click()
  for (const at of ['1/2', '2/2']) {
    await page.getByText(at, { exact: true }).waitFor()
    await page.keyboard.press('Enter')
  }
  await page.getByText('Đồng chí đã đọc 2/2 điều khoản').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Đồng chí đã xác nhận ngày').waitFor()
})

test('an amendment is compared with the text in force, which stays', async () => {
  const { page } = science
  await page.getByRole('button', { name: 'Đề nghị sửa đổi' }).click()
  await clauseField(page, 2).fill('Cùng tập huấn cho giáo viên và phụ huynh.')
  await page.getByRole('button', { name: 'Xem lại và gửi' }).click()
  await page.getByLabel('Nói rõ đã đổi gì và vì sao').fill('Thêm phụ huynh')
  await page.getByRole('button', { name: 'Xem lại', exact: true }).press('Enter')
  await page.getByRole('dialog', { name: 'Gửi đề nghị sửa đổi' }).last().getByRole('button', { name: 'Gửi đề nghị sửa đổi' }).click()
  await page.locator('ins', { hasText: 'và phụ huynh' }).waitFor()
  await page.getByText('Bản 3 so với bản 2').waitFor()
  // Against the very first version both rounds of changes show.
  await page.getByLabel('So với', { exact: true }).selectOption('1')
  await page.getByText('Bản 3 so với bản 1').waitFor()
  await page.locator('ins', { hasText: 'vào ngày 5' }).waitFor()
  await page.locator('ins', { hasText: 'và phụ huynh' }).waitFor()
  await page.getByText('Đang hiệu lực').first().waitFor()
  assert.deepEqual([police.errors, science.errors], [[], []])
})
