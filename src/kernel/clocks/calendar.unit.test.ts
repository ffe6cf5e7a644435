import assert from 'node:assert/strict'
import { test } from 'node:test'
import Holidays from 'date-holidays'
import * as fc from 'fast-check'
import { createCalendar } from './calendar.ts'
import { FIRST_YEAR, LAST_YEAR, LUNAR_DAYS } from './data/lunar-days.ts'
import { VIET_NAM } from './data/viet-nam.ts'
import { addDays, daysBetween, fromEpochDay, toEpochDay } from './dates.ts'

const calendar = createCalendar(VIET_NAM)
const date = fc.integer({ min: toEpochDay('2003-01-01'), max: toEpochDay('2044-12-31') }).map(fromEpochDay)
const days = (from: string, to: string) => Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i))
const weekdaysOff = (from: string, to: string) =>
  days(from, to).filter((day) => (toEpochDay(day) + 3) % 7 < 5 && !calendar.isWorkingDay(day))
const saturdaysWorked = (from: string, to: string) =>
  days(from, to).filter((day) => (toEpochDay(day) + 3) % 7 > 4 && calendar.isWorkingDay(day))

test('the lunar days agree with the date-holidays library in every year', () => {
  const library = new Holidays('VN')
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    const known = library.getHolidays(year)
    const of = (name: string) => known.find((holiday) => holiday.name.startsWith(name))?.date.slice(5, 10)
    assert.deepEqual([...LUNAR_DAYS[year]!], [of('Tết Nguyên Đán'), of('Giỗ tổ Hùng')], String(year))
  }
})

test('the days off of a year are those that were announced for it', () => {
  assert.deepEqual(weekdaysOff('2023-01-01', '2023-12-31'), [
    '2023-01-02',
    '2023-01-20',
    '2023-01-23',
    '2023-01-24',
    '2023-01-25',
    '2023-01-26',
    '2023-05-01',
    '2023-05-02',
    '2023-05-03',
    '2023-09-01',
    '2023-09-04',
  ])
  assert.deepEqual(weekdaysOff('2024-01-01', '2024-12-31'), [
    '2024-01-01',
    '2024-02-08',
    '2024-02-09',
    '2024-02-12',
    '2024-02-13',
    '2024-02-14',
    '2024-04-18',
    '2024-04-29',
    '2024-04-30',
    '2024-05-01',
    '2024-09-02',
    '2024-09-03',
  ])
  assert.deepEqual(weekdaysOff('2026-01-01', '2026-12-31'), [
    '2026-01-01',
    '2026-01-02',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-04-27',
    '2026-04-30',
    '2026-05-01',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
  ])
  assert.deepEqual(weekdaysOff('2021-01-01', '2021-12-31'), [
    '2021-01-01',
    '2021-02-10',
    '2021-02-11',
    '2021-02-12',
    '2021-02-15',
    '2021-02-16',
    '2021-04-21',
    '2021-04-30',
    '2021-05-03',
    '2021-09-02',
    '2021-09-03',
  ])
  assert.deepEqual(weekdaysOff('2022-04-01', '2022-05-31'), ['2022-04-11', '2022-05-02', '2022-05-03'])
  assert.deepEqual(weekdaysOff('2020-01-15', '2020-02-15'), ['2020-01-23', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29'])
  assert.deepEqual(weekdaysOff('2025-04-01', '2025-05-31'), ['2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02'])
})

test('a swapped Saturday is worked', () => {
  assert.deepEqual(saturdaysWorked('2024-01-01', '2026-12-31'), ['2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'])
})

test('a day says why it is off and how sure that is', () => {
  const culture = calendar.dayOf('2026-11-24')
  assert.deepEqual([culture.working, culture.mark?.reason, culture.mark?.certainty], [false, 'holiday', 'unverified'])
  assert.deepEqual(calendar.dayOf('2026-04-27').mark?.reason, 'made-up')
  assert.deepEqual(calendar.dayOf('2024-04-29').mark?.reason, 'swapped-off')
  assert.deepEqual(calendar.dayOf('2026-11-21').mark?.reason, 'weekend')
  assert.deepEqual(calendar.dayOf('2026-11-23'), { date: '2026-11-23', working: true, mark: null })
})

test('24/11 is off from 2026 and can be switched off by data alone', () => {
  assert.equal(calendar.isWorkingDay('2025-11-24'), true)
  assert.equal(calendar.isWorkingDay('2026-11-24'), false)
  const holidays = VIET_NAM.holidays.map((rule) => (rule.id === 'culture' ? { ...rule, applies: false } : rule))
  const without = createCalendar(JSON.parse(JSON.stringify({ ...VIET_NAM, id: 'without', holidays })))
  assert.equal(without.isWorkingDay('2026-11-24'), true)
  assert.equal(without.isWorkingDay('2026-09-02'), false)
})

test('a holiday on the last day of a year is made up for in the next', () => {
  const eve = { ...VIET_NAM.holidays[0]!, id: 'eve', anchor: { solar: '12-31' } }
  const withEve = createCalendar({ ...VIET_NAM, id: 'eve', holidays: [...VIET_NAM.holidays, eve] })
  // 31/12/2022 is a Saturday and 01/01/2023 a Sunday, so both Monday and Tuesday are off.
  assert.deepEqual(['2023-01-02', '2023-01-03', '2023-01-04'].map(withEve.isWorkingDay), [false, false, true])
})

test('counting across Tết', () => {
  assert.equal(calendar.addWorkingDays('2026-02-13', 1), '2026-02-23')
  assert.equal(calendar.addWorkingDays('2026-02-13', 3), '2026-02-25')
  assert.equal(calendar.workingDaysBetween('2026-02-13', '2026-02-23'), 1)
  assert.equal(calendar.addWorkingDays('2026-02-23', -1), '2026-02-13')
  assert.equal(calendar.addWorkingDays('2026-02-18', 0), '2026-02-23')
  assert.equal(calendar.addWorkingDays('2026-02-18', -1), '2026-02-13')
})

test('a date that does not exist or is out of range is refused', () => {
  assert.throws(() => calendar.isWorkingDay('2026-02-29'), RangeError)
  assert.throws(() => calendar.isWorkingDay('1999-12-31'), RangeError)
  assert.throws(() => calendar.addWorkingDays('2049-12-30', 5), RangeError)
  assert.throws(() => calendar.addWorkingDays('2026-01-05', 1.5), RangeError)
})

test('adding working days lands on a working day, moves, and workingDaysBetween is its inverse', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: -700, max: 700 }), (from, n) => {
      const to = calendar.addWorkingDays(from, n)
      assert.ok(calendar.isWorkingDay(to))
      if (n > 0) assert.ok(to > from && calendar.workingDaysBetween(from, to) === n)
      if (n < 0) assert.ok(to < from)
      if (n < 0 && calendar.isWorkingDay(from)) assert.equal(calendar.workingDaysBetween(from, to), n)
      if (n === 0) assert.ok(to >= from)
    }),
  )
})

test('adding is monotone in the date and strictly in the number', () => {
  fc.assert(
    fc.property(date, fc.nat(40), fc.integer({ min: 1, max: 300 }), (from, later, n) => {
      assert.ok(calendar.addWorkingDays(from, n) <= calendar.addWorkingDays(addDays(from, later), n))
      assert.ok(calendar.addWorkingDays(from, n) < calendar.addWorkingDays(from, n + 1))
    }),
  )
})

test('counts agree with walking day by day, and add up', () => {
  fc.assert(
    fc.property(date, fc.nat(900), fc.nat(900), (a, x, y) => {
      const [b, c] = [addDays(a, x), addDays(a, x + y)]
      const walked = x === 0 ? 0 : days(addDays(a, 1), b).filter(calendar.isWorkingDay).length
      assert.equal(calendar.workingDaysBetween(a, b), walked)
      assert.equal(calendar.workingDaysBetween(a, b) + calendar.workingDaysBetween(b, c), calendar.workingDaysBetween(a, c))
    }),
    { numRuns: 60 },
  )
})

test('no two answers for one day: order of asking, a second calendar and dayOf agree', () => {
  fc.assert(
    fc.property(fc.array(date, { minLength: 1, maxLength: 30 }), (asked) => {
      const fresh = createCalendar(VIET_NAM)
      for (const day of asked.toReversed()) {
        assert.equal(fresh.isWorkingDay(day), calendar.isWorkingDay(day))
        assert.deepEqual(fresh.dayOf(day), calendar.dayOf(day))
        assert.equal(calendar.dayOf(day).working, calendar.isWorkingDay(day))
      }
    }),
  )
})

test('a week never has more than two days of rest outside holidays and swaps', () => {
  fc.assert(
    fc.property(date, (from) => {
      const week = days(from, addDays(from, 6)).map(calendar.dayOf)
      const marked = week.filter((day) => day.mark && day.mark.reason !== 'weekend')
      const rest = week.filter((day) => !day.working)
      assert.ok(marked.length > 0 || rest.length === 2)
    }),
  )
})
