import type { DateOnly } from './dates.ts'
import { computeDue, type Counting, type Due } from './deadline.ts'
import { isPast } from './deadline-status.ts'
import { periodsBetween, type ReportingPeriod, type Rhythm } from './periods.ts'
import { localDate, type Instant } from './zone.ts'

/** An answer to a period: evidence, or that there was nothing to report. `at` is when it was handed in. */
export type GivenAnswer = { key: string; at: Instant }

/**
 * Where a period stands: 'running' while it lasts, 'due' once it is over and its report is not late yet, 'late' where the limit
 * passed without an answer, and answered in time or not.
 */
export type PeriodStanding = 'running' | 'due' | 'late' | 'answered' | 'answered-late'

export type AskedPeriod = { period: ReportingPeriod; due: Due; standing: PeriodStanding; answeredAt: Instant | null }

/** A continuous or on-event assignment: its rhythm, and the days it stands, `ends` null while it goes on. */
export type StandingOrder = { rhythm: Rhythm; begins: DateOnly; ends: DateOnly | null }

/**
 * Every period of a standing order that has begun by now, with its limit and its answer. The first answer counts for
 * punctuality; answers to periods the order does not have are ignored.
 */
export function askedPeriods(order: StandingOrder, answers: GivenAnswer[], now: Instant, counting: Counting): AskedPeriod[] {
  const today = localDate(now)
  const last = order.ends !== null && order.ends < today ? order.ends : today
  const first = new Map<string, Instant>()
  for (const { key, at } of answers) if (!first.has(key) || at < first.get(key)!) first.set(key, at)
  return periodsBetween(order.rhythm, order.begins, last, counting.calendar).map((period) => {
    const due = computeDue({ date: period.reportBy, inclusive: true }, counting)
    const answeredAt = first.get(period.key) ?? null
    return { period, due, answeredAt, standing: standingOf(period, due, answeredAt, now) }
  })
}

/** The periods that are over and still want an answer, the late ones among them. */
export function unansweredPeriods(asked: AskedPeriod[]): AskedPeriod[] {
  return asked.filter(({ standing }) => standing === 'due' || standing === 'late')
}

/** The periods whose limit passed without an answer. */
export function latePeriods(asked: AskedPeriod[]): AskedPeriod[] {
  return asked.filter(({ standing }) => standing === 'late')
}

function standingOf(period: ReportingPeriod, { dueAt }: Due, answeredAt: Instant | null, now: Instant): PeriodStanding {
  if (answeredAt !== null) return isPast(dueAt, answeredAt) ? 'answered-late' : 'answered'
  if (isPast(dueAt, now)) return 'late'
  return localDate(now) > period.until ? 'due' : 'running'
}
