import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sortByName } from './name-order.ts'

const collator = new Intl.Collator('vi')
const NAMES = ['Công an tỉnh', 'Đà Nẵng', 'Yên Bái', 'Ân Thi', 'an thi', 'An Thi', 'Sở Tư pháp', 'sở tư pháp', 'Ủy ban', 'Uỷ ban', '']

test('names come in the order in which the language has them, whatever was sorted before; those alike stay as they came', () => {
  const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(fc.record({ name, n: fc.nat() }), { maxLength: 40 }), (items) => {
      const expected = [...items].sort((a, b) => collator.compare(a.name, b.name))
      assert.deepEqual(
        sortByName([...items], (item) => item.name),
        expected,
      )
    }),
  )
})

test('more names than are remembered are sorted all the same', () => {
  for (const from of [0, 15_000, 30_000]) {
    const names = Array.from({ length: 15_000 }, (_, i) => `Xã số ${((from + i) * 7919) % 50_000}`)
    assert.deepEqual(
      sortByName([...names], (one) => one),
      [...names].sort(collator.compare),
    )
  }
})
