/** A calendar day, 'YYYY-MM-DD', read on the wall calendar of Viet Nam. It carries no time and no zone. */
export type DateOnly = string

const MS_PER_DAY = 86_400_000
const SHAPE = /^\d{4}-\d{2}-\d{2}$/

/** Whether the text is a day that exists, written 'YYYY-MM-DD' ('2026-02-29' is not one). */
export function isDateOnly(text: string): boolean {
  return !Number.isNaN(epochDayOf(text))
}

/** Days since 1970-01-01. Throws RangeError where the text is not a day that exists. */
export function toEpochDay(date: DateOnly): number {
  const day = epochDayOf(date)
  if (Number.isNaN(day)) throw new RangeError(`Not a date: ${date}`)
  return day
}

/** NaN where there is no such day. Counts without parsing a Date: due dates of 3,321 communes are counted within one command. */
function epochDayOf(text: string): number {
  if (!SHAPE.test(text)) return Number.NaN
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const exists = month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= lastDayOfMonth(year, month))
  // Date.UTC takes the years 0 to 99 for the twentieth century.
  return exists && year >= 100 ? Date.UTC(year, month - 1, day) / MS_PER_DAY : Number.NaN
}

/** The inverse of toEpochDay. */
export function fromEpochDay(epochDay: number): DateOnly {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The date so many days later, or earlier where days is negative. */
export function addDays(date: DateOnly, days: number): DateOnly {
  return fromEpochDay(toEpochDay(date) + days)
}

/** Days from one date to another; negative where `to` is earlier. */
export function daysBetween(from: DateOnly, to: DateOnly): number {
  return toEpochDay(to) - toEpochDay(from)
}

/**
 * The corresponding day so many months later; where that month has no such day, its last day
 * (Civil Code 2015, Article 148.3: 31/01 plus one month is 28/02 or 29/02).
 */
export function addMonths(date: DateOnly, months: number): DateOnly {
  toEpochDay(date)
  const whole = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(whole / 12), (whole % 12) + 1]
  return dateOf(year, month, Math.min(Number(date.slice(8)), lastDayOfMonth(year, month)))
}

/** The date of a year, a month from 1 and a day. Throws RangeError where there is no such day. */
export function dateOf(year: number, month: number, day: number): DateOnly {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  toEpochDay(date)
  return date
}

/** How many days the month (from 1) has. */
export function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** 1 for Monday to 7 for Sunday (ISO 8601): weeks begin on Monday in Viet Nam. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1
}

/** The year of a date. */
export function yearOf(date: DateOnly): number {
  return Number(date.slice(0, 4))
}
