import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import type { CaseListView, FulfilmentListView } from '../src/kernel/http/views.ts'
import { launchBrowser, newDesk } from './browser.ts'
import { type RunningServer, signedIn, startServer } from './running-server.ts'
import { checkFrame, checkKeyboard } from './screens/checks.ts'
import { contrast, TEXT_PAIRS } from './screens/contrast.ts'
import { LOOKS } from './screens/looks.ts'
import { enterNewcomer } from './screens/newcomer.ts'

/** `shows`: what stands there once the screen has what it asked the server for. */
type Screen = { name: string; path: string; shows: (page: Page) => Locator }

const main = (page: Page) => page.getByRole('main')
const words = (text: string | RegExp) => (page: Page) => main(page).getByText(text).first()

const NEWCOMER = 'stc.nguoimoi'
let server: RunningServer
let browser: Browser
let password: string
let directive = ''
let fulfilment = ''
let agency = ''

before(async () => {
  ;[server, browser] = await Promise.all([startServer(), launchBrowser()])
  password = await enterNewcomer(server.service, NEWCOMER)
  const headers = await signedIn(server.url, 'vpub.chuyenvien', DEMO_PASSWORD)
  const get = async <T>(path: string): Promise<T> => (await fetch(`${server.url}/api${path}`, { headers })).json() as Promise<T>
  directive = (await get<CaseListView>('/cases')).rows.find((row) => row.number === '1009/UBND-KGVX')?.id ?? ''
  const parts = await get<FulfilmentListView>(`/cases/${directive}/fulfilments`)
  assert.ok(parts.rows[0], 'the demo has work to show')
  ;[fulfilment, agency] = [parts.rows[0].id, parts.rows[0].agency.id]
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const busyScreens = (): Screen[] => [
  { name: 'desk', path: '/', shows: (page) => main(page).getByRole('list', { name: 'Việc cần làm' }) },
  { name: 'case list', path: '/cases', shows: words('1009/UBND-KGVX') },
  { name: 'directives', path: '/cases/directive', shows: words('1009/UBND-KGVX') },
  { name: 'agreements', path: '/cases/agreement', shows: words(/./) },
  { name: 'case page', path: `/case/${directive}`, shows: (page) => main(page).getByRole('group', { name: 'Lọc theo tình trạng' }) },
  { name: 'source text', path: `/case/${directive}?view=source`, shows: words('Độc lập - Tự do - Hạnh phúc') },
  { name: 'fulfilment', path: `/fulfilment/${fulfilment}`, shows: (page) => page.getByRole('heading', { name: 'Nhật ký' }) },
  { name: 'intake', path: '/intake', shows: words('Hoặc dán nội dung') },
  { name: 'directory', path: '/directory', shows: (page) => main(page).getByRole('listitem').first() },
  { name: 'agency', path: `/directory/${agency}`, shows: words('Sở Khoa học và Công nghệ') },
  { name: 'search', path: '/search?q=an%20toan%20co%20so', shows: words('1009/UBND-KGVX') },
  { name: 'notifications', path: '/notifications', shows: (page) => main(page).getByRole('listitem').first() },
]

/** For an officer whom nobody has asked anything: every list is empty and says what to do. */
const emptyScreens: Screen[] = [
  { name: 'desk', path: '/', shows: words('Hôm nay chưa có việc nào.') },
  { name: 'case list', path: '/cases', shows: words(/Chưa có hồ sơ/) },
  { name: 'search', path: '/search?q=khong-co-gi-nhu-the', shows: words(/Không có hồ sơ hay cơ quan nào khớp/) },
  { name: 'notifications', path: '/notifications', shows: words('Chưa có thông báo nào.') },
  { name: 'requests for access', path: '/access-requests', shows: words('Cơ quan chưa gửi yêu cầu nào.') },
  { name: 'a case of others', path: '/case/00000000-0000-4000-8000-000000000000', shows: words('Không tìm thấy hồ sơ') },
]

const enter = async (context: BrowserContext, account: string, secret: string): Promise<void> => {
  const data = { username: account, password: secret }
  const answer = await context.request.post(`${server.url}/api/auth/sign-in/username`, { data, headers: { origin: server.url } })
  assert.ok(answer.ok(), `${account} signs in`)
}

/** Visits the screens one after another and says of each what is wrong with it, so that one fault does not hide the others. */
const visit = async (page: Page, errors: string[], screens: Screen[], framed = true): Promise<void> => {
  const faults: string[] = []
  for (const { name, path, shows } of screens) {
    try {
      await page.goto(`${server.url}${path}`)
      await shows(page).waitFor()
      await checkFrame(page)
      await checkKeyboard(page, framed)
      assert.deepEqual(errors.splice(0), [])
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`)
    }
  }
  assert.deepEqual(faults, [])
}

for (const look of LOOKS) {
  describe(look.name, () => {
    test('sign-in', async () => {
      const { context, page, errors } = await newDesk(browser, look)
      await visit(page, errors, [{ name: 'sign-in', path: '/sign-in', shows: words('vpub.chuyenvien') }], false)
      await context.close()
    })

    test('every main screen of a busy officer: no error, one title, no scrolling sideways, within reach of the keyboard', async () => {
      const { context, page, errors } = await newDesk(browser, look)
      await enter(context, 'vpub.chuyenvien', DEMO_PASSWORD)
      await visit(page, errors, busyScreens())
      await context.close()
    })

    test('the same with nothing to show, for a newcomer', async () => {
      const { context, page, errors } = await newDesk(browser, look)
      await enter(context, NEWCOMER, password)
      await visit(page, errors, emptyScreens)
      await context.close()
    })
  })
}

for (const dark of [false, true]) {
  test(`words stand out by 4.5 to 1 from what they stand on, ${dark ? 'dark' : 'light'}`, async () => {
    const { context, page } = await newDesk(browser, { dark })
    await page.goto(`${server.url}/sign-in`)
    const names = [...new Set(TEXT_PAIRS.flat())]
    const read = `(() => { const style = getComputedStyle(document.documentElement); return ${JSON.stringify(names)}.map((name) => style.getPropertyValue(name).trim()) })()`
    const values = await page.evaluate<string[]>(read)
    const colours = new Map(names.map((name, at) => [name, values[at] ?? '']))
    const weak = TEXT_PAIRS.map(([text, ground]) => ({
      pair: `${text} on ${ground}`,
      ratio: contrast(colours.get(text) ?? '', colours.get(ground) ?? ''),
    }))
    assert.deepEqual(
      weak.filter(({ ratio }) => ratio < 4.5).map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`),
      [],
    )
    await context.close()
  })
}

test('where motion is not wanted, what opens still shows', async () => {
  const { context, page } = await newDesk(browser, { calm: true })
  await enter(context, 'vpub.chuyenvien', DEMO_PASSWORD)
  await page.goto(`${server.url}/directory`)
  await main(page).getByRole('combobox', { name: 'Địa bàn' }).click()
  await page.locator('.ant-select-item-option').first().waitFor()
  await context.close()
})
