import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { CIVIL_CODE_2015, STATED_DATES_STAND } from '../../law/counting-rules.ts'
import { createCalendar } from './calendar.ts'
import { VIET_NAM } from './data/viet-nam.ts'
import { addDays, addMonths, fromEpochDay, toEpochDay } from './dates.ts'
import { computeDue, type Counting } from './deadline.ts'
import { explain, explainSteps } from './explain.ts'
import type { Duration, Suspension } from './limit.ts'
import { endOfDay, instantAt, instantOf, limitDay, localDate, msOf } from './zone.ts'

const calendar = createCalendar(VIET_NAM)
const counting: Counting = { calendar, rule: CIVIL_CODE_2015 }
const day = fc.integer({ min: toEpochDay('2005-01-01'), max: toEpochDay('2040-12-31') }).map(fromEpochDay)
const moment = fc.integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2040, 11, 31) / 60_000 }).map((m) => instantOf(m * 60_000))
const lastDay = (duration: Duration, from: string, with_ = counting) => computeDue({ duration, from }, with_).lastDay
const steps = (limit: Parameters<typeof computeDue>[0]) => computeDue(limit, counting).reason.map((step) => step.step)

test('"trước ngày" ends with the day before, "đến hết ngày" with the day, both at 24:00 in Viet Nam', () => {
  assert.equal(computeDue({ date: '2026-11-20', inclusive: true }, counting).dueAt, '2026-11-20T17:00:00.000Z')
  assert.equal(computeDue({ date: '2026-11-20', inclusive: false }, counting).dueAt, '2026-11-19T17:00:00.000Z')
  assert.equal(computeDue({ date: '2026-11-20', inclusive: true }, counting).lastDay, '2026-11-20')
})

test('words without a date have no due moment', () => {
  const due = computeDue({ date: null, inclusive: true }, counting)
  assert.deepEqual([due.dueAt, due.lastDay, due.reason], [null, null, []])
})

test('a stated date of rest rolls on, unless the rule lets stated dates stand', () => {
  assert.equal(computeDue({ date: '2026-11-22', inclusive: true }, counting).lastDay, '2026-11-23')
  assert.equal(computeDue({ date: '2026-11-23', inclusive: false }, counting).lastDay, '2026-11-23')
  const stands = { calendar, rule: STATED_DATES_STAND }
  assert.equal(computeDue({ date: '2026-11-22', inclusive: true }, stands).lastDay, '2026-11-22')
  assert.equal(lastDay({ amount: 3, unit: 'day' }, '2026-11-19', stands), '2026-11-23')
  const inclusiveOnly = { calendar, rule: { ...CIVIL_CODE_2015, statedDatesRollOn: 'inclusive-only' as const } }
  assert.equal(computeDue({ date: '2026-11-22', inclusive: true }, inclusiveOnly).lastDay, '2026-11-23')
  assert.equal(computeDue({ date: '2026-11-23', inclusive: false }, inclusiveOnly).lastDay, '2026-11-22')
})

test('a named hour is exact and does not roll on', () => {
  assert.equal(computeDue({ date: '2026-11-22', inclusive: false, time: '17:00' }, counting).dueAt, '2026-11-22T10:00:00.000Z')
})

test('the first day is not counted; weekends and holidays are passed over in working days', () => {
  assert.equal(lastDay({ amount: 5, unit: 'working-day' }, '2026-11-18'), '2026-11-26')
  assert.equal(lastDay({ amount: 5, unit: 'day' }, '2026-11-18'), '2026-11-23')
  assert.equal(lastDay({ amount: 1, unit: 'working-day' }, instantAt('2026-11-18', '23:59')), '2026-11-19')
  assert.equal(lastDay({ amount: 10, unit: 'working-day' }, '2026-02-10'), '2026-03-03')
})

test('a rule pack may count the first day', () => {
  const rule = { ...CIVIL_CODE_2015, id: 'first-day-counts', firstDayCounted: true }
  assert.equal(lastDay({ amount: 5, unit: 'working-day' }, '2026-11-18', { calendar, rule }), '2026-11-25')
  assert.equal(lastDay({ amount: 3, unit: 'day' }, '2026-11-18', { calendar, rule }), '2026-11-20')
  assert.equal(lastDay({ amount: 1, unit: 'month' }, '2026-10-18', { calendar, rule }), '2026-11-17')
})

test('a month ends with the corresponding day, or the last of a shorter month', () => {
  assert.equal(lastDay({ amount: 1, unit: 'month' }, '2026-10-18'), '2026-11-18')
  assert.equal(lastDay({ amount: 1, unit: 'month' }, '2025-01-31'), '2025-02-28')
  assert.equal(addMonths('2023-12-31', 2), '2024-02-29')
})

test('hours run through nights, weekends and Tết', () => {
  const due = computeDue({ duration: { amount: 72, unit: 'hour' }, from: '2026-02-13T09:30:00.000Z' }, counting)
  assert.equal(due.dueAt, '2026-02-16T09:30:00.000Z')
  assert.throws(() => computeDue({ duration: { amount: 24, unit: 'hour' }, from: '2026-02-13' }, counting), RangeError)
})

test('amounts and dates that make no sense are refused', () => {
  for (const amount of [0, -1, 1.5, Number.NaN]) assert.throws(() => lastDay({ amount, unit: 'day' }, '2026-11-18'), RangeError)
  assert.throws(() => computeDue({ date: '2026-02-30', inclusive: true }, counting), RangeError)
  assert.throws(() => computeDue({ date: '2026-02-20', inclusive: true, time: '25:00' }, counting), RangeError)
  assert.throws(() => lastDay({ amount: 1, unit: 'day' }, '2026-11-18T09:00:00'), RangeError)
})

test('hour clocks give back the time they stood still, to the minute', () => {
  const from = '2026-11-18T00:00:00.000Z'
  const due = (suspensions: Suspension[]) =>
    computeDue({ duration: { amount: 24, unit: 'hour' }, from }, { ...counting, suspensions }).dueAt
  assert.equal(due([{ from: '2026-11-18T03:00:00.000Z', until: '2026-11-18T05:30:00.000Z' }]), '2026-11-19T02:30:00.000Z')
  // Overlapping suspensions count once, one before the start and one after the limit not at all.
  const overlap = [
    { from: '2026-11-18T04:00:00.000Z', until: '2026-11-18T05:00:00.000Z' },
    { from: '2026-11-18T03:00:00.000Z', until: '2026-11-18T05:00:00.000Z' },
    { from: '2026-11-17T20:00:00.000Z', until: '2026-11-18T01:00:00.000Z' },
    { from: '2026-11-20T03:00:00.000Z', until: '2026-11-20T05:00:00.000Z' },
  ]
  assert.equal(due(overlap), '2026-11-19T03:00:00.000Z')
  assert.equal(due([{ from: '2026-11-18T03:00:00.000Z', until: null }]), null)
  assert.throws(() => due([{ from: '2026-11-18T05:00:00.000Z', until: '2026-11-18T03:00:00.000Z' }]), RangeError)
})

test('day clocks give back suspended days, working clocks suspended working days', () => {
  const due = (duration: Duration, suspensions: Suspension[]) =>
    computeDue({ duration, from: '2026-11-09' }, { ...counting, suspensions }).lastDay
  const threeDays = [{ from: instantAt('2026-11-11', '00:00'), until: instantAt('2026-11-14', '00:00') }]
  assert.equal(due({ amount: 8, unit: 'day' }, threeDays), '2026-11-20')
  assert.equal(due({ amount: 5, unit: 'working-day' }, threeDays), '2026-11-19')
  // Friday 15:00 to Monday 09:00 takes two thirds of a working day, so one is given back; the weekend gives none.
  const overWeekend = [{ from: instantAt('2026-11-13', '15:00'), until: instantAt('2026-11-16', '09:00') }]
  assert.equal(due({ amount: 5, unit: 'working-day' }, overWeekend), '2026-11-17')
  const weekend = [{ from: instantAt('2026-11-14', '00:00'), until: instantAt('2026-11-16', '00:00') }]
  assert.equal(due({ amount: 5, unit: 'working-day' }, weekend), '2026-11-16')
  // Two halves of one day make one day, not two.
  const halves = ['2026-11-10', '2026-11-11'].map((date) => ({ from: instantAt(date, '08:00'), until: instantAt(date, '20:00') }))
  assert.equal(due({ amount: 5, unit: 'working-day' }, halves), '2026-11-17')
})

test('a suspension on the days a limit rolled over still counts', () => {
  const suspensions = [{ from: instantAt('2026-11-22', '00:00'), until: instantAt('2026-11-23', '00:00') }]
  assert.equal(computeDue({ date: '2026-11-21', inclusive: true }, { ...counting, suspensions }).lastDay, '2026-11-23')
  const longer = [{ from: instantAt('2026-11-22', '00:00'), until: instantAt('2026-11-26', '00:00') }]
  assert.equal(computeDue({ date: '2026-11-21', inclusive: true }, { ...counting, suspensions: longer }).lastDay, '2026-11-25')
})

test('the reason names every step, in both languages', () => {
  const due = computeDue(
    { duration: { amount: 5, unit: 'working-day' }, from: '2026-11-18' },
    { ...counting, article: 'khoản 1 Điều 5 Quy chế' },
  )
  assert.deepEqual(explainSteps(due.reason, 'vi'), [
    'Căn cứ: khoản 1 Điều 5 Quy chế.',
    'Tính từ 18/11/2026.',
    'Không tính ngày đầu 18/11/2026 (Điều 147 Bộ luật Dân sự 2015).',
    'Đếm 5 ngày làm việc, đến 26/11/2026.',
    'Trên đường đếm có 2 ngày nghỉ cuối tuần và 24/11/2026 nghỉ Ngày Văn hóa Việt Nam (chưa kiểm chứng).',
    'Hết hạn lúc 24:00 ngày 26/11/2026 (Điều 148 Bộ luật Dân sự 2015).',
  ])
  const english = explain(computeDue({ date: '2026-11-22', inclusive: true }, counting).reason, 'en')
  assert.match(english, /^The document says by the end of 22\/11\/2026\. The last day, 22\/11\/2026, a weekend, rolls on to 23\/11\/2026/)
  assert.deepEqual(steps({ date: '2026-11-22', inclusive: true }), ['stated', 'rolled-on', 'ends'])
  assert.deepEqual(JSON.parse(JSON.stringify(due.reason)), due.reason)
  const paused = computeDue(
    { date: '2026-11-20', inclusive: true },
    { ...counting, suspensions: [{ from: instantAt('2026-11-12', '00:00'), until: null }] },
  )
  assert.equal(explain(paused.reason, 'vi').split('. ').at(-1), 'Tạm dừng từ 00:00 ngày 12/11/2026, chưa tính được hạn.')
})

test('a limit in days ends at 24:00 of a working day, after its start, and not before the plain count', () => {
  const unit = fc.constantFrom('day' as const, 'working-day' as const, 'month' as const)
  fc.assert(
    fc.property(moment, unit, fc.integer({ min: 1, max: 60 }), (from, unit, amount) => {
      const due = computeDue({ duration: { amount, unit }, from }, counting)
      assert.ok(due.dueAt && due.lastDay)
      assert.ok(calendar.isWorkingDay(due.lastDay) && due.dueAt === endOfDay(due.lastDay) && due.dueAt > from)
      if (unit === 'day') assert.ok(due.lastDay >= addDays(localDate(from), amount))
      if (unit === 'working-day') assert.equal(calendar.workingDaysBetween(localDate(from), due.lastDay), amount)
      assert.deepEqual(limitDay(due.dueAt), { date: due.lastDay, time: null })
    }),
  )
})

test('a suspension takes no time from anyone, and a later start is never due earlier', () => {
  const unit = fc.constantFrom('hour' as const, 'day' as const, 'working-day' as const)
  fc.assert(
    fc.property(moment, unit, fc.integer({ min: 1, max: 30 }), fc.nat(20_000), fc.nat(20_000), (from, unit, amount, wait, length) => {
      const limit = { duration: { amount, unit }, from }
      const plain = computeDue(limit, counting).dueAt!
      const begin = msOf(from) + wait * 60_000
      const end = begin + length * 60_000
      const due = computeDue(limit, { ...counting, suspensions: [{ from: instantOf(begin), until: instantOf(end) }] }).dueAt!
      if (begin >= msOf(plain) || length === 0) assert.equal(due, plain)
      else if (unit === 'working-day') assert.ok(due >= plain)
      else if (unit === 'hour') assert.equal(msOf(due) - msOf(plain), end - begin)
      else assert.ok(due >= plain && msOf(due) >= msOf(from) + amount * 86_400_000 + (end - begin))
      const later = computeDue({ duration: { amount, unit }, from: instantOf(begin) }, counting).dueAt!
      assert.ok(later >= plain)
    }),
  )
})

test('excluding a date is never later than including it', () => {
  fc.assert(
    fc.property(day, (date) => {
      assert.ok(computeDue({ date, inclusive: false }, counting).dueAt! <= computeDue({ date, inclusive: true }, counting).dueAt!)
    }),
  )
})
