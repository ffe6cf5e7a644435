import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Breath } from './breath.ts'
import { toldOnce } from './told-once.ts'

/** Keeps the process busy for some milliseconds. */
const toil = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test('long work lets others in, each time it has lasted some milliseconds', async () => {
  const breath = new Breath()
  let others = 0
  const other = () => {
    others++
    if (others < 100) setImmediate(other)
  }
  setImmediate(other)
  for (let round = 1; round <= 3; round++) {
    toil(10)
    await breath.pause()
    assert.ok(others >= round, `${others} in round ${round}`)
  }
})

test('who wants more has four times the time for which he was held up', async () => {
  let others = true
  const other = () => {
    toil(0.5)
    if (others) setImmediate(other)
  }
  setImmediate(other)
  const breath = new Breath()
  const given: number[] = []
  for (let round = 0; round < 3; round++) {
    toil(10)
    const from = performance.now()
    await breath.pause()
    given.push(performance.now() - from)
  }
  others = false
  assert.ok(Math.min(...given) >= 39, `${given} ms`)
})

test('while thousands of rows are told, whatever else waits is done', async () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => ({ id: `${n}`, title: `Việc ${n}`, note: 'x'.repeat(100 + (n % 7)) }))
  let turns = 0
  let over = false
  const other = () => {
    turns++
    if (!over) setImmediate(other)
  }
  setImmediate(other)
  const text = await toldOnce({ asks: rows })
  over = true
  assert.equal((JSON.parse(text) as { asks: unknown[] }).asks.length, rows.length)
  assert.ok(turns >= 1, `${turns} turns`)
})
