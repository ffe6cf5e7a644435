import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { domainAsOf, domains, domainsOn } from './domains.ts'
import { type Mandate, findGaps, findOverlaps, handOver, leadFor } from './mandates.ts'
import { shiftDay } from './validity.ts'

const held = (changes: Partial<Mandate> = {}): Mandate => ({
  agencyKey: 'a',
  domainId: 'post',
  areaCode: '52',
  from: '2020-01-01',
  until: null,
  ...changes,
})
const day = fc.integer({ min: 0, max: 3000 }).map((days) => shiftDay('2020-01-01', days))

describe('who leads', () => {
  it('is the holder in the nearest area', () => {
    const mandates = [
      held({ agencyKey: 'ministry', areaCode: 'VN' }),
      held({ agencyKey: 'department' }),
      held({ agencyKey: 'commune', areaCode: '23737' }),
    ]
    assert.equal(leadFor(mandates, 'post', '23737', '2025-01-01')?.agencyKey, 'commune')
    assert.equal(leadFor(mandates, 'post', '52', '2025-01-01')?.agencyKey, 'department')
    assert.equal(leadFor(mandates, 'post', '48', '2025-01-01')?.agencyKey, 'ministry')
    assert.equal(leadFor(mandates, 'press', '52', '2025-01-01'), null)
  })

  it('is asked as of a day, first and last day included', () => {
    const mandates = [held({ from: '2024-05-01', until: '2024-05-31' })]
    const lead = (at: string) => leadFor(mandates, 'post', '52', at)?.agencyKey ?? null
    assert.deepEqual(['2024-04-30', '2024-05-01', '2024-05-31', '2024-06-01'].map(lead), [null, 'a', 'a', null])
  })
})

describe('two leads at once', () => {
  it('go to the one that began last, in whatever order they are kept', () => {
    const mandates = [held({ agencyKey: 'later', from: '2024-01-01' }), held()]
    assert.equal(leadFor(mandates, 'post', '52', '2025-01-01')?.agencyKey, 'later')
    assert.equal(leadFor(mandates.toReversed(), 'post', '52', '2025-01-01')?.agencyKey, 'later')
  })
})

describe('overlapping mandates', () => {
  it('are two over one domain and area on one day', () => {
    const first = held({ until: '2025-02-28' })
    assert.deepEqual(findOverlaps([first, held({ agencyKey: 'b', from: '2025-03-01' })]), [])
    assert.deepEqual(findOverlaps([first, held({ agencyKey: 'b', from: '2025-02-28' })])[0]?.shared, {
      from: '2025-02-28',
      until: '2025-02-28',
    })
    assert.deepEqual(findOverlaps([first, held({ agencyKey: 'b', areaCode: '48' }), held({ agencyKey: 'b', domainId: 'press' })]), [])
  })
})

describe('a handover', () => {
  it('says why it cannot be done', () => {
    const move = { domainId: 'post', areaCode: '52', toAgencyKey: 'b', on: '2025-03-01' }
    assert.deepEqual(handOver([], move), { problem: 'mandate.nobody_holds' })
    assert.deepEqual(handOver([held()], { ...move, toAgencyKey: 'a' }), { problem: 'mandate.same_holder' })
    assert.deepEqual(handOver([held({ from: '2025-03-01' })], move), { problem: 'mandate.before_it_began' })
    assert.deepEqual(handOver([held({ until: '2025-12-31' }), held({ agencyKey: 'c', from: '2026-01-01' })], move), {
      problem: 'mandate.already_handed_over',
    })
  })

  it('never leaves a gap or two leads, whatever moves follow each other', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ to: fc.constantFrom('a', 'b', 'c', 'd'), on: day }), { maxLength: 8 }), (moves) => {
        let mandates: Mandate[] = [held()]
        for (const { to, on } of moves) {
          const before = leadFor(mandates, 'post', '52', shiftDay(on, -1))
          const result = handOver(mandates, { domainId: 'post', areaCode: '52', toAgencyKey: to, on })
          if ('problem' in result) continue
          mandates = result.mandates
          assert.equal(leadFor(mandates, 'post', '52', on)?.agencyKey, to)
          assert.equal(leadFor(mandates, 'post', '52', shiftDay(on, -1))?.agencyKey, before?.agencyKey)
        }
        assert.deepEqual(findGaps(mandates, 'post', '52', '2020-01-01', '2030-01-01'), [])
        assert.deepEqual(findOverlaps(mandates), [])
      }),
    )
  })
})

describe('gaps', () => {
  it('are the days that nobody holds', () => {
    const mandates = [held({ from: '2024-01-10', until: '2024-01-20' }), held({ from: '2024-02-01', until: '2024-02-10' })]
    assert.deepEqual(findGaps(mandates, 'post', '52', '2024-01-01', '2024-02-29'), [
      { from: '2024-01-01', until: '2024-01-09' },
      { from: '2024-01-21', until: '2024-01-31' },
      { from: '2024-02-11', until: '2024-02-29' },
    ])
  })
})

describe('domains', () => {
  it('have ids of their own, and network information security passed into cybersecurity', () => {
    assert.equal(new Set(domains.map((entry) => entry.id)).size, domains.length)
    assert.equal(domainAsOf('network-information-security', '2026-06-30')?.id, 'network-information-security')
    assert.equal(domainAsOf('network-information-security', '2026-07-01')?.id, 'cybersecurity')
    assert.equal(domainAsOf('unknown', '2026-07-01'), null)
    assert.ok(!domainsOn('2026-07-01').some((entry) => entry.id === 'network-information-security'))
  })
})
