import type { WorkingCalendar } from './calendar.ts'
import type { DateOnly } from './dates.ts'
import { instantOf, limitDay, localDate, msOf, type Instant } from './zone.ts'

/** Whether a limit is told in working days or in time that runs on. */
export type RemainingUnit = 'working' | 'elapsed'

/**
 * The time left, or the time over, as numbers; the words are made on the screen. `days`, `hours` and `minutes` are one span (2
 * days 3 hours 12 minutes), whole minutes rounded down. `workingDays` counts those after today up to the due day, or after the
 * due day up to today; null for limits told in elapsed time. `dueDate` and `dueTime` are the limit on the wall in Viet Nam,
 * the time null for 24:00.
 */
export type Remaining = {
  overdue: boolean
  days: number
  hours: number
  minutes: number
  workingDays: number | null
  dueDate: DateOnly
  dueTime: string | null
  today: DateOnly
}

/** The time between now and a limit. */
export function remaining(dueAt: Instant, now: Instant, calendar: WorkingCalendar, unit: RemainingUnit): Remaining {
  const left = msOf(dueAt) - msOf(now)
  const minutes = Math.floor(Math.abs(left) / 60_000)
  const { date, time } = limitDay(dueAt)
  const today = localDate(now)
  return {
    overdue: left < 0,
    days: Math.floor(minutes / 1440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
    workingDays: unit === 'working' ? Math.abs(calendar.workingDaysBetween(today, date)) : null,
    dueDate: date,
    dueTime: time,
    today,
  }
}

/**
 * How a limit is told where nothing says otherwise: one that ends with a day in working days, one with an hour of its own (24
 * hours from receipt, 17:00 on a day) in time that runs on.
 */
export function toldIn(dueAt: Instant): RemainingUnit {
  return limitDay(dueAt).time === null ? 'working' : 'elapsed'
}

/** The next midnight in Viet Nam after a moment: when a count of days changes by time alone. */
export function nextMidnight(now: Instant): Instant {
  const day = 86_400_000
  const offset = 7 * 3_600_000
  return instantOf((Math.floor((msOf(now) + offset) / day) + 1) * day - offset)
}
