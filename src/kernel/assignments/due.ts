import { CIVIL_CODE_2015 } from '../../law/counting-rules.ts'
import type { DateOnly } from '../clocks/dates.ts'
import { computeDue } from '../clocks/deadline.ts'
import { dueSoonFrom } from '../clocks/due-soon.ts'
import type { Suspension } from '../clocks/limit.ts'
import { VIET_NAM_CALENDAR } from '../clocks/viet-nam.ts'
import { officialDate } from '../clocks/official-date.ts'
import { localDate, type Instant } from '../clocks/zone.ts'
import { problem } from '../problems/catalogue.ts'
import type { KeptDue } from './events.ts'
import type { Base } from './state.ts'

/**
 * Counts the limit of a day by Civil Code 2015, Articles 147 and 148, with the suspensions that came after it was set, as far as
 * they lie in its own time. Throws the problem 'day-out-of-range' for days that the calendar does not cover.
 */
export const countDue = (base: Base, suspensions: readonly Suspension[] = []): KeptDue => {
  const pauses = suspensions.slice(base.after).flatMap(({ from, until }) => {
    if (until !== null && until <= base.since) return []
    return [{ from: from < base.since ? base.since : from, until }]
  })
  const counting = { calendar: VIET_NAM_CALENDAR, rule: CIVIL_CODE_2015, article: base.article, suspensions: pauses }
  try {
    const { dueAt, lastDay, reason, calendarId, ruleId } = computeDue({ date: base.date, inclusive: base.inclusive }, counting)
    // A base has a date and only suspensions that are over, so there is always a moment.
    const soonAt = dueSoonFrom(dueAt, base.since, VIET_NAM_CALENDAR)
    return { dueAt: dueAt!, soonAt: soonAt!, lastDay: lastDay!, reason, calendarId, ruleId }
  } catch (error) {
    if (error instanceof RangeError) throw problem('day-out-of-range')
    throw error
  }
}

/** The earlier of two limits; a missing one never ends. */
export const earlier = (a: KeptDue | null, b: KeptDue | null): KeptDue | null => (a === null || (b !== null && b.dueAt < a.dueAt) ? b : a)

/** Whether `a` ends later than `b`; a limit that is missing ends later than any other. */
export const endsLater = (a: KeptDue | null, b: KeptDue | null): boolean => b !== null && (a === null || a.dueAt > b.dueAt)

/** Today in Viet Nam. */
export const today = (now: Date): DateOnly => localDate(now.toISOString())

/** A day as texts write it, 02/5/2026. */
export const dateWords = (date: DateOnly): string => officialDate(date)

/** The day of a moment in Viet Nam, 02/5/2026. */
export const dayWords = (instant: Instant | null | undefined): string => (instant ? dateWords(localDate(instant)) : '…')
