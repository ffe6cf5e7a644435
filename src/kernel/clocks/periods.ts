import { usualSchedule } from '../../law/reporting-periods.ts'
import type { WorkingCalendar } from './calendar.ts'
import type { Words } from './calendar-data.ts'
import { addDays, dateOf, lastDayOfMonth, yearOf, type DateOnly } from './dates.ts'
import type { Frequency, ReportDue, ReportingSchedule } from './reporting-schedule.ts'
import { VIET_NAM_CALENDAR } from './viet-nam.ts'

/**
 * A reporting period: first and last day, both included. `key` is unique within a frequency and sorts in time (2026-11, 2026-Q4,
 * 2026-H2, 2026). `reportBy` is the last day of the report, included, before any roll-on from a day of rest.
 */
export type ReportingPeriod = { key: string; from: DateOnly; until: DateOnly; label: Words; reportBy: DateOnly }

/** A rhythm: a schedule, or a frequency alone, which then follows the usual cut-offs. */
export type Rhythm = Frequency | ReportingSchedule

/** The period a day lies in. Throws RangeError for a date that does not exist. */
export function periodOf(rhythm: Rhythm, date: DateOnly, calendar: WorkingCalendar = VIET_NAM_CALENDAR): ReportingPeriod {
  const schedule = typeof rhythm === 'string' ? usualSchedule(rhythm) : rhythm
  const { lastDay } = schedule.cutoff
  const month = yearOf(date) * 12 + Number(date.slice(5, 7)) - 1 + (lastDay !== null && Number(date.slice(8)) > lastDay ? 1 : 0)
  return periodAt(schedule, Math.floor(month / MONTHS[schedule.frequency]), calendar)
}

/** The period that follows another of the same rhythm. */
export function nextPeriod(
  rhythm: Rhythm,
  { until }: Pick<ReportingPeriod, 'until'>,
  calendar: WorkingCalendar = VIET_NAM_CALENDAR,
): ReportingPeriod {
  return periodOf(rhythm, addDays(until, 1), calendar)
}

/** The period that a new assignment begins with: the one its first day lies in. */
export const firstPeriod = periodOf

/** The periods that share at least one day with the span, both ends included, in order; none where it ends before it begins. */
export function periodsBetween(
  rhythm: Rhythm,
  from: DateOnly,
  until: DateOnly,
  calendar: WorkingCalendar = VIET_NAM_CALENDAR,
): ReportingPeriod[] {
  const periods: ReportingPeriod[] = []
  if (until < from) return periods
  for (let period = periodOf(rhythm, from, calendar); period.from <= until; period = nextPeriod(rhythm, period, calendar)) {
    periods.push(period)
  }
  return periods
}

const MONTHS: Record<Frequency, number> = { monthly: 1, quarterly: 3, 'six-monthly': 6, yearly: 12 }

/** The n-th period since the year 0. */
function periodAt({ frequency, cutoff, due }: ReportingSchedule, n: number, calendar: WorkingCalendar): ReportingPeriod {
  const months = MONTHS[frequency]
  const [first, last] = [n * months, n * months + months - 1]
  const year = Math.floor(first / 12)
  const ordinal = (first % 12) / months
  const { lastDay } = cutoff
  const from = lastDay === null ? dayIn(first, 1) : dayIn(first - 1, lastDay + 1)
  const until = dayIn(last, lastDay ?? lastDayOfMonth(Math.floor(last / 12), (last % 12) + 1))
  const [key, label] = NAMES[frequency](year, ordinal)
  return { key, from, until, label, reportBy: reportBy(due, until, ordinal, calendar) }
}

function reportBy(due: ReportDue, until: DateOnly, ordinal: number, calendar: WorkingCalendar): DateOnly {
  if ('afterEnd' in due) {
    return due.unit === 'day' || due.afterEnd === 0 ? addDays(until, due.afterEnd) : calendar.addWorkingDays(until, due.afterEnd)
  }
  const on = due.onDays[ordinal % due.onDays.length]
  if (!on) throw new RangeError('A schedule names at least one day')
  const stated = [0, 1].map((later) => dateOf(yearOf(until) + later, on.month, on.day)).find((date) => date >= until)!
  return due.inclusive ? stated : addDays(stated, -1)
}

const dayIn = (month: number, day: number): DateOnly => dateOf(Math.floor(month / 12), (month % 12) + 1, day)

const ROMAN = ['I', 'II', 'III', 'IV']
const ENGLISH_MONTHS = 'January February March April May June July August September October November December'.split(' ')

const NAMES: Record<Frequency, (year: number, ordinal: number) => [string, Words]> = {
  monthly: (year, i) => [`${year}-${String(i + 1).padStart(2, '0')}`, { vi: `tháng ${i + 1}/${year}`, en: `${ENGLISH_MONTHS[i]} ${year}` }],
  quarterly: (year, i) => [`${year}-Q${i + 1}`, { vi: `quý ${ROMAN[i]}/${year}`, en: `Q${i + 1} ${year}` }],
  'six-monthly': (year, i) => [
    `${year}-H${i + 1}`,
    { vi: `6 tháng ${i === 0 ? 'đầu' : 'cuối'} năm ${year}`, en: `${i === 0 ? 'first' : 'second'} half of ${year}` },
  ],
  yearly: (year) => [String(year), { vi: `năm ${year}`, en: String(year) }],
}
