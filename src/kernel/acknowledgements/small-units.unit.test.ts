import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergeSmallAgencies, mergeSmallUnits } from './small-units.ts'

const unit = (required: number, confirmed = 0) => ({ required, confirmed })

test('units of fewer than three officers stand as one', () => {
  const { shown, small } = mergeSmallUnits([unit(12, 4), unit(1, 1), unit(2, 0), unit(3, 3)])
  assert.deepEqual(shown, [unit(12, 4), unit(3, 3)])
  assert.deepEqual(small, { units: 2, required: 3, confirmed: 1 })
})

test('a single officer joins the next smallest unit, or nothing is told by unit at all', () => {
  assert.deepEqual(mergeSmallUnits([unit(9, 2), unit(1, 1), unit(4, 3)]), {
    shown: [unit(9, 2)],
    small: { units: 2, required: 5, confirmed: 4 },
  })
  assert.deepEqual(mergeSmallUnits([unit(9, 2), unit(1, 1)]), { shown: [], small: null })
  assert.deepEqual(mergeSmallUnits([unit(1, 1)]), { shown: [], small: null })
  assert.deepEqual(mergeSmallUnits([unit(3, 1)]), { shown: [unit(3, 1)], small: null })
})

test('agencies with few readers stand as one, or are counted nowhere', () => {
  const merged = { shown: [unit(9, 2)], small: { agencies: 3, required: 4, confirmed: 2 }, leftOut: 0 }
  assert.deepEqual(mergeSmallAgencies([unit(1, 1), unit(9, 2), unit(2, 1), unit(1, 0)]), merged)
  assert.deepEqual(mergeSmallAgencies([unit(9, 2), unit(1, 1)]), { shown: [unit(9, 2)], small: null, leftOut: 1 })
  assert.deepEqual(mergeSmallAgencies([unit(3, 0)]), { shown: [unit(3, 0)], small: null, leftOut: 0 })
})

test('no count that is told covers fewer than the least, and nothing is lost where units are told', () => {
  const units = fc.array(
    fc.nat(8).chain((n) => fc.nat(n + 1).map((done) => unit(n + 1, Math.min(done, n + 1)))),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(units, fc.integer({ min: 1, max: 6 }), (given, least) => {
      const { shown, small } = mergeSmallUnits(given, least)
      const told = [...shown, ...(small ? [small] : [])]
      assert.ok(told.every((one) => one.required >= least))
      const sum = (list: { required: number; confirmed: number }[]) => list.reduce((n, one) => n + one.required + one.confirmed, 0)
      if (told.length > 0) assert.equal(sum(told), sum(given))
    }),
  )
})
