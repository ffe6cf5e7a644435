import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shortTitle } from './order.ts'

const gap = fc.constantFrom(' ', '  ', '\n', '\t ', ' \r\n ', '\u00a0', '\u3000 ')
const content = fc
  .array(fc.tuple(fc.constantFrom('Rà soát', 'báo cáo,', 'x'), gap), { maxLength: 40 })
  .map((parts) => parts.flat().join(''))

test('a title is one line with single spaces, no longer than 120 characters, and begins as the content does', () => {
  fc.assert(
    fc.property(content, (text) => {
      const line = text.split(/\s+/).filter(Boolean).join(' ')
      const title = shortTitle(text)
      assert.ok(title.length <= 120)
      if (line.length <= 120) assert.equal(title, line)
      else assert.ok(title.endsWith('…') && line.startsWith(title.slice(0, -1)))
    }),
  )
})
