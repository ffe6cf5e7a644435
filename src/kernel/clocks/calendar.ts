import type { CalendarData } from './calendar-data.ts'
import { FIRST_YEAR, LAST_YEAR } from './data/lunar-days.ts'
import { fromEpochDay, isDateOnly, toEpochDay, yearOf, type DateOnly } from './dates.ts'
import { countYear, isWeekend, type DayMark, type YearDays } from './year-days.ts'

/** What a day is: worked or not, and the mark that says why where it is not a plain weekday. */
export type Day = { date: DateOnly; working: boolean; mark: DayMark | null }

/**
 * A calendar of working days, on dates of Viet Nam. All functions throw RangeError for a date that does not exist or lies
 * outside the years the calendar covers.
 */
export type WorkingCalendar = {
  /** The version of the data, kept with each due date that was counted with it. */
  id: string
  isWorkingDay: (date: DateOnly) => boolean
  /** The day with the reason it is off or worked. */
  dayOf: (date: DateOnly) => Day
  /**
   * The n-th working day after the date, or before it where n is negative; the date itself is never counted. With 0, the date
   * if it is worked, else the next working day. Always a working day.
   */
  addWorkingDays: (date: DateOnly, n: number) => DateOnly
  /**
   * How many working days lie after `from` up to and including `to`; negative where `to` is earlier. The inverse of
   * addWorkingDays for n > 0 from any day, and for n < 0 from a working day.
   */
  workingDaysBetween: (from: DateOnly, to: DateOnly) => number
}

/** Makes a calendar of its data. A year is counted when it is first asked for and kept. */
export function createCalendar(data: CalendarData): WorkingCalendar {
  const years = new Map<number, YearDays>()
  const yearDays = (year: number): YearDays => {
    let counted = years.get(year)
    if (!counted) years.set(year, (counted = countYear(data, year)))
    return counted
  }
  const workedInYear = (year: number): number => {
    const { worked, length } = yearDays(year)
    return worked[length]!
  }
  /** Working days of the date's year up to and including the date. */
  const workedUntil = (date: DateOnly): number => {
    const year = yearDays(yearOf(date))
    return year.worked[toEpochDay(date) - year.first + 1]!
  }
  const isWorkingDay = (date: DateOnly): boolean => {
    const { first, worked } = yearDays(yearOf(date))
    const i = toEpochDay(date) - first
    return worked[i + 1]! > worked[i]!
  }
  const addWorkingDays = (date: DateOnly, n: number): DateOnly => {
    if (!Number.isInteger(n)) throw new RangeError(`Not a whole number of working days: ${n}`)
    if (n === 0 && isWorkingDay(date)) return date
    let year = yearOf(date)
    // The rank, within the year, of the working day looked for; from the first day of the next years on it counts down.
    let rank = workedUntil(date) + (n === 0 ? 1 : n) + (n < 0 && !isWorkingDay(date) ? 1 : 0)
    while (rank < 1) rank += workedInYear(--year)
    while (rank > workedInYear(year)) rank -= workedInYear(year++)
    return fromEpochDay(dayOfRank(yearDays(year), rank))
  }
  const workingDaysBetween = (from: DateOnly, to: DateOnly): number => {
    if (to < from) return -workingDaysBetween(to, from)
    let count = workedUntil(to) - workedUntil(from)
    for (let year = yearOf(from); year < yearOf(to); year++) count += workedInYear(year)
    return count
  }
  const dayOf = (date: DateOnly): Day => {
    const day = toEpochDay(date)
    const mark = yearDays(yearOf(date)).marks.get(day) ?? (isWeekend(data, day) ? WEEKEND : null)
    return { date, working: isWorkingDay(date), mark }
  }
  return { id: data.id, isWorkingDay, dayOf, addWorkingDays, workingDaysBetween }
}

/** Whether limits and their reminders can be counted around this date: a year inside those the calendar covers. */
export function isCountable(date: DateOnly): boolean {
  return isDateOnly(date) && yearOf(date) > FIRST_YEAR && yearOf(date) < LAST_YEAR
}

const WEEKEND: DayMark = { reason: 'weekend', name: null, certainty: 'certain', source: '' }

/** The epoch day of the rank-th working day of the year (from 1), by bisection. */
function dayOfRank({ first, length, worked }: YearDays, rank: number): number {
  let [low, high] = [1, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (worked[middle]! >= rank) high = middle
    else low = middle + 1
  }
  return first + low - 1
}
