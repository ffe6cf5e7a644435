import type { Locator } from 'playwright-core'
import { asTyped } from '../days.ts'
import type { Workplace } from './officer.ts'

/** What an act's form takes, by the label on the screen. */
export type Filled = { texts?: Record<string, string>; day?: [label: string, day: string]; file?: { name: string; text: string } }

/** The desk and the forms that open over it. */
export class Desk {
  readonly #at: Workplace
  constructor(at: Workplace) {
    this.#at = at
  }

  async open(): Promise<void> {
    await this.#at.goTo(/^Bàn làm việc/)
    await this.#at.heading('Bàn làm việc').waitFor()
  }

  /** The button of a row: the act that is asked, and the words of the task. */
  ask(act: string, task: string): Locator {
    return this.#at.page.getByRole('button', { name: new RegExp(`^${act}: .*${task}`, 'i') })
  }

  /** Opens the form of an ask by its key; `instead` picks another of the answers that stand side by side. */
  async answer(act: string, task: string, instead?: string): Promise<void> {
    await this.ask(act, task).press('Enter')
    if (instead) await this.form().getByText(instead, { exact: true }).click()
  }

  /** The form that is open, also where it stands over another layer. */
  form(): Locator {
    return this.#at.page.getByRole('dialog').filter({ has: this.#at.page.locator('form') })
  }

  async complete({ texts = {}, day, file }: Filled): Promise<void> {
    for (const [label, text] of Object.entries(texts)) await this.form().getByLabel(label).fill(text)
    if (day) {
      const field = this.form().getByLabel(day[0])
      await field.fill(asTyped(day[1]))
      await field.press('Enter')
    }
    if (file) {
      await this.form()
        .locator('input[type=file]')
        .setInputFiles({ name: file.name, mimeType: 'text/plain', buffer: Buffer.from(file.text) })
      await this.form()
        .getByRole('button', { name: `Bỏ tệp ${file.name}` })
        .waitFor()
    }
  }

  /** Gives an act that does not bind: at once. */
  async give(act: string, told: string): Promise<void> {
    await this.form().getByRole('button', { name: act, exact: true }).click()
    await this.#at.told(told)
  }

  /** Gives an act that binds: through check-your-answers, which must repeat what was filled in. */
  async giveChecked(act: string, repeats: string, told: string): Promise<void> {
    const { page } = this.#at
    await this.form().getByRole('button', { name: 'Xem lại', exact: true }).click()
    const check = page.getByRole('dialog', { name: act }).filter({ has: page.getByRole('button', { name: 'Sửa lại' }) })
    await check.getByText(repeats).waitFor()
    await check.getByRole('button', { name: act, exact: true }).click()
    await this.#at.told(told)
  }
}
