import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { LETTER } from '../src/demo/letter.ts'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import type { CaseListView } from '../src/kernel/http/views.ts'
import { launchBrowser, newDesk } from '../testing/browser.ts'
import { startServer } from '../testing/running-server.ts'
import { buildWeb } from './build-web.ts'

/** `node tools/pictures.ts`: takes the pictures of the README anew, from the demo, at 1366×768. */
const folder = join(import.meta.dirname, '../docs/pictures')

await buildWeb()
const [server, browser] = await Promise.all([startServer(), launchBrowser()])

const take = async (name: string, account: string, show: (page: Page) => Promise<void>): Promise<void> => {
  const { context, page } = await newDesk(browser, { calm: true })
  const data = { username: account, password: DEMO_PASSWORD }
  await context.request.post(`${server.url}/api/auth/sign-in/username`, { data, headers: { origin: server.url } })
  await show(page)
  await page.waitForLoadState('networkidle')
  await page.evaluate('document.fonts.ready')
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await context.close()
}

await take('desk', 'pa05.tructban', async (page) => {
  await page.goto(server.url)
  await page.locator('.desk-row').first().waitFor()
})
await take('directive', 'vpub.chuyenvien', async (page) => {
  await page.goto(server.url)
  const { rows } = (await (await page.request.get(`${server.url}/api/cases`)).json()) as CaseListView
  const id = rows.find((row) => row.number === '1009/UBND-KGVX')?.id
  await page.goto(`${server.url}/case/${id}`)
  await page.locator('.part-row').first().waitFor()
})
await take('intake', 'vpub.chuyenvien', async (page) => {
  await page.goto(`${server.url}/intake`)
  const letter = LETTER.replaceAll('1009/', '2001/').replace('năm 2024', 'năm 2026')
  await page.locator('textarea').first().fill(letter)
  await page.getByRole('button', { name: 'Đọc văn bản' }).click()
  await page.locator('.intake-card').waitFor()
})

await browser.close()
await server.stop()
