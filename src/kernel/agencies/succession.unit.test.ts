import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { asOf, type Successive } from './succession.ts'

const row = (changes: Partial<Successive> = {}): Successive => ({
  validFrom: '2020-01-01',
  validUntil: null,
  successorKeys: [],
  ...changes,
})

describe('succession', () => {
  it('leads through every body in between to the one of the day', () => {
    const rows = new Map(
      Object.entries({
        old: row({ validUntil: '2025-02-28', successorKeys: ['middle'] }),
        middle: row({ validFrom: '2025-03-01', validUntil: '2025-06-30', successorKeys: ['x', 'y'] }),
        x: row({ validFrom: '2025-07-01' }),
        y: row({ validFrom: '2025-07-01' }),
      }),
    )
    assert.deepEqual(asOf(rows, 'old', '2025-01-01'), ['old'])
    assert.deepEqual(asOf(rows, 'old', '2025-03-01'), ['middle'])
    assert.deepEqual(asOf(rows, 'old', '2025-07-01'), ['x', 'y'])
    assert.deepEqual(asOf(rows, 'old', null), ['x', 'y'])
    assert.deepEqual(asOf(rows, 'old', '2019-12-31'), [])
    assert.deepEqual(asOf(rows, 'nobody', null), [])
  })

  it('ends although the data run in a circle', () => {
    const rows = new Map(
      Object.entries({
        a: row({ validUntil: '2024-01-01', successorKeys: ['b'] }),
        b: row({ validUntil: '2024-01-01', successorKeys: ['a'] }),
      }),
    )
    assert.deepEqual(asOf(rows, 'a', null), [])
  })
})
