import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** One title and one main part, and nothing that needs scrolling to the side. */
export const checkFrame = async (page: Page): Promise<void> => {
  assert.equal(await page.getByRole('main').count(), 1, 'one main landmark')
  assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1, 'one title')
  assert.ok(await page.getByRole('heading', { level: 1 }).isVisible(), 'the title is in sight')
  assert.deepEqual(await page.evaluate<string[]>(NAMED_TWICE), [], 'a field that is read out with its name twice')
  const sideways = await page.evaluate<string[]>(SIDEWAYS)
  assert.ok(sideways.length === 0, sideways.join(', '))
}

/** Fields with two labels that say the same. */
const NAMED_TWICE = `[...document.querySelectorAll('input, select, textarea')].filter((field) => {
  const names = [...field.labels ?? []].map((label) => label.textContent.trim())
  return new Set(names).size < names.length
}).map((field) => field.id)`

/** Whatever holds more than its width: the page, its main part, and every part of it that scrolls. A row of choices (fieldset) may scroll alone. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('main, main :not(fieldset)')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && (one.matches('html, main') || /auto|scroll/.test(getComputedStyle(one).overflowX)))
  .map((one) => one.tagName.toLowerCase() + '.' + one.className + ' holds ' + one.scrollWidth + ' px in ' + one.clientWidth)`

type Focused = { tag: string; main: boolean; name: string; width: number; height: number; ring: boolean }

const FOCUSED = `(() => {
  const it = document.activeElement
  const box = it.getBoundingClientRect()
  const style = getComputedStyle(it)
  const rings = [it, it.parentElement, it.closest('label, .ant-input-affix-wrapper, .ant-select')].filter(Boolean).map((one) => getComputedStyle(one))
  return {
    tag: it.tagName.toLowerCase(),
    main: it.closest('main') !== null,
    name: it.getAttribute('aria-label') || it.textContent.trim().slice(0, 40) || it.id,
    width: box.width,
    height: box.height,
    ring: rings.some((one) => (one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0) || one.boxShadow !== 'none'),
  }
})()`

const ACTS = new Set(['a', 'button', 'input', 'textarea', 'select', 'summary', 'article'])

/** The first Tab offers the way past the frame; taken, the next one reaches something to act on in the main part, with its ring drawn. */
export const checkKeyboard = async (page: Page, framed: boolean): Promise<void> => {
  const press = async (key: string): Promise<Focused> => {
    await page.keyboard.press(key)
    return page.evaluate<Focused>(FOCUSED)
  }
  if (framed) {
    // Some screens give the focus to their first field; the way past the frame is offered from the top of the page.
    await page.evaluate('document.activeElement?.blur(); window.scrollTo(0, 0)')
    await page.evaluate(
      `(() => { const top = document.querySelector('.skip-link'); const range = document.createRange(); range.setStartBefore(top); getSelection().removeAllRanges(); getSelection().addRange(range); getSelection().collapseToStart() })()`,
    )
    const skip = await press('Tab')
    assert.deepEqual([skip.tag, skip.name], ['a', 'Đến nội dung chính'])
    const box = await page.locator('a', { hasText: 'Đến nội dung chính' }).boundingBox()
    assert.ok(box && box.y >= 0, 'the way past the frame is in sight')
    assert.equal((await press('Enter')).tag, 'main')
  }
  const first = await press('Tab')
  assert.ok(first.main && ACTS.has(first.tag), `Tab reaches ${first.tag} "${first.name}"`)
  assert.ok(first.width > 0 && first.height > 0, `"${first.name}" has a size`)
  assert.ok(first.ring, `"${first.name}" shows that it has the focus`)
}
