import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { asTyped } from '../days.ts'
import type { Workplace } from './officer.ts'

/** The screen where a document is read: paper on the left, cards on the right. */
export class Intake {
  readonly #at: Workplace
  constructor(at: Workplace) {
    this.#at = at
  }

  async open(): Promise<void> {
    await this.#at.goTo('Tiếp nhận văn bản')
    await this.#at.heading('Tiếp nhận văn bản').waitFor()
  }

  async takeFile(name: string, bytes: Buffer): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    await this.#at.page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: bytes })
    await this.card().waitFor()
  }

  async paste(text: string): Promise<void> {
    await this.#at.page.getByLabel('Hoặc dán nội dung').fill(text)
    await this.#at.page.getByRole('button', { name: 'Đọc văn bản' }).click()
    await this.card().waitFor()
  }

  /** The assignment that is open for reading. */
  card(): Locator {
    return this.#at.page.getByRole('article')
  }

  /** Every assignment, in the order of the screen. */
  async names(): Promise<string[]> {
    return (await this.#at.page.locator('[data-card]').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))
  }

  /** Opens the card of the assignment with this number in the text. */
  async choose(ordinal: number): Promise<void> {
    const card = this.card().and(this.#at.page.getByLabel(new RegExp(`^${ordinal}\\. `)))
    if (await card.isVisible()) return
    await this.#at.page.getByRole('button', { name: new RegExp(`^${ordinal}[\\s.]`) }).click()
    await card.waitFor()
  }

  /** Puts an agency of the directory in place of what stands as lead. */
  async setLead(agency: string, instead: string | null): Promise<void> {
    const { page } = this.#at
    if (instead)
      await this.card()
        .getByRole('button', { name: `Bỏ ${instead}` })
        .first()
        .click()
    const field = this.card().getByLabel('Chủ trì', { exact: true })
    await field.fill(agency)
    await page.locator('.ant-select-item-option', { hasText: agency }).first().click()
    await page.keyboard.press('Escape')
    await this.card()
      .getByRole('button', { name: `Bỏ ${agency}` })
      .first()
      .waitFor()
  }

  async setLimit(day: string): Promise<void> {
    await this.card().getByText('Đặt hạn').click()
    const field = this.card().getByLabel('Thời hạn', { exact: true })
    await field.fill(asTyped(day))
    await field.press('Enter')
    assert.equal(await field.inputValue(), asTyped(day))
  }

  /** Says by key that the open card is no task. */
  async dropByKey(): Promise<void> {
    await this.#at.page.keyboard.press('Escape')
    await this.#at.page.keyboard.press('x')
    await this.#at.told(/^Đã bỏ/)
  }

  /** Confirms every card with the keys alone: K goes to the first, Enter vouches and leads to the next one that waits. */
  async confirmAllByKeys(count: number): Promise<void> {
    const { page } = this.#at
    await page.keyboard.press('j')
    for (let i = 0; i < count; i++) await page.keyboard.press('k')
    assert.equal(await this.card().getAttribute('data-card'), await page.locator('[data-card]').first().getAttribute('data-card'))
    for (let i = 0; i < count; i++) {
      const id = await this.card().getAttribute('data-card')
      await page.keyboard.press('Enter')
      await page
        .locator(`[data-card="${id}"]`)
        .filter({ hasText: /đã xác nhận/i })
        .waitFor()
    }
  }

  /** Opens check-your-answers and answers it, for reading before it is given. */
  async review(): Promise<Locator> {
    await this.#at.page.getByRole('button', { name: 'Xem lại và giao việc', disabled: false }).click()
    const dialog = this.#at.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Giao việc', exact: true }).waitFor()
    return dialog
  }

  async discard(): Promise<void> {
    const { page } = this.#at
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^Bỏ/ }).click()
    await this.#at.heading('Tiếp nhận văn bản').waitFor()
  }
}
