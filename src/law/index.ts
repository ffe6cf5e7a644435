import type { DateOnly } from '../kernel/clocks/dates.ts'
import { INCIDENTS } from './incidents.ts'
import { INSPECTIONS } from './inspections.ts'
import { RECORDS } from './records.ts'
import { REQUESTS } from './requests.ts'
import type { Rule, RulePack } from './rule-pack.ts'
import { SUBSCRIBERS } from './subscribers.ts'
import { SYSTEM_LEVELS } from './system-levels.ts'
import { VIOLATIONS } from './violations.ts'

/** All rule packs, one for each subject. */
export const RULE_PACKS: readonly RulePack[] = [INCIDENTS, REQUESTS, SYSTEM_LEVELS, INSPECTIONS, VIOLATIONS, SUBSCRIBERS, RECORDS]

/** Anything that is valid from a day to a day, both included; `until` null while it stands. */
type Dated = { from: DateOnly; until: DateOnly | null }

/** Whether it is in force on the day. */
export function inForce({ from, until }: Dated, date: DateOnly): boolean {
  return from <= date && (until === null || date <= until)
}

/**
 * The rules in force on a day ('YYYY-MM-DD' in Viet Nam), of all subjects. Asked with the day on which a clock began, it gives
 * the rules the case keeps, whatever was decided since.
 */
export function rulesAsOf(date: DateOnly): Rule[] {
  return RULE_PACKS.flatMap((pack) => pack.rules).filter((rule) => inForce(rule, date))
}

/** The one version of a rule in force on a day, or null where none is. */
export function ruleAsOf(id: string, date: DateOnly): Rule | null {
  return rulesAsOf(date).find((rule) => rule.id === id) ?? null
}
