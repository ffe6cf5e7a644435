import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cut, strongest, type TextSpan } from './span-cut.ts'

const span = (start: number, end: number, role: TextSpan['role'] = 'lead'): TextSpan => ({ start, end, role, group: '1' })

test('the pieces are the text again, and each lies wholly inside or outside every span', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(60), fc.nat(20)).map(([start, length]) => span(start, start + length)),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 60 }), spans, fc.nat(10), (text, list, offset) => {
      const marks = cut(text, list, offset)
      const pieces = marks.slice(0, -1).map((mark, index) => text.slice(mark.at, marks[index + 1]?.at))
      assert.equal(pieces.join(''), text)
      for (const [index, mark] of marks.slice(0, -1).entries()) {
        const end = marks[index + 1]?.at ?? 0
        for (const one of mark.spans) assert.ok(one.start - offset <= mark.at && one.end - offset >= end)
      }
    }),
  )
})

test('a role shows before the sentence it stands in', () => {
  assert.equal(strongest([span(0, 9, 'quote'), span(2, 4, 'verb')])?.role, 'verb')
  assert.equal(strongest([]), undefined)
})
