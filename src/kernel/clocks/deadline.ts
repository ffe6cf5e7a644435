import type { WorkingCalendar } from './calendar.ts'
import { addDays, addMonths, isDateOnly, type DateOnly } from './dates.ts'
import type { CountingRule, Duration, Limit, Suspension } from './limit.ts'
import type { Reason, ReasonStep } from './reason.ts'
import { passedOver, specialDay } from './special-days.ts'
import { pausesOf, wholeDays, workingMs, type Pause } from './suspension.ts'
import { endOfDay, instantAt, instantOf, limitDay, localDate, localTime, msOf, type Instant } from './zone.ts'

/** What a limit is counted with. `article` is the source of the limit itself, `rule` says how it is counted. */
export type Counting = { calendar: WorkingCalendar; rule: CountingRule; article?: string | null; suspensions?: Suspension[] }

/**
 * A counted limit. `dueAt` is the last moment that is in time (a day ends at 24:00, which is 00:00 of the next); null where
 * the words name no date, or while a suspension is still open. `lastDay` is the day it falls on. `calendarId` and `ruleId` say
 * what it was counted with, so that a change of calendar or law recomputes only clocks that still run.
 */
export type Due = { dueAt: Instant | null; lastDay: DateOnly | null; reason: Reason; calendarId: string; ruleId: string }

/**
 * Counts a limit to its due moment and says how. Throws RangeError for dates that do not exist, amounts that are not whole and
 * positive, hours counted from a day instead of a moment, and dates outside the calendar.
 */
export function computeDue(limit: Limit, counting: Counting): Due {
  const reason: Reason = counting.article ? [{ step: 'cited', article: counting.article }] : []
  const dueAt = 'duration' in limit ? dueOfDuration(limit, counting, reason) : dueOfDate(limit, counting, reason)
  const lastDay = dueAt === null ? null : limitDay(dueAt).date
  if (dueAt !== null) reason.push({ step: 'ends', ...limitDay(dueAt), article: counting.rule.article.end })
  return { dueAt, lastDay, reason, calendarId: counting.calendar.id, ruleId: counting.rule.id }
}

function dueOfDate(limit: Extract<Limit, { inclusive: boolean }>, counting: Counting, reason: Reason): Instant | null {
  const { date, inclusive, time = null } = limit
  if (date === null) return null
  reason.push({ step: 'stated', date, inclusive, time })
  // An hour that is named is exact: it neither ends with its day nor moves to another.
  if (time !== null) return extendByMinutes(msOf(instantAt(date, time)), -Infinity, counting, reason)
  const { statedDatesRollOn } = counting.rule
  const rolls = statedDatesRollOn === 'always' || (statedDatesRollOn === 'inclusive-only' && inclusive)
  return endWithDay({ lastDay: inclusive ? date : addDays(date, -1), unit: 'day', start: -Infinity, rolls }, counting, reason)
}

function dueOfDuration({ duration, from }: Extract<Limit, { duration: Duration }>, counting: Counting, reason: Reason): Instant | null {
  const { amount, unit } = duration
  if (!Number.isInteger(amount) || amount < 1) throw new RangeError(`Not a whole number of units: ${amount}`)
  const plainDay = isDateOnly(from)
  if (unit === 'hour') {
    if (plainDay) throw new RangeError(`Hours are counted from a moment, not from a day: ${from}`)
    const due = msOf(from) + amount * 3_600_000
    reason.push({ step: 'started', date: localDate(from), time: localTime(from) })
    reason.push({ step: 'counted', amount, unit, date: localDate(instantOf(due)), time: localTime(instantOf(due)) })
    return extendByMinutes(due, msOf(from), counting, reason)
  }
  const first = plainDay ? from : localDate(from)
  const { firstDayCounted, article, rollsOn } = counting.rule
  const before = firstDayCounted ? addDays(first, -1) : first
  const lastDay = unit === 'month' ? monthsOn(first, amount, firstDayCounted) : daysOn(before, duration, counting.calendar)
  reason.push({ step: 'started', date: first, time: plainDay ? null : localTime(from) })
  reason.push({ step: 'first-day', date: first, counted: firstDayCounted, article: article.start })
  reason.push({ step: 'counted', amount, unit, date: lastDay, time: null })
  if (unit === 'working-day') reason.push(...passedOver(before, lastDay, counting.calendar))
  const start = plainDay ? msOf(endOfDay(addDays(first, -1))) : msOf(from)
  return endWithDay({ lastDay, unit: unit === 'working-day' ? unit : 'day', start, rolls: rollsOn }, counting, reason)
}

const monthsOn = (first: DateOnly, amount: number, firstDayCounted: boolean): DateOnly =>
  addDays(addMonths(first, amount), firstDayCounted ? -1 : 0)

const daysOn = (before: DateOnly, { amount, unit }: Duration, calendar: WorkingCalendar): DateOnly =>
  unit === 'working-day' ? calendar.addWorkingDays(before, amount) : addDays(before, amount)

/** Hour clocks give back exactly the time they stood still. */
function extendByMinutes(due: number, start: number, counting: Counting, reason: Reason): Instant | null {
  for (const pause of pausesOf(counting.suspensions ?? [], start)) {
    if (pause.from >= due) break
    const open = pause.until === Infinity
    const amount = Math.round((pause.until - pause.from) / 60_000)
    reason.push(pausedStep(pause, open ? null : { amount, unit: 'minute' }))
    if (open) return null
    due += pause.until - pause.from
  }
  return instantOf(due)
}

type DayClock = { lastDay: DateOnly; unit: 'day' | 'working-day'; start: number; rolls: boolean }

/** Day clocks give back suspended days, then end with a day that is worked (where the rule rolls on). */
function endWithDay({ lastDay, unit, start, rolls }: DayClock, counting: Counting, reason: Reason): Instant | null {
  const { calendar, rule } = counting
  const rolled = (day: DateOnly) => (rolls ? calendar.addWorkingDays(day, 0) : day)
  const later = (days: number) => (days === 0 ? lastDay : daysOn(lastDay, { amount: days, unit }, calendar))
  let [end, suspended] = [lastDay, 0]
  for (const pause of pausesOf(counting.suspensions ?? [], start)) {
    if (pause.from >= msOf(endOfDay(rolled(end)))) break
    if (pause.until === Infinity) {
      reason.push(pausedStep(pause, null))
      return null
    }
    const before = wholeDays(suspended)
    suspended += unit === 'working-day' ? workingMs(pause, calendar) : pause.until - pause.from
    reason.push(pausedStep(pause, { amount: wholeDays(suspended) - before, unit }))
    end = later(wholeDays(suspended))
  }
  const last = rolled(end)
  if (last !== end) {
    reason.push({ step: 'rolled-on', from: end, to: last, day: specialDay(calendar.dayOf(end)), article: rule.article.rest })
  }
  return endOfDay(last)
}

const pausedStep = (pause: Pause, added: Extract<ReasonStep, { step: 'suspended' }>['added']): ReasonStep => ({
  step: 'suspended',
  from: instantOf(pause.from),
  until: pause.until === Infinity ? null : instantOf(pause.until),
  added,
})
