import { dateOf, lastDayOfMonth } from '../../kernel/clocks/dates.ts'
import { periodOf } from '../../kernel/clocks/periods.ts'
import type { AgreementState, AgreementText, BriefingRule } from './contract.ts'
import { current } from './standing.ts'

/** A briefing that the rule asks for. Days 'YYYY-MM-DD' in Viet Nam; the text sets the month, so `until` is its last day. */
export type Briefing = {
  year: number
  month: number
  /** Last day of the data it is held on (the 14th, as administrative reports are cut). */
  cutoff: string
  until: string
  /** Whose turn it is to host. */
  hostId: string
  /** Which briefing under this rule it is, from 0. */
  nth: number
}

/**
 * The next briefings from a day on, that day's month included while it lasts; none where no rule stands, or beyond the term. The first one
 * under a rule is in the first of its months whose data is cut on or after the day the rule came into force: before that there is nothing
 * to tell. Hosts take turns from there, over years and over amendments that leave the rule as it was.
 */
export const nextBriefings = (state: AgreementState, today: string, count: number): Briefing[] => {
  const text = current(state)?.text
  if (!text || state.status !== 'in-force') return []
  return briefingsOf({ rule: text.briefing, since: ruleSince(state), until: text.term.until }, today, count)
}

/** The same from the rule itself, the first day it was in force and the last day of the term. */
export const briefingsOf = (
  { rule, since, until }: { rule: BriefingRule | null; since: string | null; until: string | null },
  today: string,
  count: number,
): Briefing[] => {
  if (!rule || since === null) return []
  const months = [...new Set(rule.months)].sort((a, b) => a - b)
  const first = firstOf(months, ({ year, month }) => cutoffOf(year, month) >= since, since)
  let at = firstOf(months, ({ year, month }) => lastDay(year, month) >= today, today)
  if (ordinal(months, at) < ordinal(months, first)) at = first
  const found: Briefing[] = []
  for (; found.length < count; at = after(months, at)) {
    const { year, month } = at
    if (until !== null && dateOf(year, month, 1) > until) break
    const nth = ordinal(months, at) - ordinal(months, first)
    found.push({ year, month, cutoff: cutoffOf(year, month), until: lastDay(year, month), hostId: hostOf(rule, nth), nth })
  }
  return found
}

type Month = { year: number; month: number }

const hostOf = ({ hosts, firstHost }: BriefingRule, nth: number): string =>
  hosts[(Math.max(0, hosts.indexOf(firstHost)) + nth) % hosts.length] as string

const ordinal = (months: readonly number[], { year, month }: Month): number => year * months.length + months.indexOf(month)

const after = (months: readonly number[], { year, month }: Month): Month => {
  const next = months[months.indexOf(month) + 1]
  return next === undefined ? { year: year + 1, month: months[0] as number } : { year, month: next }
}

/** The first of these months that fits, looked for from the year of a day; every year has one, so two years on it is found. */
const firstOf = (months: readonly number[], fits: (at: Month) => boolean, day: string): Month => {
  let at: Month = { year: Number(day.slice(0, 4)), month: months[0] as number }
  while (!fits(at)) at = after(months, at)
  return at
}

const cutoffOf = (year: number, month: number): string => periodOf('monthly', dateOf(year, month, 1)).until
const lastDay = (year: number, month: number): string => dateOf(year, month, lastDayOfMonth(year, month))

/** First day in force of the rule as it stands, through amendments that did not touch it; null before there is one. */
export const ruleSince = (state: AgreementState): string | null => {
  const now = current(state)
  if (!now) return null
  let since = now.inForceFrom
  let { text } = now
  for (const version of state.versions.toReversed()) {
    if (version.stage !== 'past' || version.n >= now.n) continue
    if (!sameRule(version.text, text)) break
    since = version.inForceFrom ?? since
    text = version.text
  }
  return since
}

/** Whether turns go on: the same months and hosts, where a successor stands for the body it took over from. */
const sameRule = (before: AgreementText, after: AgreementText): boolean => {
  const [one, two] = [before.briefing, after.briefing]
  if (!one || !two || one.hosts.length !== two.hosts.length) return false
  const same = (id: string, now: string): boolean =>
    id === now || after.parties.some((party) => party.agencyId === now && party.formerId === id)
  const monthsOf = (rule: BriefingRule) => rule.months.toSorted((a, b) => a - b).join()
  return (
    monthsOf(one) === monthsOf(two) && same(one.firstHost, two.firstHost) && one.hosts.every((id, i) => same(id, two.hosts[i] as string))
  )
}
