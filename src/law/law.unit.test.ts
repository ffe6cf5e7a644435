import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, isDateOnly } from '../kernel/clocks/dates.ts'
import { computeDue } from '../kernel/clocks/deadline.ts'
import { VIET_NAM_CALENDAR } from '../kernel/clocks/viet-nam.ts'
import { CIVIL_CODE_2015, COUNTING_RULES } from './counting-rules.ts'
import { inForce, RULE_PACKS, ruleAsOf, rulesAsOf } from './index.ts'
import {
  CALENDAR_CUTOFF,
  CUTOFF_2019,
  RESPONSE_NETWORK_REPORT,
  SYSTEM_REPORT_TO_MINISTRY,
  SYSTEM_REPORT_TO_OWNER,
  usualSchedule,
} from './reporting-periods.ts'

const rules = RULE_PACKS.flatMap((pack) => pack.rules)
const cutoffs = [
  CUTOFF_2019,
  CALENDAR_CUTOFF,
  SYSTEM_REPORT_TO_OWNER.cutoff,
  SYSTEM_REPORT_TO_MINISTRY.cutoff,
  RESPONSE_NETWORK_REPORT.cutoff,
]

test('every entry has valid days, in order', () => {
  for (const { id, from, until } of [...rules, ...COUNTING_RULES, ...cutoffs]) {
    assert.ok(isDateOnly(from), id)
    assert.ok(until === null || (isDateOnly(until) && until >= from), id)
  }
})

test('no day has two versions of one rule', () => {
  for (const [i, a] of rules.entries()) {
    for (const b of rules.slice(i + 1)) {
      const overlap = a.id === b.id && (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until)
      assert.ok(!overlap, `${a.id}: ${a.from} and ${b.from}`)
    }
  }
})

test('pack ids are unique, and a rule id belongs to one pack', () => {
  assert.equal(new Set(RULE_PACKS.map(({ id }) => id)).size, RULE_PACKS.length)
  const packOf = new Map<string, string>()
  for (const pack of RULE_PACKS) for (const { id } of pack.rules) assert.equal(packOf.get(id) ?? packOf.set(id, pack.id).get(id), pack.id)
})

test('every rule can be counted, names its source and speaks both languages', () => {
  for (const { id, duration, calendar, article, source, title, trigger, extension } of rules) {
    assert.ok(
      computeDue({ duration, from: '2026-11-18T02:48:00.000Z' }, { calendar: VIET_NAM_CALENDAR, rule: CIVIL_CODE_2015, article }).dueAt,
      id,
    )
    assert.equal(calendar === 'working', duration.unit === 'working-day', id)
    for (const text of [article, source, title.vi, title.en, trigger.vi, trigger.en]) assert.ok(text.trim(), id)
    if (extension) assert.ok(extension.times >= 1 && extension.duration.amount >= 1, id)
  }
})

test('a case keeps the rules of the day its clock began', () => {
  assert.deepEqual(ruleAsOf('incident.initial-notice', '2026-08-18')?.duration, { amount: 5, unit: 'day' })
  assert.deepEqual(ruleAsOf('incident.initial-notice', '2026-08-19')?.duration, { amount: 24, unit: 'hour' })
  assert.equal(ruleAsOf('incident.initial-notice', '2016-01-01'), null)
  assert.equal(ruleAsOf('no-such-rule', '2026-08-19'), null)
  for (const date of ['2015-01-01', '2026-08-18', '2026-08-19', '2030-01-01']) {
    assert.deepEqual(
      rulesAsOf(date),
      rules.filter((rule) => inForce(rule, date)),
    )
  }
})

test('the limits of 2026 are those of the decrees', () => {
  const limit = (id: string) => {
    const { amount, unit } = ruleAsOf(id, '2026-11-21')!.duration
    return `${amount} ${unit}`
  }
  assert.equal(limit('incident.report'), '72 hour')
  assert.equal(limit('request.user-information.urgent'), '3 hour')
  assert.equal(limit('request.block.urgent'), '6 hour')
  assert.equal(limit('inspection.province'), '10 day')
  assert.deepEqual(ruleAsOf('inspection.commune', '2026-11-21')?.extension?.duration, { amount: 3, unit: 'day' })
  assert.equal(limit('violation.record'), '2 working-day')
})

test('a day begins where the day before ended: versions leave no gap unless a rule ended for good', () => {
  const later = rules.filter((rule) => rules.some((other) => other.id === rule.id && other.from < rule.from))
  assert.ok(later.length > 0)
  for (const rule of later) assert.ok(ruleAsOf(rule.id, addDays(rule.from, -1)), rule.id)
})

test('cut-offs leave every month a next day, and every frequency has a schedule', () => {
  for (const { id, lastDay } of cutoffs) assert.ok(lastDay === null || (lastDay >= 1 && lastDay <= 27), id)
  for (const frequency of ['monthly', 'quarterly', 'six-monthly', 'yearly'] as const)
    assert.equal(usualSchedule(frequency).frequency, frequency)
})
