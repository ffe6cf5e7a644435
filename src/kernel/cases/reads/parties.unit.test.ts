import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Reader } from '../../access/reader.ts'
import type { Kernel } from '../../streams/execute.ts'
import { Keyring } from '../../vault/keyring.ts'
import type { FoundCase } from './found-case.ts'
import { partiesIn } from './parties.ts'

const SINCE = '2026-11-20 01:47:40.123456+00'
const party = (agencyId: string, role: string, ...until: string[]): string => [agencyId, role, SINCE, ...until].join('\t')

/** Agencies by id: type and short name. */
const AGENCIES: Record<string, [typeId: string, shortName: string]> = {
  a: ['department', 'Sở Y tế'],
  b: ['department', 'Sở Nội vụ'],
  c: ['commune-peoples-committee', 'UBND xã An'],
  d: ['police', 'Công an tỉnh'],
  e: ['department', 'Sở Y tế'],
  f: ['commune-peoples-committee', 'UBND phường Đông'],
}
const names = {
  ref: (id: string) => {
    const [typeId, shortName] = AGENCIES[id] ?? ['', id]
    return { id, name: shortName, shortName, typeId }
  },
}
const read = (rows: string[]) =>
  partiesIn({} as Reader, { keyring: new Keyring(randomBytes(32)) } as Kernel, names, 'case', {
    version: 3,
    parties: rows.join('\n') || null,
  } as FoundCase)

test('parties stand by role, the communes after all others, then by type and name', async () => {
  const rows = [
    party('e', 'informed'),
    party('c', 'lead'),
    party('f', 'lead'),
    party('b', 'lead'),
    party('d', 'coordinating'),
    party('a', 'lead'),
  ]
  for (const given of [rows, rows.toReversed()]) {
    const { shown, count } = await read(given)
    assert.deepEqual(
      shown.map(({ agencyId }) => agencyId),
      ['b', 'a', 'f', 'c', 'd', 'e'],
    )
    assert.equal(count, 6)
    // Of one role and one type: two departments lead, a third is informed.
    assert.deepEqual(
      shown.map(({ sameType }) => sameType),
      [2, 2, 2, 2, 1, 1],
    )
  }
})

test('a party is told since when, and until when where that is known', async () => {
  const { shown } = await read([party('a', 'lead'), party('b', 'adviser', '2027-01-31 17:00:00+00')])
  assert.deepEqual(
    shown.map(({ from, until }) => [from, until]),
    [
      ['2026-11-20T01:47:40.123Z', null],
      ['2026-11-20T01:47:40.123Z', '2027-01-31T17:00:00.000Z'],
    ],
  )
  assert.deepEqual(await read([]), { shown: [], count: 0 })
})
