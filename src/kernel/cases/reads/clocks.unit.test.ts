import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fulfilmentClock } from './clocks.ts'

const now = new Date('2026-11-22T03:00:00.000Z')
const row = (due: string | null) => {
  const due_at = due === null ? null : new Date(due)
  return { state: 'assigned', due_at, soon_at: due_at, submitted_at: null, confirmed_at: null }
}

test('each row has its own limit, whichever the row before had', () => {
  const limits = [
    '2026-12-01T17:00:00.000Z',
    '2026-12-01T17:00:00.000Z',
    null,
    '2026-12-05T17:00:00.000Z',
    '2026-12-01T17:00:00.000Z',
    null,
  ]
  for (let turn = 0; turn < 2; turn++)
    assert.deepEqual(
      limits.map((due) => fulfilmentClock(row(due), now).dueAt),
      limits,
    )
})
