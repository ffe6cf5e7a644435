import type { Certainty } from './calendar-data.ts'
import type { DateOnly } from './dates.ts'
import type { Instant, ZONE } from './zone.ts'

/**
 * A limit as a document words it. `inclusive` is false for "trước ngày 20/11" (the 19th is the last day) and true for "đến hết
 * ngày 20/11". `time` ('HH:MM') where the words name an hour. No date where the words name none: then there is no due moment.
 */
export type Deadline = { words: string; date: DateOnly | null; inclusive: boolean; time?: string | null; zone?: typeof ZONE }

/** Hours run without a break; days and months end with a day; working days follow the calendar. */
export type Unit = 'hour' | 'day' | 'working-day' | 'month'

/** A whole number of units, at least one. */
export type Duration = { amount: number; unit: Unit }

/** A limit that can be counted: a stated date, or a duration from a moment. Hours need a moment, not a day, to start from. */
export type Limit = { date: DateOnly | null; inclusive: boolean; time?: string | null } | { duration: Duration; from: Instant | DateOnly }

/** How limits are counted: Civil Code 2015, Articles 147 and 148, unless a rule pack says otherwise. */
export type CountingRule = {
  id: string
  /** The articles for the start and the end, in Vietnamese, as they are cited to an officer. */
  article: { start: string; end: string; rest: string }
  firstDayCounted: boolean
  /** Whether a last day of rest moves to the next working day. */
  rollsOn: boolean
  /** Whether that also holds for dates a document states: for all, only for those included ("đến hết ngày"), or never. */
  statedDatesRollOn: 'always' | 'inclusive-only' | 'never'
  from: DateOnly
  until: DateOnly | null
  certainty: Certainty
  source: string
}

/** A time in which a clock stands still; `until` is null while it still does. */
export type Suspension = { from: Instant; until: Instant | null }
