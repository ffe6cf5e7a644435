import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Asked, officerOf, system } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import type { Actor } from '../../access/actor.ts'
import type { AnyDecider, NewEvent } from '../../streams/decider.ts'
import { agencyDecider } from './agency.ts'
import { contactPointDecider } from './contact-point.ts'
import { mandateDecider } from './mandate.ts'
import { officerDecider } from './officer.ts'
import { postDecider } from './post.ts'

const committee = agencyFact({ typeId: 'provincial-peoples-committee', key: 'gia-lai/ubnd' })
const department = agencyFact({ parentId: committee.id })
const centre = agencyFact({ parentId: department.id, typeId: 'centre' })
/** In the province, but under a ministry: not below the committee. */
const police = agencyFact({ typeId: 'provincial-police', areaCode: '52' })
const commune = agencyFact({ typeId: 'commune-peoples-committee', areaCode: '23737', parentId: committee.id })
const elsewhere = agencyFact({ typeId: 'provincial-peoples-committee', areaCode: '48' })
const officer = 'f0000000-0000-4000-8000-000000000001'
const look = fakeLook({
  agencies: [committee, department, centre, police, commune, elsewhere],
  states: { officer: { [officer]: { known: true, active: true } } },
})

const born = {
  typeId: 'centre',
  key: 'k',
  name: 'Trung tâm',
  shortName: 'TT',
  formerNames: [],
  aliases: [],
  areaCode: '52',
  validFrom: '2020-01-01',
  validUntil: null,
  successorIds: [],
  certainty: 'sourced',
}

type Case = { decider: AnyDecider; command: string; payload: (agencyId: string) => object; past?: (agencyId: string) => NewEvent[] }

const agencyPast = (id: string): NewEvent[] => [{ type: 'agency.created', data: { ...born, parentId: id } }]
const officerPast = (id: string): NewEvent[] => [
  { type: 'officer.created', data: { account: 'a.b', name: { personal: true, subject: officer, value: 'X' }, homeAgencyId: id } },
]
const officerGone = (id: string): NewEvent[] => officerPast(id).concat({ type: 'officer.deactivated', data: {} })
const postPast = (id: string): NewEvent[] => [
  { type: 'post.created', data: { agencyId: id, unitId: id, title: 'T', rights: [], officerId: null, from: '2020-01-01' } },
]
const held = (id: string): NewEvent[] => postPast(id).concat({ type: 'post.assigned', data: { officerId: officer, on: '2021-01-01' } })
const mandatePast = (id: string): NewEvent[] => [
  {
    type: 'mandate.created',
    data: { domain: 'telecom', areaCode: '52', agencyId: id, from: '2020-01-01', until: null, basis: null, predecessorId: null },
  },
]
const contactPast = (id: string): NewEvent[] => [
  { type: 'contact-point.created', data: { agencyId: id, title: 'T', phone: null, email: null, hours: '24/7', from: '2020-01-01' } },
]

/** Every command of the directory on an entry of an agency. Those of an agency concern a body right under it. */
const cases: Case[] = [
  {
    decider: agencyDecider,
    command: 'create',
    payload: (id) => ({ typeId: 'centre', name: 'A', shortName: 'A', areaCode: '52', parentId: id, from: '2025-01-01' }),
  },
  { decider: agencyDecider, command: 'rename', payload: () => ({ name: 'B', shortName: 'B', on: '2026-01-01' }), past: agencyPast },
  { decider: agencyDecider, command: 'move', payload: () => ({ parentId: centre.id, on: '2026-01-01' }), past: agencyPast },
  { decider: agencyDecider, command: 'end', payload: () => ({ on: '2026-01-01', successorIds: [] }), past: agencyPast },
  { decider: agencyDecider, command: 'setIdentity', payload: () => ({ officialCode: 'H21', aliases: [] }), past: agencyPast },
  { decider: officerDecider, command: 'create', payload: (id) => ({ account: 'a.b', name: 'X', agencyId: id }) },
  { decider: officerDecider, command: 'rename', payload: () => ({ name: 'Y' }), past: officerPast },
  { decider: officerDecider, command: 'deactivate', payload: () => ({}), past: officerPast },
  { decider: officerDecider, command: 'erase', payload: () => ({ basis: 'X' }), past: officerGone },
  { decider: postDecider, command: 'create', payload: (id) => ({ agencyId: id, title: 'T', rights: ['answer'] }) },
  { decider: postDecider, command: 'assign', payload: () => ({ officerId: officer }), past: postPast },
  { decider: postDecider, command: 'vacate', payload: () => ({}), past: held },
  { decider: postDecider, command: 'end', payload: () => ({ on: '2026-01-01' }), past: postPast },
  {
    decider: mandateDecider,
    command: 'create',
    payload: (id) => ({ domain: 'telecom', areaCode: '52', agencyId: id, from: '2025-01-01' }),
  },
  { decider: mandateDecider, command: 'transfer', payload: () => ({ toAgencyId: centre.id, on: '2026-01-01' }), past: mandatePast },
  { decider: mandateDecider, command: 'end', payload: () => ({ on: '2026-01-01' }), past: mandatePast },
  { decider: contactPointDecider, command: 'create', payload: (id) => ({ agencyId: id, title: 'T', phone: '113' }) },
  { decider: contactPointDecider, command: 'change', payload: () => ({ title: 'T', phone: '114' }), past: contactPast },
  { decider: contactPointDecider, command: 'end', payload: () => ({ on: '2026-01-01' }), past: contactPast },
]

/** Gives the command of a case on an entry that belongs to `agencyId`. */
const attempt = async ({ decider, command, payload, past }: Case, agencyId: string, actor: Actor) => {
  const stream = new Asked(decider)
  stream.apply(past?.(agencyId) ?? [])
  // The agency under test is known to others as a body below the one that is named.
  const own = decider === agencyDecider && past ? [agencyFact({ id: stream.id, parentId: agencyId })] : []
  return stream.give(command, payload(agencyId), {
    actor,
    look: {
      ...look,
      // The officer is one of the agency's own.
      states: async <S>(type: string, ids: string[]) =>
        (await look.states<object>(type, ids)).map((one) => ({ ...one, state: { ...one.state, homeAgencyId: agencyId } as S })),
      agencies: async (ids) => (await look.agencies(ids)).concat(own.filter((fact) => ids.includes(fact.id))),
    },
  })
}

test('every command of every stream type is in this table', () => {
  for (const decider of [agencyDecider, officerDecider, postDecider, mandateDecider, contactPointDecider] as AnyDecider[]) {
    const listed = cases.filter((entry) => entry.decider === decider).map((entry) => entry.command)
    assert.deepEqual(listed.toSorted(), Object.keys(decider.commands).toSorted(), decider.type)
  }
})

for (const entry of cases) {
  const concernsCentre = entry.command === 'move' || entry.command === 'transfer'
  describe(`${entry.decider.type}: ${entry.command}`, () => {
    test('is done by who keeps the directory of the agency, of the tree above it, and of the province', async () => {
      await attempt(entry, department.id, officerOf(department.id, 'directory'))
      await attempt(entry, department.id, officerOf(committee.id, 'directory'))
      if (!concernsCentre) await attempt(entry, centre.id, officerOf(department.id, 'directory'))
      await attempt(entry, police.id, officerOf(committee.id, 'directory'))
      await attempt(entry, department.id, system)
    })

    test('needs the right', async () => {
      for (const rights of [[], ['draft', 'issue', 'answer']] as const) {
        await assert.rejects(attempt(entry, department.id, officerOf(department.id, ...rights)), refused('no-right'))
      }
    })

    test('is refused to those beside, below and elsewhere', async () => {
      for (const agency of [centre, commune, police, elsewhere]) {
        await assert.rejects(attempt(entry, department.id, officerOf(agency.id, 'directory')), refused('not-your-directory'))
      }
    })
  })
}

for (const [command, payload, past] of [
  ['transfer', { toAgencyId: elsewhere.id, on: '2026-01-01' }, mandatePast],
  ['transfer', { toAgencyId: commune.id, on: '2026-01-01' }, mandatePast],
] as const) {
  test(`mandate: ${command} puts no duty on an agency that is kept elsewhere`, async () => {
    const stream = new Asked(mandateDecider)
    stream.apply(past(department.id) as never)
    await assert.rejects(
      stream.give(command, payload, { actor: officerOf(department.id, 'directory'), look }),
      refused('not-your-directory'),
    )
  })
}

test('a table without facts still asks for the right, so that a screen can show it', () => {
  const context = {
    now: new Date(),
    effectiveAt: new Date(),
    streamId: '',
    caseId: '',
    version: 0,
    followUp: false,
    facts: undefined as never,
  }
  assert.equal(
    agencyDecider.available(agencyDecider.initial(), { ...context, actor: officerOf(department.id, 'directory') })['create'],
    true,
  )
  const refusal = agencyDecider.available(agencyDecider.initial(), { ...context, actor: officerOf(department.id, 'answer') })['create']
  assert.equal(refusal === true ? '' : refusal?.code, 'no-right')
})
