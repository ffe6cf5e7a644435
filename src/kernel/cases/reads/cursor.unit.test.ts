import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeCursor, decodeMomentCursor, encodeCursor } from './cursor.ts'

test('a cursor comes back as it went', () => {
  fc.assert(fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (parts) => {
    assert.deepEqual(decodeCursor(encodeCursor(parts), parts.length), parts)
  }))
})

test('a cursor that this API did not make is bad input, whatever it is', () => {
  for (const cursor of ['x', 'W10', encodeCursor(['1']), encodeCursor(['2026-01-01', "1'; drop table event"])]) {
    assert.throws(() => decodeMomentCursor(cursor), { code: 'bad-input' })
  }
  assert.equal(decodeMomentCursor(undefined), null)
})
