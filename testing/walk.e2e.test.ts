import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { asWritten } from './days.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { sheetParts } from './sheet-parts.ts'
import { CasePage } from './walk/case-page.ts'
import { Desk } from './walk/desk.ts'
import { Intake } from './walk/intake.ts'
import { dayWords, LETTER, letterFile, NUMBER, SUBJECT, UNKNOWN, workingDay } from './walk/letter.ts'
import { Workplace } from './walk/officer.ts'

/**
 * The way of one letter through the product, in two browsers that nobody reloads: the office takes it in, checks it and issues it; police, a
 * commune and an enterprise answer at the other browser. Each test goes on where the one before it stopped.
 */
const SCIENCE = 'Sở Khoa học và Công nghệ tỉnh Gia Lai'
/** Words by which a task is known on every screen. */
const [CABLES, POWER, RESCUE] = ['bảo vệ các tuyến cáp trục', 'nguồn điện dự phòng', 'ứng cứu thông tin']

/** Of the police, of the department twice, of 135 communes and of VNPT. */
const PARTS = 139

let server: RunningServer
let browser: Browser
let office: Workplace
let field: Workplace

before(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  ;[office, field] = await Promise.all([Workplace.open(browser, server.url, 'office'), Workplace.open(browser, server.url, 'field')])
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

/** What comes after a step that failed would only fail too. */
let broken = false
const step = (name: string, walk: () => Promise<void>) =>
  test(name, async (t) => {
    if (broken) return t.skip('a step before it failed')
    broken = true
    try {
      await walk()
    } catch (error) {
      for (const at of [office, field]) console.error(await at.picture())
      throw error
    }
    office.assertClean()
    field.assertClean()
    broken = false
  })

step('pasted text reads as the Word file does', async () => {
  await office.signIn('vpub.chuyenvien')
  const intake = new Intake(office)
  await intake.open()
  await intake.paste(LETTER)
  const pasted = await intake.names()
  assert.equal(pasted.length, 6)
  await intake.discard()
  await intake.takeFile('cong-van-2210.docx', letterFile())
  assert.deepEqual(await intake.names(), pasted)
})

step(
  'an officer corrects a lead, maps an unknown name, sets limits, drops a sentence that orders nothing, and confirms by keyboard',
  async () => {
    const intake = new Intake(office)
    await intake.choose(2)
    await intake.card().getByText(`Danh bạ chưa có "${UNKNOWN}"`).waitFor()
    await intake.setLead(SCIENCE, null)
    await intake.choose(3)
    await intake.setLead(SCIENCE, 'Sở Xây dựng')
    for (const [ordinal, ahead] of [
      [1, 8],
      [4, 5],
      [5, 6],
    ] as const) {
      await intake.choose(ordinal)
      await intake.setLimit(workingDay(ahead))
    }
    await intake.choose(6)
    await intake.dropByKey()
    await intake.confirmAllByKeys(5)
  },
)

step('issued after a last look, it stands on the desk of the police without a reload', async () => {
  await field.signIn('catinh.lanhdao')
  const desk = new Desk(field)
  assert.equal(await desk.ask('Xác nhận tiếp nhận', CABLES).count(), 0)
  await field.page.evaluate('window.neverReloaded = true')
  const check = await new Intake(office).review()
  for (const words of [NUMBER, SUBJECT, `5 nhiệm vụ, ${PARTS} phần việc`]) await check.getByText(words).first().waitFor()
  assert.equal(await check.getByText(UNKNOWN).count(), 0)
  await check.getByRole('button', { name: 'Giao việc', exact: true }).click()
  await office.heading(new RegExp(SUBJECT, 'i')).waitFor()
  await desk.ask('Xác nhận tiếp nhận', CABLES).waitFor()
  assert.ok(await field.page.evaluate('window.neverReloaded'))
})

step('the police accept and hand on to PA05, whose desk it then is', async () => {
  const [desk, page] = [new Desk(field), new CasePage(field)]
  await desk.answer('Xác nhận tiếp nhận', CABLES)
  await desk.give('Xác nhận tiếp nhận', 'Đã tiếp nhận')
  await desk.ask('Nộp kết quả', CABLES).waitFor()
  await page.openFromDesk(NUMBER, CABLES)
  await page.startAct('Giao xử lý')
  await page.handTo('Phòng An ninh mạng')
  await desk.complete({ texts: { 'Ý kiến chỉ đạo': 'PA05 kiểm tra trước ba tuyến ra biên giới.' } })
  await desk.give('Giao xử lý', 'Đã giao xử lý')
  await page.close()
  await field.changeTo('pa05.tructban')
  await desk.ask('Nộp kết quả', CABLES).waitFor()
})

step('PA05 submits with a file, the office returns it, PA05 submits again, the office confirms', async () => {
  const [pa05, asker] = [new Desk(field), new Desk(office)]
  const missing = 'Bổ sung biên bản của tuyến thứ ba.'
  await asker.open()
  await pa05.answer('Nộp kết quả', CABLES)
  await pa05.complete({
    texts: { 'Kết quả đã làm': 'Đã kiểm tra hai tuyến.' },
    file: { name: 'bien-ban.txt', text: 'Tuyến 1: đạt. Tuyến 2: đạt.' },
  })
  await pa05.giveChecked('Nộp kết quả', 'Đã kiểm tra hai tuyến.', 'Đã nộp kết quả')

  await asker.answer('Xác nhận kết quả', CABLES, 'Trả lại')
  await asker.form().getByText('bien-ban.txt').waitFor()
  await asker.complete({ texts: { 'Cần bổ sung gì': missing } })
  await asker.giveChecked('Trả lại', missing, 'Đã trả lại')
  await asker.ask('Xác nhận kết quả', CABLES).waitFor({ state: 'detached' })

  await pa05.answer('Nộp lại kết quả', CABLES)
  await pa05.complete({ texts: { 'Kết quả đã làm': 'Đã kiểm tra đủ ba tuyến.' } })
  await pa05.giveChecked('Nộp kết quả', 'Đã kiểm tra đủ ba tuyến.', 'Đã nộp kết quả')

  await asker.answer('Xác nhận kết quả', CABLES)
  await asker.form().getByText('Đã kiểm tra đủ ba tuyến.').waitFor()
  await asker.giveChecked('Xác nhận kết quả', CABLES, 'Đã xác nhận kết quả')
  await asker.ask('Xác nhận kết quả', CABLES).waitFor({ state: 'detached' })
})

step('the commune asks for time; granted, the date moves and says why', async () => {
  const [commune, asker] = [new Desk(field), new Desk(office)]
  const why = 'Mưa lớn, chưa đến được hai thôn.'
  const [first, later] = [workingDay(5), workingDay(9)]
  await field.changeTo('phutuc.chutich')
  await commune.answer('Xác nhận tiếp nhận', POWER)
  await commune.give('Xác nhận tiếp nhận', 'Đã tiếp nhận')
  await commune.answer('Nộp kết quả', POWER, 'Xin gia hạn')
  await commune.complete({ texts: { 'Lý do': why }, day: ['Xin đến hết ngày', later] })
  await commune.give('Xin gia hạn', 'Đã xin gia hạn')
  const page = new CasePage(field)
  await page.openFromDesk(NUMBER, POWER)
  await page
    .drawer()
    .getByText(`Xin gia hạn đến hết ${asWritten(later)}`)
    .waitFor()
  assert.match(await page.drawer().innerText(), dayWords(first))

  await asker.answer('Quyết định gia hạn', POWER)
  await asker.giveChecked('Đồng ý gia hạn', asWritten(later), 'Đã gia hạn')
  await page.drawer().getByText(`Xin gia hạn đến hết`).waitFor({ state: 'detached' })
  await page.drawer().getByText('Vì sao là ngày này').click()
  const said = await page.drawer().innerText()
  assert.match(said, /Gia hạn ngày/)
  assert.match(said, dayWords(later))
  assert.doesNotMatch(said, dayWords(first))
})

step('VNPT declines with a reason, the office upholds, and VNPT is asked again', async () => {
  const [vnpt, asker] = [new Desk(field), new Desk(office)]
  const why = 'Đơn vị không còn quản lý trạm ở xã biên giới.'
  await new CasePage(field).close()
  await field.changeTo('vnpt.daumoi')
  await vnpt.answer('Xác nhận tiếp nhận', RESCUE, 'Không nhận')
  await vnpt.complete({ texts: { 'Lý do': why } })
  await vnpt.giveChecked('Không nhận', why, 'Đã báo không nhận')
  await vnpt.ask('Xác nhận tiếp nhận', RESCUE).waitFor({ state: 'detached' })

  await asker.answer('Xử lý từ chối', RESCUE)
  await asker.complete({ texts: { 'Trả lời đơn vị': 'Doanh nghiệp vẫn có trách nhiệm phối hợp ứng cứu.' } })
  await asker.giveChecked('Giữ nguyên việc giao', 'Doanh nghiệp vẫn có trách nhiệm', 'Đã giữ nguyên việc giao')
  await vnpt.ask('Xác nhận tiếp nhận', RESCUE).waitFor()
})

step('a chase by the office rings the bell of VNPT and says what is asked', async () => {
  const page = new CasePage(office)
  await office.goTo(/^Chỉ đạo/)
  await office.page.getByRole('link', { name: new RegExp(SUBJECT, 'i') }).click()
  await office.heading(new RegExp(SUBJECT, 'i')).waitFor()
  const bell = field.page.getByRole('button', { name: /^Thông báo/ })
  const before = await bell.getAttribute('aria-label')
  await page.openPart(new RegExp(RESCUE, 'i'))
  await page.startAct('Đôn đốc')
  const desk = new Desk(office)
  await desk.complete({ texts: { 'Lời nhắc': 'Đề nghị gửi phương án trước mùa mưa.' } })
  await desk.give('Đôn đốc', 'Đã đôn đốc')
  await bell.and(field.page.locator(`:not([aria-label="${before}"])`)).waitFor()
  await bell.click()
  await field.page
    .getByRole('dialog')
    .getByText(/đôn đốc: .*ứng cứu thông tin/i)
    .click()
  await new CasePage(field).drawer().getByText('Đề nghị gửi phương án trước mùa mưa.').first().waitFor()
  await page.close()
})

step('the progress counts every part, and its Excel file holds text and numbers only', async () => {
  const page = new CasePage(office)
  await page.counts().getByText('1 xong').waitFor()
  const counted = (await page.counts().innerText()).match(/\d+/g)?.map(Number) ?? []
  assert.equal(
    counted.reduce((sum, n) => sum + n, 0),
    PARTS,
  )
  const download = await page.download()
  assert.equal(download.suggestedFilename(), `tien-do-${NUMBER.replace('/', '-')}.xlsx`)
  const parts = await sheetParts(await readFile(await download.path()))
  const sheets = [...parts].filter(([path]) => path.startsWith('xl/worksheets/sheet'))
  assert.equal(sheets.length, 3)
  for (const [path, xml] of sheets) assert.doesNotMatch(xml, /<f[ >/]/, path)
  const words = parts.get('xl/sharedStrings.xml') ?? ''
  for (const told of [NUMBER, '>0/135<', '>1/1<', 'Hoàn thành, đúng hạn']) assert.ok(words.includes(told), told)
})

step('search finds it without diacritics, by keyboard', async () => {
  await office.page.keyboard.press('Control+k')
  const field = office.page.getByRole('combobox', { name: 'Tìm hồ sơ, số văn bản, đơn vị' })
  await field.fill('giu an toan mang luoi vien thong')
  await office.page.getByRole('option', { name: new RegExp(NUMBER) }).waitFor()
  await field.press('Enter')
  await office.heading(new RegExp(SUBJECT, 'i')).waitFor()
})

step('English on a switch, and back', async () => {
  await new Desk(office).open()
  await office.page.getByRole('button', { name: 'Tài khoản' }).click()
  await office.page.getByRole('button', { name: 'English' }).click()
  await office.heading('Desk').waitFor()
  assert.equal(await office.page.locator('html').getAttribute('lang'), 'en')
  assert.equal(await office.page.getByRole('navigation').getByText('Bàn làm việc').count(), 0)
  await office.page.getByRole('button', { name: 'Account' }).click()
  await office.page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await office.heading('Bàn làm việc').waitFor()
})
