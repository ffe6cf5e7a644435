import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officialDate } from './official-date.ts'

test('days are written as decree 30/2020 has them', () => {
  assert.deepEqual(['2025-03-01', '2025-02-03', '2025-12-31', '2025-07-15'].map(officialDate), [
    '01/3/2025',
    '03/02/2025',
    '31/12/2025',
    '15/7/2025',
  ])
})
