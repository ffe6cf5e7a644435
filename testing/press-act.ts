import type { Locator } from 'playwright-core'
import { PATIENCE_MS } from './browser.ts'

/**
 * Presses an act that stands in sight or, where it is a rarer one, behind `more`, and waits for what it opens. What may be done changes with
 * what was just done, and the list with it: it is looked at again until the button holds still.
 */
export const pressAct = async ({ act, more, opens }: { act: Locator; more: Locator; opens: Locator }): Promise<void> => {
  await act.or(more).first().waitFor()
  for (const until = Date.now() + PATIENCE_MS; ;) {
    try {
      if (!(await act.isVisible())) await more.click({ timeout: LOOK_MS })
      await act.click({ timeout: LOOK_MS })
      return await opens.waitFor()
    } catch (error) {
      // Pressed in the last moment of a look.
      if (await opens.isVisible()) return
      if (Date.now() > until) throw error
    }
  }
}

/** How long one look waits for a button that may be gone. */
const LOOK_MS = 2_000
