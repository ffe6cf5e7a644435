import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  CALENDAR_CUTOFF,
  RESPONSE_NETWORK_REPORT,
  SYSTEM_REPORT_TO_MINISTRY,
  SYSTEM_REPORT_TO_OWNER,
  usualSchedule,
} from '../../law/reporting-periods.ts'
import { addDays, fromEpochDay, toEpochDay } from './dates.ts'
import { nextPeriod, periodOf, periodsBetween } from './periods.ts'
import type { Frequency, ReportingSchedule } from './reporting-schedule.ts'

const FREQUENCIES: Frequency[] = ['monthly', 'quarterly', 'six-monthly', 'yearly']
const plain = (frequency: Frequency): ReportingSchedule => ({ ...usualSchedule(frequency), cutoff: CALENDAR_CUTOFF })
const span = (rhythm: Parameters<typeof periodOf>[0], date: string) => {
  const { key, from, until } = periodOf(rhythm, date)
  return `${key} ${from} ${until}`
}

test('periods are cut on the 14th', () => {
  assert.equal(span('monthly', '2026-11-14'), '2026-11 2026-10-15 2026-11-14')
  assert.equal(span('monthly', '2026-11-15'), '2026-12 2026-11-15 2026-12-14')
  assert.equal(span('quarterly', '2026-11-21'), '2026-Q4 2026-09-15 2026-12-14')
  assert.equal(span('six-monthly', '2026-06-14'), '2026-H1 2025-12-15 2026-06-14')
  assert.equal(span('six-monthly', '2026-06-15'), '2026-H2 2026-06-15 2026-12-14')
  assert.equal(span('yearly', '2026-12-14'), '2026 2025-12-15 2026-12-14')
  assert.equal(span('yearly', '2026-12-15'), '2027 2026-12-15 2027-12-14')
})

test('plain calendar periods run from the first to the last day', () => {
  assert.equal(span(plain('monthly'), '2028-02-10'), '2028-02 2028-02-01 2028-02-29')
  assert.equal(span(plain('quarterly'), '2026-12-31'), '2026-Q4 2026-10-01 2026-12-31')
  assert.equal(span(plain('six-monthly'), '2026-06-30'), '2026-H1 2026-01-01 2026-06-30')
  assert.equal(span(plain('yearly'), '2026-06-30'), '2026 2026-01-01 2026-12-31')
})

test('periods have names in both languages', () => {
  const names = FREQUENCIES.map((frequency) => periodOf(frequency, '2026-11-21').label)
  assert.deepEqual(
    names.map(({ vi }) => vi),
    ['tháng 12/2026', 'quý IV/2026', '6 tháng cuối năm 2026', 'năm 2026'],
  )
  assert.deepEqual(
    names.map(({ en }) => en),
    ['December 2026', 'Q4 2026', 'second half of 2026', '2026'],
  )
})

test('a report is due by its rule', () => {
  assert.equal(periodOf('six-monthly', '2026-11-21').reportBy, '2026-12-14')
  assert.equal(periodOf(SYSTEM_REPORT_TO_OWNER, '2026-11-21').reportBy, '2026-12-19')
  assert.equal(periodOf(SYSTEM_REPORT_TO_MINISTRY, '2026-11-21').reportBy, '2026-12-24')
  assert.equal(periodOf(RESPONSE_NETWORK_REPORT, '2026-03-01').reportBy, '2026-06-19')
  assert.equal(periodOf(RESPONSE_NETWORK_REPORT, '2026-11-21').reportBy, '2026-12-14')
  const due = { afterEnd: 5, unit: 'working-day' as const }
  assert.equal(periodOf({ ...plain('monthly'), due }, '2026-01-31').reportBy, '2026-02-06')
  const january = { onDays: [{ month: 1, day: 15 }], inclusive: true, article: '' }
  assert.equal(periodOf({ ...plain('yearly'), due: january }, '2026-11-21').reportBy, '2027-01-15')
})

test('periodsBetween gives those that share a day with the span', () => {
  const keys = (from: string, until: string) => periodsBetween('six-monthly', from, until).map(({ key }) => key)
  assert.deepEqual(keys('2026-06-14', '2026-12-15'), ['2026-H1', '2026-H2', '2027-H1'])
  assert.deepEqual(keys('2026-06-15', '2026-06-15'), ['2026-H2'])
  assert.deepEqual(keys('2026-06-15', '2026-06-14'), [])
})

test('periods hold their day, follow one another without gap, and sort by key', () => {
  const day = fc.integer({ min: toEpochDay('2001-01-01'), max: toEpochDay('2047-12-31') }).map(fromEpochDay)
  const rhythm = fc.constantFrom(...FREQUENCIES, ...FREQUENCIES.map(plain), SYSTEM_REPORT_TO_MINISTRY)
  fc.assert(
    fc.property(rhythm, day, (rhythm, date) => {
      const period = periodOf(rhythm, date)
      const next = nextPeriod(rhythm, period)
      assert.ok(period.from <= date && date <= period.until && period.reportBy >= period.until)
      assert.equal(next.from, addDays(period.until, 1))
      assert.ok(next.key > period.key)
      assert.deepEqual(periodOf(rhythm, period.from), periodOf(rhythm, period.until))
    }),
  )
})
