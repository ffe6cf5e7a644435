import assert from 'node:assert/strict'
import { test } from 'node:test'
import { comingDates } from './coming.ts'

const [A, B] = ['a', 'b']
const names = { ref: (id: string) => ({ id, name: id, shortName: id.toUpperCase(), typeId: '' }) }
const rhythm = (given: object) => ({
  rhythm: { briefing: null, review: null, ruleSince: '2021-12-13', since: '2021-12-13', until: null, ...given },
})
const told = (fields: Record<string, unknown>, from: string, until: string): string[] =>
  comingDates(fields, { from, until, names }).map(({ on, month, text, note }) => `${month ? 'tháng ' : ''}${on} ${text.vi}; ${note?.vi}`)

const briefing = { months: [6, 12], hosts: [A, B], firstHost: A, extraordinary: false }

test('a briefing stands at the day its data is cut, once that has passed at the end of its month; hosts take turns', () => {
  const fields = rhythm({ briefing })
  assert.deepEqual(told(fields, '2026-11-22', '2027-01-21'), ['tháng 2026-12-14 Giao ban tháng 12/2026; A đăng cai, chốt số liệu 14/12'])
  assert.deepEqual(told(fields, '2026-12-15', '2027-02-13'), ['tháng 2026-12-31 Giao ban tháng 12/2026; A đăng cai, số liệu đã chốt 14/12'])
  assert.deepEqual(told(fields, '2027-05-01', '2027-06-30'), ['tháng 2027-06-14 Giao ban tháng 6/2027; B đăng cai, chốt số liệu 14/6'])
  assert.deepEqual(told(fields, '2027-01-01', '2027-03-02'), [])
})

test('anniversaries ask for the final review in its years and for the yearly one where the text has it', () => {
  const both = rhythm({ review: { preliminaryYearly: true, finalEveryYears: 5 } })
  assert.deepEqual(told(both, '2026-11-22', '2027-01-21'), ['2026-12-13 Tròn 5 năm quy chế; đến kỳ tổng kết'])
  assert.deepEqual(told(both, '2027-11-22', '2028-01-21'), ['2027-12-13 Tròn 6 năm quy chế; đến kỳ sơ kết'])
  const final = rhythm({ review: { preliminaryYearly: false, finalEveryYears: 5 } })
  assert.deepEqual(told(final, '2027-11-22', '2028-01-21'), [])
  const leap = rhythm({ since: '2024-02-29', review: { preliminaryYearly: true, finalEveryYears: null } })
  assert.deepEqual(told(leap, '2025-01-05', '2025-03-05'), ['2025-02-28 Tròn 1 năm quy chế; đến kỳ sơ kết'])
  assert.deepEqual(told(both, '2021-12-13', '2022-02-10'), [], 'not on its first day')
  assert.deepEqual(told(both, '2026-12-20', '2027-02-18'), [], 'what has passed is not coming')
  assert.deepEqual(
    told(rhythm({ since: '2021-01-05', review: { preliminaryYearly: true, finalEveryYears: null } }), '2026-12-20', '2027-02-18'),
    ['2027-01-05 Tròn 6 năm quy chế; đến kỳ sơ kết'],
  )
})

test('the last day of the term; nothing from a row without a rhythm', () => {
  assert.deepEqual(told(rhythm({ until: '2026-12-31' }), '2026-11-22', '2027-01-21'), ['2026-12-31 Quy chế hết hiệu lực; undefined'])
  assert.deepEqual(told(rhythm({ until: '2028-12-31' }), '2026-11-22', '2027-01-21'), [])
  assert.deepEqual(told({}, '2026-11-22', '2027-01-21'), [])
})
