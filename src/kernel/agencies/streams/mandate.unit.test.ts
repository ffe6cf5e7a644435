import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import { Asked, officerOf } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { dayWithoutHolder, overlaps } from '../../../../testing/mandate-days.ts'
import { refused } from '../../../../testing/refused.ts'
import type { Mandate } from '../mandate-template.ts'
import { shiftDay } from '../validity.ts'
import { mandateDecider } from './mandate.ts'
import type { MandateEvent } from './mandate-contract.ts'

const committee = agencyFact({ typeId: 'provincial-peoples-committee' })
const holders = Array.from({ length: 4 }, () => agencyFact({ parentId: committee.id }))
const [first, second] = holders as [(typeof holders)[0], (typeof holders)[0]]
const keeper = officerOf(committee.id, 'directory')
const look = fakeLook({ agencies: [committee, ...holders] })
const given = { domain: 'telecom', areaCode: '52', agencyId: first.id, from: '2025-03-01' }

const held = async () => {
  const stream = new Asked(mandateDecider)
  await stream.give('create', given, { actor: keeper, look })
  return stream
}

describe('create', () => {
  test('gives a domain in an area to an agency from a day on', async () => {
    const stream = await held()
    assert.deepEqual([stream.state.agencyId, stream.state.from, stream.state.until], [first.id, '2025-03-01', null])
  })

  test('ends with its domain', async () => {
    const stream = new Asked(mandateDecider)
    await stream.give('create', { ...given, domain: 'network-information-security' }, { actor: keeper, look })
    assert.equal(stream.state.until, '2026-06-30')
  })

  test('refuses an unknown domain, one that does not exist on the day, an unknown area and an agency that does not exist then', async () => {
    const give = (change: object) => new Asked(mandateDecider).give('create', { ...given, ...change }, { actor: keeper, look })
    await assert.rejects(give({ domain: 'nothing' }), refused('domain-unknown'))
    await assert.rejects(give({ domain: 'network-information-security', from: '2026-07-01' }), refused('domain-unknown'))
    await assert.rejects(give({ areaCode: '99999' }), refused('area-unknown'))
    await assert.rejects(give({ from: '1999-01-01' }), refused('domain-unknown'))
  })
})

test('nobody takes a duty over land that is not theirs', async () => {
  const commune = agencyFact({ typeId: 'commune-peoples-committee', areaCode: '23575', parentId: committee.id })
  const by = { actor: officerOf(commune.id, 'directory'), look: fakeLook({ agencies: [committee, commune] }) }
  const give = (areaCode: string) => new Asked(mandateDecider).give('create', { ...given, agencyId: commune.id, areaCode }, by)
  await give('23575')
  for (const areaCode of ['24076', '52', '48', 'VN']) await assert.rejects(give(areaCode), refused('area-outside'))
})

describe('transfer', () => {
  test('ends one and begins the other the day after, as one act', async () => {
    const stream = await held()
    const { children } = await stream.give(
      'transfer',
      { toAgencyId: second.id, on: '2026-07-01', basis: '12/QĐ-UBND' },
      { actor: keeper, look },
    )
    assert.equal(stream.state.until, '2026-06-30')
    const [child] = children ?? []
    assert.equal(child?.id, stream.state.successorId)
    assert.deepEqual(child?.events, [
      {
        type: 'mandate.created',
        data: {
          domain: 'telecom',
          areaCode: '52',
          agencyId: second.id,
          from: '2026-07-01',
          until: null,
          basis: '12/QĐ-UBND',
          predecessorId: stream.id,
        },
      },
    ])
  })

  test('refuses the same holder, a day not after the beginning, a second handover and one after the end', async () => {
    const give = async (stream: Asked<unknown, MandateEvent, unknown> | Awaited<ReturnType<typeof held>>, toAgencyId: string, on: string) =>
      stream.give('transfer', { toAgencyId, on }, { actor: keeper, look })
    await assert.rejects(give(await held(), first.id, '2026-07-01'), refused('mandate-same-holder'))
    await assert.rejects(give(await held(), second.id, '2025-03-01'), refused('day-too-early'))
    const moved = await held()
    await give(moved, second.id, '2026-07-01')
    await assert.rejects(give(moved, holders[2]!.id, '2026-08-01'), refused('mandate-handed-over'))
    const ended = await held()
    await ended.give('end', { on: '2026-12-31' }, { actor: keeper, look })
    await assert.rejects(give(ended, second.id, '2027-01-01'), refused('mandate-over'))
    await assert.rejects(give(await held(), randomUUID(), '2026-07-01'), refused('not-your-directory'))
  })

  test('property: whatever is handed over when and to whom, no day is without a holder and none has two', async () => {
    const steps = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -400, max: 900 })), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(steps, async (handovers) => {
        const streams = [await held()]
        for (const [to, offset] of handovers) {
          const last = streams.at(-1)!
          const on = shiftDay(last.state.from, offset)
          const decision = await last.give('transfer', { toAgencyId: holders[to]!.id, on }, { actor: keeper, look }).catch(() => null)
          for (const child of decision?.children ?? []) {
            const next = new Asked(mandateDecider, child.id)
            next.apply(child.events as MandateEvent[])
            streams.push(next)
          }
        }
        const history: Mandate[] = streams.map(({ state }) => ({
          agencyKey: state.agencyId,
          domainId: state.domain,
          areaCode: state.areaCode,
          from: state.from,
          until: state.until,
        }))
        assert.equal(dayWithoutHolder(history, 'telecom', '52', '2025-03-01', '2099-12-31'), null)
        assert.deepEqual(overlaps(history), [])
      }),
      { numRuns: 200 },
    )
  })
})

test('a mandate ends on its last day, not before it began', async () => {
  const stream = await held()
  await assert.rejects(stream.give('end', { on: '2025-02-28' }, { actor: keeper, look }), refused('day-too-early'))
  await stream.give('end', { on: '2026-01-31' }, { actor: keeper, look })
  await assert.rejects(stream.give('end', { on: '2026-02-28' }, { actor: keeper, look }), refused('mandate-over'))
})
