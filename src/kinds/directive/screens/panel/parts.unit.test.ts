import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeadlineStatus, FulfilmentView, ProgressView } from '../../../../kernel/http/views.ts'
import { groupsOf, isIn, partsOf, worstOf } from './parts.ts'

const row = (id: string, assignmentId: string, agency: string, status: DeadlineStatus, ordinal = 1): FulfilmentView =>
  ({
    id,
    assignmentId,
    ordinal,
    agency: { id: agency, name: agency, shortName: agency, typeId: '' },
    title: id,
    shape: 'once',
    clock: { dueAt: null, status },
  }) as FulfilmentView

const entry = (
  assignmentId: string,
  ordinal: number,
  counts: ProgressView['totals'],
  dueAt: string | null = null,
): ProgressView['assignments'][number] => {
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0)
  return {
    assignmentId,
    ordinal,
    title: assignmentId,
    shape: 'once',
    counts,
    total,
    done: (counts['done-in-time'] ?? 0) + (counts['done-late'] ?? 0),
    dueAt,
  }
}

const progress: ProgressView = {
  totals: {},
  accepted: 0,
  next: null,
  agencies: [],
  at: '2026-11-18T00:00:00.000Z',
  assignments: [entry('a', 1, { overdue: 1, 'in-time': 1 }), entry('b', 2, { 'due-soon': 16, 'waiting-confirmation': 118, declined: 1 })],
}
const rows = [row('a1', 'a', 'so', 'in-time'), row('a2', 'a', 'ca', 'overdue'), row('b1', 'b', 'xa', 'due-soon', 2)]

test('an assignment of many agencies stands in one row, its single rows are left out', () => {
  const parts = partsOf(progress, rows, [])
  assert.deepEqual(
    parts.map((part) => (part.kind === 'one' ? part.row.id : `class ${part.progress.assignmentId}`)),
    ['a1', 'a2', 'class b'],
  )
})

test('a limit that runs stands for many before one refusal', () => {
  assert.equal(worstOf({ declined: 1, 'due-soon': 16, 'waiting-confirmation': 118 }), 'due-soon')
  assert.equal(worstOf({ 'done-in-time': 3, 'waiting-confirmation': 1 }), 'waiting-confirmation')
  assert.equal(worstOf({ 'done-in-time': 3 }), 'done-in-time')
})

test('groups: by agency in the order of the document, by deadline what is late first, by assignment all together', () => {
  const parts = partsOf(progress, rows, [])
  assert.deepEqual(
    groupsOf(parts, 'agency').map((group) => group.key),
    ['so', 'ca', 'b'],
  )
  assert.deepEqual(
    groupsOf(parts, 'deadline').map((group) => group.key),
    ['1 overdue', '2 soon', '4 none'],
  )
  const byAssignment = groupsOf(parts, 'assignment')
  assert.deepEqual(
    byAssignment.map((group) => [group.key, group.total]),
    [
      ['a', 2],
      ['b', 1],
    ],
  )
  const [first] = byAssignment[0]?.parts ?? []
  assert.equal(first?.kind === 'one' && first.row.id, 'a2', 'the late one stands first')
})

test('a status filter finds a class by any of its agencies', () => {
  const parts = partsOf(progress, rows, [])
  assert.equal(parts.filter((part) => isIn(part, ['declined'])).length, 1)
  assert.equal(parts.filter((part) => isIn(part, ['overdue'])).length, 1)
})
