import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { indexAt, topsOf } from './list-geometry.ts'

test('the item at a height is the one that covers it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 400 }),
      fc.integer({ min: 0, max: 40_000 }),
      (heights, y) => {
        const tops = topsOf(heights)
        const index = indexAt(tops, y)
        assert.ok((tops[index] ?? 0) <= y)
        assert.ok(index === tops.length - 1 || (tops[index + 1] ?? 0) > y)
      },
    ),
  )
})

test('above the list is its first item, and an empty list has one edge', () => {
  assert.equal(indexAt(topsOf([50, 50]), -300), 0)
  assert.deepEqual(topsOf([]), [0])
})
