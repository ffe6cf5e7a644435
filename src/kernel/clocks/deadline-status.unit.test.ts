import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createCalendar } from './calendar.ts'
import { clockView, type Clock } from './clock-view.ts'
import { VIET_NAM } from './data/viet-nam.ts'
import { type ClockedStatus, deadlineStatus, type DeadlineFacts, type DeadlineStatus } from './deadline-status.ts'
import { dueSoonFrom } from './due-soon.ts'
import { remaining } from './remaining.ts'
import { endOfDay, instantAt, instantOf, msOf } from './zone.ts'

const calendar = createCalendar(VIET_NAM)
const dueAt = endOfDay('2026-11-20')
const facts = (part: Partial<DeadlineFacts>): DeadlineFacts => ({
  state: 'in-progress',
  dueAt,
  submittedAt: null,
  confirmedAt: null,
  now: instantAt('2026-11-18', '09:48'),
  dueSoonFrom: null,
  ...part,
})
const status = (part: Partial<DeadlineFacts>) => deadlineStatus(facts(part))

const OPEN: ClockedStatus[] = ['assigned', 'accepted', 'in-progress', 'returned']
const ALL: ClockedStatus[] = [...OPEN, 'submitted', 'confirmed', 'declined', 'suspended', 'cancelled']
const base = Date.UTC(2026, 0, 5)
const minute = fc.integer({ min: 0, max: 300 * 1440 }).map((m) => instantOf(base + m * 60_000))
const drawn = fc.tuple(fc.constantFrom(...ALL), fc.option(minute), minute, minute, minute, fc.option(minute))
const anyFacts = drawn.map(([state, dueAt, submitted, confirmedAt, now, dueSoonFrom]): DeadlineFacts => {
  const submittedAt = state === 'submitted' || state === 'confirmed' ? submitted : null
  return { state, dueAt, submittedAt, confirmedAt, now, dueSoonFrom }
})

test('each status of work that is still owed', () => {
  assert.equal(status({ state: 'assigned' }), 'not-begun')
  assert.equal(status({ state: 'accepted' }), 'in-time')
  assert.equal(status({ state: 'in-progress' }), 'in-time')
  assert.equal(status({ state: 'assigned', dueSoonFrom: instantAt('2026-11-18', '00:00') }), 'due-soon')
  assert.equal(status({ state: 'returned', dueSoonFrom: instantAt('2026-11-18', '00:00') }), 'returned')
  assert.equal(status({ state: 'returned', now: instantAt('2026-11-21', '00:01') }), 'overdue')
  assert.equal(status({ state: 'assigned', now: instantAt('2026-11-21', '00:01') }), 'overdue')
  assert.equal(status({ state: 'assigned', dueAt: null, now: instantAt('2030-01-01', '00:00') }), 'not-begun')
})

test('the moment of the limit is in time, the millisecond after is not', () => {
  assert.equal(status({ now: dueAt }), 'in-time')
  assert.equal(status({ now: instantOf(msOf(dueAt) + 1) }), 'overdue')
  assert.equal(status({ state: 'confirmed', submittedAt: dueAt, confirmedAt: dueAt }), 'done-in-time')
})

test('a late confirmation makes nobody late', () => {
  fc.assert(
    fc.property(anyFacts, minute, (made, confirmedAt) => {
      if (made.state !== 'confirmed') return
      assert.equal(deadlineStatus({ ...made, confirmedAt }), deadlineStatus(made))
      const inTime = made.dueAt === null || made.submittedAt! <= made.dueAt
      assert.equal(deadlineStatus({ ...made, confirmedAt }), inTime ? 'done-in-time' : 'done-late')
    }),
    { numRuns: 500 },
  )
})

test('a confirmed fulfilment without a submission is refused', () => {
  assert.throws(() => status({ state: 'confirmed', confirmedAt: dueAt }), RangeError)
})

test('a derived status never contradicts its dates', () => {
  fc.assert(
    fc.property(anyFacts, (made) => {
      const derived = deadlineStatus(made)
      const past = made.dueAt !== null && made.now > made.dueAt
      assert.equal(derived === 'overdue', OPEN.includes(made.state) && past)
      if (['not-begun', 'in-time', 'due-soon', 'returned'].includes(derived)) assert.ok(!past)
      if (derived === 'due-soon') assert.ok(made.dueSoonFrom !== null && made.now >= made.dueSoonFrom)
      if (derived === 'done-late') assert.ok(made.dueAt !== null && made.submittedAt! > made.dueAt)
      if (derived.startsWith('done')) assert.equal(made.state, 'confirmed')
      if (made.dueAt === null) assert.ok(!['overdue', 'due-soon', 'done-late'].includes(derived))
    }),
    { numRuns: 1000 },
  )
})

test('time moves a status only forward', () => {
  const rank: Partial<Record<DeadlineStatus, number>> = { 'not-begun': 0, 'in-time': 0, returned: 0, 'due-soon': 1, overdue: 2 }
  fc.assert(
    fc.property(anyFacts, minute, (made, other) => {
      const [earlier, later] = made.now <= other ? [made.now, other] : [other, made.now]
      const [before, after] = [deadlineStatus({ ...made, now: earlier }), deadlineStatus({ ...made, now: later })]
      if (OPEN.includes(made.state)) assert.ok(rank[before]! <= rank[after]!)
      else assert.equal(before, after)
    }),
    { numRuns: 1000 },
  )
})

test('due soon begins with two working days left, or the last third of a shorter time', () => {
  assert.equal(dueSoonFrom(dueAt, instantAt('2026-11-02', '08:00'), calendar), instantAt('2026-11-18', '00:00'))
  // 24/11 and a weekend lie between: two working days before Wednesday 25/11 is Friday 20/11.
  assert.equal(dueSoonFrom(endOfDay('2026-11-25'), instantAt('2026-11-02', '08:00'), calendar), instantAt('2026-11-20', '00:00'))
  assert.equal(dueSoonFrom(instantAt('2026-11-18', '13:00'), instantAt('2026-11-17', '13:00'), calendar), instantAt('2026-11-18', '05:00'))
  assert.equal(dueSoonFrom(null, dueAt, calendar), null)
  fc.assert(
    fc.property(minute, minute, (due, assigned) => {
      const soon = dueSoonFrom(due, assigned, calendar)!
      assert.ok(soon <= due && (soon >= assigned || assigned > due))
    }),
  )
})

test('the time left counts working days after today, as the desk shows them', () => {
  const now = instantAt('2026-11-18', '09:48')
  const workingDays = (date: string) => remaining(endOfDay(date), now, calendar, 'working').workingDays
  assert.deepEqual(
    ['2026-11-19', '2026-11-20', '2026-11-26', '2026-11-30', '2026-12-14', '2026-12-18'].map(workingDays),
    [1, 2, 5, 7, 17, 21],
  )
  const over = remaining(endOfDay('2026-11-16'), now, calendar, 'working')
  assert.deepEqual([over.overdue, over.workingDays, over.days, over.hours, over.minutes], [true, 2, 1, 9, 48])
  assert.deepEqual(remaining(instantAt('2026-11-18', '13:00'), now, calendar, 'elapsed'), {
    overdue: false,
    days: 0,
    hours: 3,
    minutes: 12,
    workingDays: null,
    dueDate: '2026-11-18',
    dueTime: '13:00',
    today: '2026-11-18',
  })
})

test('a clock says when time alone changes it next, and nothing changes before that', () => {
  fc.assert(
    fc.property(anyFacts, fc.nat(5000), (made, later) => {
      const all = { ...made, unit: 'working' as const, suspendedSince: made.state === 'suspended' ? made.now : null }
      const { nextChangeAt, ...shown }: Clock = clockView(all, calendar)
      const next = nextChangeAt === null ? Infinity : msOf(nextChangeAt)
      assert.ok(next > msOf(made.now))
      const now = Math.min(next - 1, msOf(made.now) + later * 60_000)
      const { nextChangeAt: _, ...after } = clockView({ ...all, now: instantOf(now) }, calendar)
      assert.deepEqual(after, shown)
    }),
    { numRuns: 500 },
  )
})

test('the moment a clock announces is the moment its status changes', () => {
  const open = { ...facts({ now: instantAt('2026-11-20', '23:59') }), unit: 'working' as const, suspendedSince: null }
  const clock = clockView(open, calendar)
  assert.equal(clock.nextChangeAt, dueAt)
  const passed = clockView({ ...open, now: dueAt }, calendar)
  assert.equal(clockView({ ...open, now: passed.nextChangeAt! }, calendar).overdue, true)
})
