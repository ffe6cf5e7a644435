import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../src/demo/officers.ts'
import { newDesk } from '../browser.ts'
import { asTyped } from '../days.ts'
import { pressAct } from '../press-act.ts'
import { signedIn } from '../running-server.ts'

export type PlaceOptions = { width?: number; height?: number; dark?: boolean }

const sessions = new Map<string, { cookie: string; origin: string }>()

/** One officer's browser: where things stand on the screens, and what may be pressed there. */
export class Place {
  readonly page: Page
  readonly context: BrowserContext
  readonly url: string
  readonly errors: string[]
  readonly account: string

  private constructor(account: string, page: Page, context: BrowserContext, url: string, errors: string[]) {
    this.account = account
    this.page = page
    this.context = context
    this.url = url
    this.errors = errors
  }

  /** Signs in once by the API for each account of a server; how one signs in by the form is another test's matter. */
  static async open(browser: Browser, url: string, account: string, options: PlaceOptions): Promise<Place> {
    const name = `${url} ${account}`
    const session = sessions.get(name) ?? (await signedIn(url, account, DEMO_PASSWORD))
    sessions.set(name, session)
    const { page, context, errors } = await newDesk(browser, { ...options, calm: true })
    await context.addCookies(
      session.cookie.split('; ').map((pair) => {
        const [key = '', ...value] = pair.split('=')
        return { name: key, value: value.join('='), url }
      }),
    )
    return new Place(account, page, context, url, errors)
  }

  /** Takes a picture of what stands on the screen, for a test that failed; answers where it is. */
  async picture(): Promise<string> {
    const path = join(tmpdir(), `hiepdong-${this.account}.png`)
    await this.page.screenshot({ path })
    return path
  }

  async close(): Promise<void> {
    await this.context.close()
    assert.deepEqual(this.errors, [])
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`)
    await this.page.getByRole('heading', { level: 1 }).first().waitFor()
  }

  /** Opens a fulfilment over its case. */
  async openPart(caseId: string, id: string): Promise<void> {
    await this.go(`/case/${caseId}?f=${id}`)
    await this.acts().waitFor()
  }

  acts(): Locator {
    return this.page.getByRole('region', { name: 'Việc có thể làm' })
  }

  /** The form that is open. */
  form(): Locator {
    return this.page.getByRole('dialog').filter({ has: this.page.locator('form') })
  }

  button(name: string | RegExp, within: Locator = this.form()): Locator {
    return within.getByRole('button', { name, exact: typeof name === 'string' })
  }

  /** Starts an act of the open fulfilment; rarer ones stand behind one button. */
  async start(act: string): Promise<void> {
    await pressAct({ act: this.button(act, this.acts()), more: this.button('Việc khác', this.acts()), opens: this.form() })
  }

  /** The ask of a row of the desk. */
  ask(act: string, task: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${act}: .*${task}`, 'i') })
  }

  /** Fills fields by their labels. */
  async write(texts: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.form().getByLabel(label, { exact: false }).first().fill(text)
  }

  /** Types a day ('YYYY-MM-DD') as an officer does. */
  async day(label: string | RegExp, day: string): Promise<void> {
    const field = this.form().getByLabel(label).first()
    const typed = asTyped(day)
    // Opening shows the day that stands: one types after it, as people do.
    await field.click()
    await this.page.locator('.ant-picker-dropdown:visible').waitFor()
    await field.fill(typed)
    await field.press('Enter')
    await this.page.locator('.ant-picker-dropdown:visible').waitFor({ state: 'detached' })
    assert.equal(await field.inputValue(), typed)
  }

  /** Chooses in a list that is searched by typing. */
  async choose(label: string | RegExp, name: string): Promise<void> {
    await this.form().getByLabel(label).first().fill(name)
    await this.page.locator('.ant-select-item-option', { hasText: name }).first().click()
  }

  async file(name: string, text: string): Promise<void> {
    const bytes = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
    await this.form().locator('input[type=file]').setInputFiles(bytes)
    await this.button(`Bỏ tệp ${name}`).waitFor()
  }

  /** Presses what gives the act at once. */
  async give(act: string): Promise<void> {
    await this.button(act).click()
  }

  /** Goes through check-your-answers, which repeats `words`. */
  async check(act: string, words: string | RegExp): Promise<void> {
    await this.button('Xem lại').click()
    const check = this.checking(act)
    await check.getByText(words).first().waitFor()
    await check.getByRole('button', { name: act, exact: true }).click()
  }

  /** Goes back from check-your-answers to change something. */
  async back(act: string): Promise<void> {
    await this.checking(act).getByRole('button', { name: 'Sửa lại' }).click()
    await this.checking(act).waitFor({ state: 'detached' })
  }

  checking(act: string): Locator {
    return this.page.getByRole('dialog', { name: act }).filter({ has: this.page.getByRole('button', { name: 'Sửa lại' }) })
  }

  /** Answers when the page says it, politely. */
  async told(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor()
  }

  /** Answers when a refusal stands in place. */
  async refused(words: string | RegExp): Promise<void> {
    await this.page.getByRole('alert').filter({ hasText: words }).first().waitFor()
  }
}
