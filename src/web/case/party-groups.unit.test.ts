import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PartyView } from '../../kernel/http/views.ts'
import { partyGroups } from './party-groups.ts'

const party = (id: string, typeId: string, sameType: number, until: string | null = null): PartyView => ({
  agency: { id, name: id, shortName: id, typeId },
  role: 'lead',
  from: '2026-01-01T00:00:00.000Z',
  until,
  sameType,
})

test('many of one type stand in one line that counts also those not listed; few stand by name, and so does one that has left', () => {
  const communes = Array.from({ length: 10 }, (_, i) => party(`c${i}`, 'commune', 135))
  const groups = partyGroups([party('police', 'police', 1), ...communes, party('old', 'commune', 135, '2026-02-01T00:00:00.000Z')])
  assert.deepEqual(
    groups.map((group) => (group.kind === 'one' ? group.party.agency.id : [group.typeId, group.count, group.parties.length])),
    ['police', 'old', ['commune', 134, 10]],
  )
  assert.equal(partyGroups(Array.from({ length: 4 }, (_, i) => party(`v${i}`, 'telecom', 4))).length, 4)
})
