import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { unsoundIn } from './sound-text.ts'

test('whole characters pass, wherever they stand', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value)
      const sound = text.isWellFormed() && !/\\u0000|\\ud[89a-f]/.test(text)
      assert.equal(unsoundIn(value) === null, sound)
    }),
  )
})

test('the place is told, never the text, and no longer than a line', () => {
  assert.equal(unsoundIn({ a: [{ title: 'x\0y' }] }), 'a.0.title')
  assert.equal(unsoundIn({ a: '\ud800' }), 'a')
  assert.equal(unsoundIn('\0'), '(…)')
  assert.equal(unsoundIn({ 'k\0': 1 }), '(…)')
  assert.ok((unsoundIn({ ['x'.repeat(1_000)]: '\0' }) ?? '').length < 100)
})

test('what nests deeper than any form is refused without being walked by recursion', () => {
  let deep: unknown = 'x'
  for (let n = 0; n < 100_000; n++) deep = [deep]
  assert.notEqual(unsoundIn(deep), null)
  let fine: unknown = 'x'
  for (let n = 0; n < 40; n++) fine = [fine]
  assert.equal(unsoundIn(fine), null)
})
