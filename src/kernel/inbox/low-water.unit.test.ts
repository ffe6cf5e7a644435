import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LowWater } from './low-water.ts'

test('the first look is through all, the next ones begin where all was taken half a minute ago', () => {
  const low = new LowWater()
  assert.equal(low.after(0), 0n)
  low.took(['9', '10', '8'], 0)
  assert.equal(low.after(1000), 0n)
  low.took(['11'], 1000)
  assert.equal(low.after(29_999), 0n)
  assert.equal(low.after(30_000), 10n)
  assert.equal(low.after(31_000), 11n)
})

test('every five seconds all is looked through, so that what was committed late is found', () => {
  const low = new LowWater()
  low.took(['10'], 0)
  assert.equal(low.after(40_000), 0n)
  assert.equal(low.after(40_001), 10n)
  assert.equal(low.after(44_999), 10n)
  assert.equal(low.after(45_000), 0n)
})

test('no look begins after an id that was taken less than half a minute before it', () => {
  const acts = fc.array(fc.record({ wait: fc.nat(8000), ids: fc.array(fc.nat(1000).map(String), { maxLength: 4 }) }), { maxLength: 60 })
  fc.assert(
    fc.property(acts, (given) => {
      const low = new LowWater()
      const taken: { at: number; id: bigint }[] = []
      let now = 0
      for (const { wait, ids } of given) {
        now += wait
        const most = taken.filter(({ at }) => now - at >= 30_000).reduce((high, { id }) => (id > high ? id : high), 0n)
        assert.ok(low.after(now) <= most)
        if (ids.length) low.took(ids, now)
        for (const id of ids) taken.push({ at: now, id: BigInt(id) })
      }
    }),
  )
})
