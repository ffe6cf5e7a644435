import type { Download, Locator } from 'playwright-core'
import { pressAct } from '../press-act.ts'
import type { Workplace } from './officer.ts'

/** The case page and the fulfilments that open over it. */
export class CasePage {
  readonly #at: Workplace
  constructor(at: Workplace) {
    this.#at = at
  }

  /** Opens the case over which a row of the desk stands, by the row's link. */
  async openFromDesk(number: string, task: string): Promise<void> {
    const { page } = this.#at
    const row = page.locator('[data-row]').filter({ hasText: new RegExp(task, 'i') })
    await row.getByRole('link', { name: number }).first().click()
    await this.drawer().waitFor()
  }

  /** The fulfilment that is open over the case. */
  drawer(): Locator {
    return this.#at.page.getByRole('dialog').filter({ has: this.#at.page.getByRole('heading', { name: 'Nhật ký' }) })
  }

  /** Opens a part of the board by words of its row. */
  async openPart(words: RegExp): Promise<void> {
    await this.#at.page.getByRole('main').getByRole('button', { name: words }).first().click()
    await this.drawer().waitFor()
  }

  /** Starts an act of the open fulfilment; rarer ones stand behind one button. */
  async startAct(act: string): Promise<void> {
    const acts = this.drawer().getByRole('region', { name: 'Việc có thể làm' })
    await pressAct({
      act: acts.getByRole('button', { name: act, exact: true }),
      more: acts.getByRole('button', { name: 'Việc khác' }),
      opens: this.#at.page.getByRole('dialog').filter({ has: this.#at.page.locator('form') }),
    })
  }

  /** Chooses one of the units or posts of one's own agency in the open form. */
  async handTo(name: string): Promise<void> {
    const { page } = this.#at
    await page.getByLabel('Phòng hoặc cán bộ').fill(name)
    await page.locator('.ant-select-item-option', { hasText: name }).first().click()
  }

  async close(): Promise<void> {
    await this.#at.page.keyboard.press('Escape')
    await this.drawer().waitFor({ state: 'hidden' })
  }

  /** The counts in words over the board: "1 xong", "2 chờ xác nhận". */
  counts(): Locator {
    return this.#at.page.getByRole('group', { name: 'Lọc theo tình trạng' })
  }

  async download(): Promise<Download> {
    const { page } = this.#at
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Xuất Excel' }).click()])
    return download
  }
}
