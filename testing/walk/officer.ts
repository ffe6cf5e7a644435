import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { DEMO_PASSWORD } from '../../src/demo/officers.ts'
import { newDesk } from '../browser.ts'

/** One browser at one place; officers take turns at it. */
export class Workplace {
  readonly page: Page
  readonly url: string
  readonly #name: string
  readonly #errors: string[]

  private constructor(page: Page, url: string, name: string, errors: string[]) {
    this.page = page
    this.url = url
    this.#name = name
    this.#errors = errors
  }

  static async open(browser: Browser, url: string, name: string): Promise<Workplace> {
    const { page, errors } = await newDesk(browser)
    return new Workplace(page, url, name, errors)
  }

  /** Signs an officer in by the form, as anybody would. */
  async signIn(account: string): Promise<void> {
    const { page } = this
    if (!page.url().includes('/sign-in')) await page.goto(this.url)
    await page.getByLabel('Tài khoản').fill(account)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.getByRole('heading', { level: 1, name: 'Bàn làm việc' }).waitFor()
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Tài khoản' }).click()
    await this.page.getByRole('button', { name: 'Đăng xuất' }).click()
    await this.page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
  }

  /** The next officer sits down here. */
  async changeTo(account: string): Promise<void> {
    await this.signOut()
    await this.signIn(account)
  }

  /** Goes to a screen by the navigation. */
  async goTo(name: string | RegExp): Promise<void> {
    await this.page.getByRole('navigation').getByRole('link', { name }).first().click()
  }

  heading(name: string | RegExp, level = 1): Locator {
    return this.page.getByRole('heading', { level, name })
  }

  /** Answers when the page says it, politely, in its live region. */
  async told(words: string | RegExp): Promise<void> {
    await this.page.getByRole('status').filter({ hasText: words }).first().waitFor()
  }

  /** Takes a picture of what stands on the screen, for a step that failed; answers where it is. */
  async picture(): Promise<string> {
    const path = join(tmpdir(), `hiepdong-walk-${this.#name}.png`)
    await this.page.screenshot({ path })
    return `${this.#name}: ${path}`
  }

  /** Nothing threw in the page and nothing was asked of another origin. */
  assertClean(): void {
    assert.deepEqual(this.#errors, [])
  }
}
