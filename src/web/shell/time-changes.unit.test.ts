import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasTurned } from './time-changes.ts'

const at = (time: string) => Date.parse(`2026-11-18T${time}:00Z`)
const answer = (nextChangeAt: string | null) => ({ pages: [{ rows: [{ title: 'x', clock: { dueAt: null, nextChangeAt } }] }] })

test('a clock that changed since the answer was read calls for a new answer', () => {
  assert.equal(hasTurned(answer('2026-11-18T06:00:00Z'), at('05:50'), at('06:00')), true)
})

test('one that changes later, or had changed before it was read, does not', () => {
  assert.equal(hasTurned(answer('2026-11-18T06:00:00Z'), at('05:50'), at('05:59')), false)
  assert.equal(hasTurned(answer('2026-11-18T06:00:00Z'), at('06:10'), at('06:20')), false)
  assert.equal(hasTurned(answer(null), at('05:50'), at('06:00')), false)
  assert.equal(hasTurned(undefined, 0, 1), false)
})
