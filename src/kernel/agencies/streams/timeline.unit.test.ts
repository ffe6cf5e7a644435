import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill } from '../../problems/problem.ts'
import type { EventSpec, LoggedEvent } from '../../streams/decider.ts'
import { directoryDeciders } from './index.ts'
import { directoryTimeline } from './timeline.ts'

const person = { personal: true, subject: 'f0000000-0000-4000-8000-000000000001', value: 'Canary' }
const agency = 'f0000000-0000-4000-8000-000000000002'

/** Values for every field that an event of the directory has. */
const data = {
  key: 'k',
  typeId: 'centre',
  name: 'Trung tâm',
  shortName: 'TT',
  formerNames: [],
  aliases: [],
  areaCode: '52',
  parentId: agency,
  validFrom: '2026-01-01',
  validUntil: null,
  certainty: 'sourced',
  on: '2026-02-01',
  successorIds: [agency, agency],
  officialCode: 'H21',
  account: 'a.b.c',
  homeAgencyId: agency,
  agencyId: agency,
  unitId: agency,
  title: 'Trực ban',
  rights: [],
  officerId: agency,
  from: '2026-01-01',
  domain: 'telecom',
  until: '2026-03-01',
  basis: 'QĐ 15',
  predecessorId: null,
  toAgencyId: agency,
  successorId: agency,
  phone: person,
  email: person,
  hours: '24/7',
  source: 'gói',
  agencies: 3,
  mandates: 4,
}

for (const decider of directoryDeciders) {
  for (const [type, spec] of Object.entries(decider.events as Record<string, EventSpec>)) {
    test(`${type} is told in both languages, whole and without personal data`, () => {
      const named = type.startsWith('officer.') ? { ...data, name: person } : data
      const told = directoryTimeline({ type, data: spec.schema.parse(named) } as LoggedEvent)
      assert.ok(told)
      const text = fill(told.text, {
        agency: 'CQ',
        ...told.params,
        ...Object.fromEntries(Object.keys(told.agencyParams).map((name) => [name, 'CQ'])),
      })
      for (const sentence of [text.vi, text.en]) assert.ok(sentence && !/[{}]|Canary|null|undefined/.test(sentence), sentence)
    })
  }
}
