import { localDate } from '../../clocks/zone.ts'
import { problem } from '../../problems/catalogue.ts'
import { officialDate } from '../../clocks/official-date.ts'

/** The day on the wall in Viet Nam at a moment. */
export const today = (now: Date): string => localDate(now.toISOString())

/** Refuses a day that lies ahead: what a row holds now must be so now. */
export const notAhead = (day: string, now: Date): void => {
  if (day > today(now)) throw problem('day-ahead', { day: officialDate(today(now)) })
}

/** Refuses a day before the entry (or what it replaces) began. */
export const notBefore = (day: string, first: string): void => {
  if (day < first) throw problem('day-too-early', { day: officialDate(first) })
}

/** True where an entry's last day is over. */
export const isOver = (validUntil: string | null, now: Date): boolean => validUntil !== null && validUntil < today(now)
