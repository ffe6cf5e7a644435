import type { Words } from '../kernel/clocks/calendar-data.ts'
import type { DateOnly } from '../kernel/clocks/dates.ts'
import type { Duration } from '../kernel/clocks/limit.ts'

/** How far a rule may be trusted: 'read' where its text was read at the source named, 'unverified' where only a summary was. */
export type RuleCertainty = 'read' | 'unverified'

/**
 * A dated legal limit. `id` names the matter, so that two rules with one id are two versions with different days of validity;
 * `from` and `until` are both included. The clock starts with `trigger`, as the officer reads it. A case keeps the version of the
 * day its clock began. `extension` is what may be added to it, and how often.
 */
export type Rule = {
  id: string
  /** The article as it is cited to an officer: "Điểm d khoản 2 Điều 31 NĐ 331/2026/NĐ-CP". */
  article: string
  title: Words
  from: DateOnly
  until: DateOnly | null
  trigger: Words
  duration: Duration
  /** 'working' where the duration is in working days, else 'elapsed'. */
  calendar: 'elapsed' | 'working'
  certainty: RuleCertainty
  source: string
  extension?: { duration: Duration; times: number; when: Words }
}

/** The limits of one subject. */
export type RulePack = { id: string; title: Words; rules: readonly Rule[] }

type RuleText = Omit<Rule, 'calendar' | 'until'> & { until?: DateOnly | null }

/** A rule in force until further notice unless it says otherwise; the calendar follows the unit of its duration. */
export function rule(text: RuleText): Rule {
  return { until: null, ...text, calendar: text.duration.unit === 'working-day' ? 'working' : 'elapsed' }
}

export const hours = (amount: number): Duration => ({ amount, unit: 'hour' })
export const days = (amount: number): Duration => ({ amount, unit: 'day' })
export const workingDays = (amount: number): Duration => ({ amount, unit: 'working-day' })
export const months = (amount: number): Duration => ({ amount, unit: 'month' })
