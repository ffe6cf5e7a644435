import type { Certainty, Words } from './calendar-data.ts'
import type { DateOnly } from './dates.ts'
import type { Unit } from './limit.ts'
import type { DayReason } from './year-days.ts'
import type { Instant } from './zone.ts'

/** A day the count passed over, or worked although it is a Saturday or Sunday, and why. */
export type SpecialDay = { date: DateOnly; reason: DayReason; name: Words | null; certainty: Certainty }

/** One step from the words of a limit to its due moment. Plain JSON, so that it can be kept in an event. */
export type ReasonStep =
  | { step: 'cited'; article: string }
  | { step: 'stated'; date: DateOnly; inclusive: boolean; time: string | null }
  | { step: 'started'; date: DateOnly; time: string | null }
  | { step: 'first-day'; date: DateOnly; counted: boolean; article: string }
  | { step: 'counted'; amount: number; unit: Unit; date: DateOnly; time: string | null }
  | { step: 'passed-over'; weekendDays: number; days: SpecialDay[] }
  | { step: 'suspended'; from: Instant; until: Instant | null; added: { amount: number; unit: 'minute' | 'day' | 'working-day' } | null }
  | { step: 'rolled-on'; from: DateOnly; to: DateOnly; day: SpecialDay; article: string }
  | { step: 'ends'; date: DateOnly; time: string | null; article: string }

export type Reason = ReasonStep[]
