import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { createCalendar } from './calendar.ts'
import { VIET_NAM } from './data/viet-nam.ts'
import { DAY_REMINDERS, HOUR_REMINDERS, remindAt, remindersFor } from './reminders.ts'
import { endOfDay, instantAt, instantOf, limitDay, localDate, localTime, msOf } from './zone.ts'

const calendar = createCalendar(VIET_NAM)
const told = (due: string, assigned: string, rules = DAY_REMINDERS) =>
  remindersFor(due, assigned, calendar, rules).map(({ at, when }) => `${when} ${localDate(at)} ${localTime(at)}`)

test('by days: three and one working days before, on the day, one after, then weekly, all at 08:00', () => {
  assert.deepEqual(told(endOfDay('2026-11-25'), instantAt('2026-11-02', '09:00')).slice(0, 6), [
    'before 2026-11-19 08:00',
    'before 2026-11-23 08:00',
    'before 2026-11-25 08:00',
    'after 2026-11-26 08:00',
    'after 2026-12-02 08:00',
    'after 2026-12-09 08:00',
  ])
})

test('a weekly reminder that meets a day of rest comes on the next working day', () => {
  assert.ok(told(endOfDay('2026-02-10'), instantAt('2026-01-05', '09:00')).includes('after 2026-02-23 08:00'))
  assert.ok(!told(endOfDay('2026-02-10'), instantAt('2026-01-05', '09:00')).some((line) => line.includes('2026-02-17')))
})

test('nothing before the assignment, nothing "before" that would come after, nothing without a limit', () => {
  assert.equal(told(endOfDay('2026-11-25'), instantAt('2026-11-23', '09:00'))[0], 'before 2026-11-25 08:00')
  assert.ok(!told(instantAt('2026-11-25', '07:00'), instantAt('2026-11-02', '09:00')).includes('before 2026-11-25 08:00'))
  assert.deepEqual(remindersFor(null, instantAt('2026-11-02', '09:00'), calendar), [])
  assert.deepEqual(told(endOfDay('2049-12-20'), instantAt('2026-11-02', '09:00')), [])
  assert.ok(told(endOfDay('2048-12-31'), instantAt('2026-11-02', '09:00')).length > 20)
})

test('by hours: a 24-hour limit is reminded six and one hours before', () => {
  const [assigned, due] = [instantAt('2026-11-17', '13:00'), instantAt('2026-11-18', '13:00')]
  const expected = ['before 2026-11-18 07:00', 'before 2026-11-18 12:00', 'after 2026-11-18 14:00', 'after 2026-11-19 13:00']
  assert.deepEqual(told(due, assigned, HOUR_REMINDERS).slice(0, 4), expected)
  assert.deepEqual(remindersFor(due, assigned, calendar).slice(0, 2), remindersFor(due, assigned, calendar, HOUR_REMINDERS).slice(0, 2))
})

test('reminders are in order, each once, and those by days fall on working days', () => {
  const minute = fc.integer({ min: Date.UTC(2010, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 })
  fc.assert(
    fc.property(minute, fc.nat(100_000), (from, length) => {
      const [assigned, due] = [instantOf(from * 60_000), instantOf((from + length) * 60_000)]
      const reminders = remindersFor(due, assigned, calendar, DAY_REMINDERS)
      for (const [i, { at, when }] of reminders.entries()) {
        assert.ok(at > assigned && (when === 'before' ? at < due : at > due))
        if (i > 0) assert.ok(at > reminders[i - 1]!.at)
        if (when === 'after' || localDate(at) !== limitDay(due).date) assert.ok(calendar.isWorkingDay(localDate(at)))
      }
    }),
  )
})

test('the next reminder moves on with time and ends', () => {
  const [assigned, due] = [new Date(instantAt('2026-11-02', '09:00')), new Date(endOfDay('2026-11-25'))]
  let [now, count] = [assigned, 0]
  for (let next = remindAt(due, assigned, now); next; next = remindAt(due, assigned, now)) {
    assert.ok(next > now)
    now = next
    count++
  }
  assert.equal(count, remindersFor(due.toISOString(), assigned.toISOString(), calendar).length)
  assert.ok(now.getTime() > msOf(due.toISOString()))
})
