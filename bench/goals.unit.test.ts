import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure } from './bench.ts'
import { goalsOf, type Run, timesOf } from './goals.ts'

const latency = (p95: number) => ({ count: 100, perSecond: 1, p50: 1, p95, p99: p95, concurrency: 2 })
const page = (name: string, p95: number): Figure => ({ name, value: p95, unit: 'ms', ratio: null, latency: latency(p95) })
const fewer: Run = { cases: 10_000, figures: [page('list status, few', 1), page('desk, all', 2), page('read a case', 1)] }
const more: Run = { cases: 1_000_000, figures: [page('list status, few', 3.5), page('desk, all', 4), page('read a case', 9)] }

test('pages alone are compared, the one that grew most first', () => {
  assert.deepEqual(
    timesOf(fewer, more).map(({ name, times }) => [name, times]),
    [
      ['list status, few', 3.5],
      ['desk, all', 2],
    ],
  )
})

test('a goal is met by its worst figure or not at all, and what was not asked is said so', () => {
  const figures: Figure[] = [
    { name: 'create a directive', value: 1, unit: '/s', ratio: 0.6 },
    { name: 'report on a fulfilment', value: 1, unit: '/s', ratio: 0.4 },
    { name: 'rebuild', value: 20_000, unit: 'events/s', ratio: null },
    ...more.figures,
  ]
  const found = new Map(goalsOf({ cases: 1_000_000, figures }, fewer).map((one) => [one.goal, one]))
  const met = (start: string) => [...found].find(([goal]) => goal.startsWith(start))?.[1]
  assert.equal(met('commands')?.met, 'no')
  assert.match(met('commands')?.figure ?? '', /^0\.4 .*report on a fulfilment/)
  assert.equal(met('rebuild')?.met, 'yes')
  assert.equal(met('lists p95')?.met, 'yes')
  assert.equal(met('lists, desk, search')?.met, 'no')
  assert.equal(met('issue')?.met, 'not asked')
})
