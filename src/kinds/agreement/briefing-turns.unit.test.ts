import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { agreementText } from '../../../testing/builders/agreement.ts'
import { agreementClock } from './agreement-clock.ts'
import { nextBriefings } from './briefing-turns.ts'
import type { AgreementState, AgreementVersion, BriefingRule } from './contract.ts'
import { initialAgreement } from './evolve.ts'

const [A, B, C] = ['a', 'b', 'c'] as const
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: '' }) }

type Given = { rule: BriefingRule | null; from: string; n?: number; stage?: AgreementVersion['stage']; until?: string; formerId?: string }
const version = ({ rule, from, n = 1, stage = 'in-force', until, formerId }: Given): AgreementVersion => {
  const text = agreementText([A, B, C], { briefing: rule, term: { from: null, until: until ?? null } })
  if (formerId) text.parties[0] = { ...text.parties[0]!, agencyId: rule!.hosts[0]!, formerId }
  return {
    n,
    stage,
    text,
    byAgencyId: A,
    at: '',
    sentAt: null,
    note: '',
    answerBy: null,
    due: null,
    signerIds: [],
    agreed: [],
    signatures: [],
    inForceFrom: from,
  }
}
const state = (...versions: AgreementVersion[]): AgreementState => ({
  ...initialAgreement(),
  status: 'in-force',
  versions,
  current: versions.at(-1)!.n,
})
const rule = (given: Partial<BriefingRule> = {}): BriefingRule => ({
  months: [6, 12],
  hosts: [A, B],
  firstHost: A,
  extraordinary: false,
  ...given,
})
const turns = (given: AgreementState, today: string, count = 4) =>
  nextBriefings(given, today, count).map(({ year, month, hostId }) => `${month}/${year} ${hostId}`)

test('two hosts take turns from the first briefing in force, over years', () => {
  const agreed = state(version({ rule: rule(), from: '2018-04-03' }))
  assert.deepEqual(turns(agreed, '2018-04-03'), ['6/2018 a', '12/2018 b', '6/2019 a', '12/2019 b'])
  assert.deepEqual(turns(agreed, '2026-11-18', 2), ['12/2026 b', '6/2027 a'])
  assert.deepEqual(turns(agreed, '2026-12-31', 1), ['12/2026 b'], 'the month counts until its last day')
  assert.deepEqual(turns(agreed, '2027-01-01', 1), ['6/2027 a'])
  assert.equal(nextBriefings(agreed, '2026-11-18', 1)[0]?.cutoff, '2026-12-14')
})

test('the first host begins, wherever they stand in the order; three hosts with two months a year change months', () => {
  assert.deepEqual(turns(state(version({ rule: rule({ firstHost: B }), from: '2026-01-05' })), '2026-01-05', 3), [
    '6/2026 b',
    '12/2026 a',
    '6/2027 b',
  ])
  const three = state(version({ rule: rule({ hosts: [A, B, C], firstHost: C }), from: '2025-07-01' }))
  assert.deepEqual(turns(three, '2025-07-01', 6), ['12/2025 c', '6/2026 a', '12/2026 b', '6/2027 c', '12/2027 a', '6/2028 b'])
  assert.deepEqual(turns(state(version({ rule: rule({ months: [12], hosts: [B], firstHost: B }), from: '2025-07-01' })), '2026-03-01', 2), [
    '12/2026 b',
    '12/2027 b',
  ])
})

test('in force after the data of a month was cut, it begins with the month after', () => {
  assert.equal(turns(state(version({ rule: rule(), from: '2026-06-14' })), '2026-06-20', 1)[0], '6/2026 a')
  assert.equal(turns(state(version({ rule: rule(), from: '2026-06-15' })), '2026-06-20', 1)[0], '12/2026 a')
})

test('an amendment that leaves the rule keeps the turns; another rule begins anew', () => {
  const first = version({ rule: rule(), from: '2024-02-01', stage: 'past' })
  const same = state(first, version({ rule: rule(), from: '2024-08-01', n: 2 }))
  assert.deepEqual(turns(same, '2024-08-01', 2), ['12/2024 b', '6/2025 a'])
  const other = state(first, version({ rule: rule({ months: [3, 9] }), from: '2024-08-01', n: 2 }))
  assert.deepEqual(turns(other, '2024-08-01', 2), ['9/2024 a', '3/2025 b'])
  const successor = version({ rule: rule({ hosts: ['a2', B], firstHost: 'a2' }), from: '2024-08-01', n: 2, formerId: A })
  assert.deepEqual(turns(state(first, successor), '2024-08-01', 2), ['12/2024 b', '6/2025 a2'], 'a successor takes the turn over')
})

test('no rule, an end or the end of the term: no briefing', () => {
  assert.deepEqual(turns(state(version({ rule: null, from: '2026-01-01' })), '2026-02-01'), [])
  assert.deepEqual(turns({ ...state(version({ rule: rule(), from: '2026-01-01' })), status: 'ended' }, '2026-02-01'), [])
  assert.deepEqual(turns(state(version({ rule: rule(), from: '2026-01-01', until: '2026-12-10' })), '2026-02-01'), [
    '6/2026 a',
    '12/2026 b',
  ])
})

test('each host has as many turns as any other, or one more', () => {
  const set = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
  const hosts = fc.uniqueArray(fc.constantFrom(...'abcdefg'), { minLength: 2, maxLength: 7 })
  const day = fc
    .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(set, hosts, fc.nat(6), day, day, (months, order, first, from, today) => {
      const given = rule({ months, hosts: order, firstHost: order[first % order.length]! })
      const found = nextBriefings(state(version({ rule: given, from })), today, order.length * 2)
      const count = Map.groupBy(found, (one) => one.hostId)
      assert.ok([...count.values()].every((list) => list.length === 2))
      for (const [i, one] of found.entries()) {
        assert.ok(one.until >= today && one.cutoff >= from && months.includes(one.month))
        assert.equal(one.nth, found[0]!.nth + i)
      }
    }),
  )
})

test('the clock of the header: days of work left until data is cut, then until the month of the briefing ends', () => {
  const agreed = state(version({ rule: rule(), from: '2018-04-03' }))
  const clock = agreementClock(agreed, names, '2026-11-18')
  assert.deepEqual(clock.cutoff, { day: '2026-12-14', workingDays: 17, passed: false }, '24/11 is a day off')
  assert.equal(clock.briefing?.host.id, B)
  assert.deepEqual(
    clock.later.map((one) => one.host.id),
    [A, B],
  )
  const after = agreementClock(agreed, names, '2026-12-21')
  assert.deepEqual([after.cutoff?.day, after.cutoff?.passed, after.briefing?.month], ['2026-12-14', true, 12])
  assert.equal(after.briefing?.workingDays, 8)
  const plain = agreementClock(state(version({ rule: null, from: '2018-04-03' })), names, '2026-12-15')
  assert.deepEqual([plain.cutoff?.day, plain.briefing], ['2027-06-14', null])
  assert.deepEqual(agreementClock({ ...agreed, status: 'replaced' }, names, '2026-11-18').cutoff, null)
})
