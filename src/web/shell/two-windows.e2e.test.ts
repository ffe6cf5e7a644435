import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, newDesk } from '../../../testing/browser.ts'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'
import { secondPost } from '../../../testing/second-post.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { demoId } from '../../demo/player.ts'
import { SYSTEM } from '../../kernel/access/system-actor.ts'
import { agencyId } from '../../kernel/agencies/agency-record.ts'
import { execute } from '../../kernel/streams/execute.ts'

const OFFICER = 'qltt.chuyenvien'
const MARKET = 'gia-lai/chi-cuc-qltt'
const SCIENCE = 'gia-lai/so-khcn'

let server: RunningServer
let browser: Browser
let second: string

before(async () => {
  server = await startServer()
  browser = await launchBrowser()
  const there = agencyId(SCIENCE)
  second = await secondPost(server.service.kernel, {
    officerId: demoId(`officer:${OFFICER}`),
    agencyId: there,
    rights: ['draft', 'answer'],
  })
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const system = (streamType: string, streamId: string, command: string, payload: object) =>
  execute(server.service.kernel, { actor: SYSTEM, streamType, streamId, command, payload, key: randomUUID() })

const desk = (page: Page) => page.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor()
const shows = (page: Page, agency: string) => page.locator('.post-switch-agency', { hasText: nameOf(agency) }).waitFor()
const nameOf = (agency: string) => server.service.directory.ref(agencyId(agency)).name

const switchTo = async (page: Page, agency: string) => {
  await page.locator('.post-switch').first().click()
  await page
    .getByRole('button', { name: nameOf(agency) })
    .last()
    .click()
  await shows(page, agency)
}

/** Writes a note on the letter, which both agencies see whole, and answers in whose name it was written. */
const note = async (page: Page, text: string): Promise<string> => {
  await page.goto(`${server.url}/case/${demoId('letter')}`)
  await page.getByRole('button', { name: 'Ghi chú nội bộ' }).click()
  await page.locator('#note-text').fill(text)
  const sent = page.waitForResponse((answer) => answer.url().endsWith('/notes') && answer.request().method() === 'POST')
  await page.locator('.note-form button').click()
  const { streamId } = (await (await sent).json()) as { streamId: string }
  const { rows } = await server.service.pools.system.query(
    'select agency_id from event where stream_id = $1 order by version desc limit 1',
    [streamId],
  )
  return rows[0]?.agency_id
}

test('a window acts in the post it shows, whatever another window of the same officer switches to, also after a reload', async () => {
  const { page: one, context } = await newDesk(browser, { calm: true })
  await one.goto(`${server.url}/sign-in`)
  await one.getByLabel('Tài khoản').fill(OFFICER)
  await one.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
  await one.getByRole('button', { name: 'Đăng nhập' }).click()
  await desk(one)
  await shows(one, MARKET)

  const two = await context.newPage()
  const live = two.waitForRequest((request) => request.url().includes(`/api/live?post=${second}`))
  await two.goto(server.url)
  await desk(two)
  await switchTo(two, SCIENCE)
  await live

  assert.equal(await note(one, 'Viết ở cửa sổ thứ nhất'), agencyId(MARKET))
  await shows(one, MARKET)
  assert.equal(await note(two, 'Viết ở cửa sổ thứ hai'), agencyId(SCIENCE))
  await one.reload()
  await shows(one, MARKET)
  assert.equal(await note(one, 'Viết sau khi tải lại'), agencyId(MARKET))

  const fresh = await context.newPage()
  await fresh.goto(server.url)
  await shows(fresh, SCIENCE)
  await fresh.close()

  // The post that a window shows is taken from the officer: the window says so, and goes on in another once it is loaded again.
  await system('post', second, 'vacate', {})
  // Reads know of it within two seconds.
  while ((await context.request.get(`${server.url}/api/me?post=${second}`)).status() !== 409);
  await two.goto(`${server.url}/cases`)
  await shows(two, MARKET)
  await context.close()
})
