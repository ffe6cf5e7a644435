import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '../../kernel/clocks/dates.ts'
import { askedPeriod, emptyInARow, halfYears, itemsIn, periodBefore } from './evidence-periods.ts'
import type { EvidenceRow } from './evidence-rows.ts'

const row = (on: string, given: Partial<EvidenceRow> = {}): EvidenceRow => ({
  kind: 'evidence',
  clauseId: 'c1',
  id: `${on}/${given.kind ?? 'evidence'}`,
  on,
  title: 'Việc',
  agencyId: 'a',
  state: 'recorded',
  caseId: 'x',
  streamId: 'x',
  results: 1,
  ...given,
})

test('half-years run from 15/12 to 14/6 and from 15/6 to 14/12, newest first', () => {
  const periods = halfYears('2025-06-14', '2026-06-15')
  assert.deepEqual(
    periods.map(({ key, from, until, current }) => [key, from, until, current]),
    [
      ['2026-H2', '2026-06-15', '2026-12-14', true],
      ['2026-H1', '2025-12-15', '2026-06-14', false],
      ['2025-H2', '2025-06-15', '2025-12-14', false],
      ['2025-H1', '2024-12-15', '2025-06-14', false],
    ],
  )
})

test('the period before a half-year is a half-year, before other days as many days', () => {
  assert.equal(periodBefore(askedPeriod(undefined, undefined, '2026-11-21'), '2026-11-21').key, '2026-H1')
  const ten = askedPeriod('2026-08-11', '2026-08-20', '2026-11-21')
  assert.deepEqual([periodBefore(ten, '2026-11-21').from, periodBefore(ten, '2026-11-21').until], ['2026-08-01', '2026-08-10'])
})

test('the days of one tied case are one item; other clauses and other days stay out', () => {
  const rows = [
    row('2026-07-01', { kind: 'case', id: 'k', results: 0 }),
    row('2026-08-01', { kind: 'case', id: 'k', results: 77 }),
    row('2026-07-15'),
    row('2026-07-15', { clauseId: 'c2' }),
    row('2026-06-14'),
  ]
  const items = itemsIn(rows, 'c1', '2026-06-15', '2026-12-14')
  assert.deepEqual(
    items.map(({ id, on, results }) => [id, on, results]),
    [
      ['k', '2026-08-01', 77],
      ['2026-07-15/evidence', '2026-07-15', 1],
    ],
  )
})

test('empty half-years are counted back from the period, up to when it came into force', () => {
  const rows = [row('2025-05-20')]
  assert.equal(emptyInARow(rows, 'c1', '2026-12-14', '2021-11-19'), 3)
  assert.equal(emptyInARow([], 'c1', '2026-12-14', '2026-01-10'), 2)
  assert.equal(emptyInARow([row('2026-12-14')], 'c1', '2026-12-14', '2026-01-10'), 0)
})

test('every day of evidence is counted in exactly one half-year', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2021-11-19', n))
  fc.assert(
    fc.property(fc.uniqueArray(day, { maxLength: 40 }), (days) => {
      const rows = days.map((on) => row(on))
      const sum = halfYears('2021-11-19', '2027-06-01').reduce((n, { from, until }) => n + itemsIn(rows, 'c1', from, until).length, 0)
      assert.equal(sum, rows.filter(({ on }) => on >= '2021-06-15' && on <= '2027-06-14').length)
    }),
  )
})
