import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeCursor, decodeMomentCursor, decodeNumberCursor, encodeCursor } from './cursor.ts'

test('a cursor comes back as it went', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.nat()), { minLength: 1, maxLength: 4 }), (parts) => {
      assert.deepEqual(decodeCursor(encodeCursor(parts), parts.length), parts.map(String))
    }),
  )
})

test('a cursor that this API did not make is bad input, whatever it is', () => {
  for (const cursor of [
    'x',
    'W10',
    encodeCursor(['Sat', '00000000-0000-4000-8000-000000000001']),
    encodeCursor(['0000-01-01 00:00:00+00', '00000000-0000-4000-8000-000000000001']),
    encodeCursor(['1']),
    encodeCursor(['2026-01-01', "1'; drop table event"]),
  ]) {
    assert.throws(() => decodeMomentCursor(cursor), { code: 'bad-input' })
  }
  assert.deepEqual(decodeMomentCursor(encodeCursor(['2026-11-21 08:00:00.123456+00', '00000000-0000-4000-8000-000000000001'])), {
    at: '2026-11-21 08:00:00.123456+00',
    id: '00000000-0000-4000-8000-000000000001',
  })
  assert.equal(decodeMomentCursor(undefined), null)
  for (const parts of [['1e9'], ['-1'], ['1\0'], ['99999999999999999999']])
    assert.throws(() => decodeNumberCursor(encodeCursor(parts)), { code: 'bad-input' })
  assert.equal(decodeNumberCursor(encodeCursor(['42'])), '42')
})
