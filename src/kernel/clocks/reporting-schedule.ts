import type { Certainty } from './calendar-data.ts'
import type { DateOnly } from './dates.ts'

/** How often a report is due. */
export type Frequency = 'monthly' | 'quarterly' | 'six-monthly' | 'yearly'

/**
 * Where periods are cut. With `lastDay` 14 the period of a month runs from the 15th of the month before to the 14th, and longer
 * periods likewise; null for plain calendar months, first to last day. `lastDay` is at most 27, so that every month has the next.
 */
export type Cutoff = {
  id: string
  article: string
  lastDay: number | null
  from: DateOnly
  until: DateOnly | null
  certainty: Certainty
  source: string
}

/**
 * When a period's report is due: so many days or working days after its last day, or on days of the year, one for each period of
 * the year in order (the first such day that is not before the period's end). `inclusive` false for "trước ngày".
 */
export type ReportDue =
  | { afterEnd: number; unit: 'day' | 'working-day' }
  | { onDays: { month: number; day: number }[]; inclusive: boolean; article: string }

/** A reporting rhythm as data. */
export type ReportingSchedule = { frequency: Frequency; cutoff: Cutoff; due: ReportDue }
