import { addDays, toEpochDay, type DateOnly } from './dates.ts'

/** A moment, ISO 8601 in UTC with milliseconds, as Date.toISOString writes it. */
export type Instant = string

/** The one zone deadlines are kept in. */
export const ZONE = 'Asia/Ho_Chi_Minh'

/**
 * Minutes ahead of UTC. A constant is right here: Viet Nam has kept UTC+7 without daylight saving since 13/6/1975 in the
 * zone database, and no calendar of this system reaches further back. A constant also keeps due dates free of the ICU data of
 * the machine, so two servers cannot disagree.
 */
export const ZONE_OFFSET_MINUTES = 7 * 60

const OFFSET_MS = ZONE_OFFSET_MINUTES * 60_000
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Milliseconds of an instant. Throws RangeError where the text is not one, or has no zone. */
export function msOf(instant: Instant): number {
  const ms = /(Z|[+-]\d\d:\d\d)$/.test(instant) ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${instant}`)
  return ms
}

/** The instant of so many milliseconds since 1970. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** The day on the wall in Viet Nam at that moment. */
export function localDate(instant: Instant): DateOnly {
  return new Date(msOf(instant) + OFFSET_MS).toISOString().slice(0, 10)
}

/** The time on the wall in Viet Nam, 'HH:MM'. */
export function localTime(instant: Instant): string {
  return new Date(msOf(instant) + OFFSET_MS).toISOString().slice(11, 16)
}

/** The moment the wall in Viet Nam shows that day and time ('HH:MM'). Throws RangeError where either does not exist. */
export function instantAt(date: DateOnly, time: string): Instant {
  if (!TIME.test(time)) throw new RangeError(`Not a time of the day: ${time}`)
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return instantOf(toEpochDay(date) * 86_400_000 + minutes * 60_000 - OFFSET_MS)
}

/** 24:00 of the day, which is 00:00 of the next one (Civil Code 2015, Article 148.6). */
export function endOfDay(date: DateOnly): Instant {
  return instantAt(addDays(date, 1), '00:00')
}

/**
 * The day a limit belongs to, and its time unless it is 24:00: an instant of 00:00 closes the day before, so that a limit at
 * 24:00 on 20/11 is shown as 20/11 and not as 21/11.
 */
export function limitDay(dueAt: Instant): { date: DateOnly; time: string | null } {
  const wall = msOf(dueAt) + OFFSET_MS
  const midnight = wall % 86_400_000 === 0
  const text = new Date(midnight ? wall - 1 : wall).toISOString()
  return { date: text.slice(0, 10), time: midnight ? null : text.slice(11, 16) }
}
