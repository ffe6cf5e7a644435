import type { WorkingCalendar } from './calendar.ts'
import { addDays } from './dates.ts'
import type { Suspension } from './limit.ts'
import { endOfDay, localDate, msOf, type Instant } from './zone.ts'

/** A suspension in milliseconds; `until` is Infinity while the clock still stands. */
export type Pause = { from: number; until: number; source: Suspension }

const DAY_MS = 86_400_000

/**
 * The suspensions in order, from the clock's start on, overlapping ones joined. Throws RangeError where one ends before it begins.
 */
export function pausesOf(suspensions: Suspension[], start: number): Pause[] {
  const pauses: Pause[] = []
  const sorted = suspensions
    .map((source) => ({ from: Math.max(msOf(source.from), start), until: source.until === null ? Infinity : msOf(source.until), source }))
    .sort((a, b) => a.from - b.from)
  for (const pause of sorted) {
    if (pause.source.until !== null && pause.source.until < pause.source.from) {
      throw new RangeError(`A suspension ends before it begins: ${pause.source.from}`)
    }
    if (pause.until <= pause.from) continue
    const last = pauses.at(-1)
    if (!last || pause.from > last.until) pauses.push(pause)
    else if (pause.until > last.until) pauses[pauses.length - 1] = { from: last.from, until: pause.until, source: joined(last, pause) }
  }
  return pauses
}

const joined = (first: Pause, second: Pause): Suspension => ({ from: first.source.from, until: second.source.until })

/** Milliseconds of the pause that lie on working days. */
export function workingMs(pause: Pause, calendar: WorkingCalendar): number {
  const [from, until] = [instant(pause.from), instant(pause.until)]
  const [first, last] = [localDate(from), localDate(until)]
  if (first === last) return calendar.isWorkingDay(first) ? pause.until - pause.from : 0
  const head = calendar.isWorkingDay(first) ? msOf(endOfDay(first)) - pause.from : 0
  const tail = calendar.isWorkingDay(last) ? pause.until - msOf(endOfDay(addDays(last, -1))) : 0
  return head + calendar.workingDaysBetween(first, addDays(last, -1)) * DAY_MS + tail
}

/**
 * Whole days that so much suspended time is worth. A part of a day counts as a day, because a limit that ends with a day cannot
 * give back six hours, and a suspension must take no time from anyone.
 */
export function wholeDays(ms: number): number {
  return Math.ceil(ms / DAY_MS)
}

const instant = (ms: number): Instant => new Date(ms).toISOString()
