import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Asked, officerOf, system } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import { type AgencyRecord, agencyId } from '../agency-record.ts'
import { provinceMandates } from '../mandate-template.ts'
import { provinceAgencies } from '../province-template.ts'
import { directoryDecider, importedMandateId } from './import.ts'

const record = (key: string, change: Partial<AgencyRecord> = {}): AgencyRecord => ({
  key,
  typeId: 'centre',
  name: key,
  shortName: key,
  formerNames: ['tên cũ'],
  aliases: [],
  areaCode: '52',
  parentKey: null,
  validFrom: '2000-01-01',
  validUntil: null,
  successorKeys: [],
  certainty: 'general',
  ...change,
})

const give = (agencies: AgencyRecord[], mandates: object[] = [], look = fakeLook({})) =>
  new Asked(directoryDecider)
    .give('import', { source: 'thử', agencies, mandates }, { actor: system, look })
    .then((decision) => ({ ...decision, children: [...(decision.children ?? [])] }))

describe('import', () => {
  test('makes a stream of every agency and mandate, with the ids their keys give', async () => {
    const mandate = { agencyKey: 'a/b', domainId: 'telecom', areaCode: '52', from: '2025-03-01', until: null }
    const { events, children } = await give([record('a/b', { parentKey: 'a' }), record('a')], [mandate])
    assert.deepEqual(events, [{ type: 'directory.imported', data: { source: 'thử', agencies: 2, mandates: 1 } }])
    assert.deepEqual(
      children.map((child) => [child.type, child.id]),
      [
        ['agency', agencyId('a/b')],
        ['agency', agencyId('a')],
        ['mandate', importedMandateId(mandate)],
      ],
    )
    const data = children[0]?.events[0]?.data as { parentId: string; formerNames: unknown }
    assert.equal(data.parentId, agencyId('a'))
    assert.deepEqual(data.formerNames, [{ name: 'tên cũ', shortName: null, until: null }])
  })

  test('adds what is new and leaves what is there as it stands', async () => {
    const look = fakeLook({ agencies: [agencyFact({ id: agencyId('a'), key: 'a' })] })
    const { children } = await give([record('a'), record('b', { parentKey: 'a' })], [], look)
    assert.deepEqual(
      children.map((child) => child.id),
      [agencyId('b')],
    )
  })

  test('refuses a package that is no directory', async () => {
    await assert.rejects(give([record('a'), record('a')]), refused('import-broken'))
    await assert.rejects(give([record('a', { parentKey: 'x' })]), refused('import-broken'))
    await assert.rejects(give([record('a', { successorKeys: ['x'] })]), refused('import-broken'))
    await assert.rejects(give([record('a', { successorKeys: ['a'] })]), refused('import-broken'))
    await assert.rejects(give([record('a', { validUntil: '1999-12-31' })]), refused('import-broken'))
    await assert.rejects(
      give([record('a')], [{ agencyKey: 'x', domainId: 'telecom', areaCode: '52', from: '2025-03-01', until: null }]),
      refused('import-broken'),
    )
    await assert.rejects(
      give([record('a', { parentKey: 'b' }), record('b', { parentKey: 'c' }), record('c', { parentKey: 'a' })]),
      refused('agency-cycle'),
    )
    await assert.rejects(give([record('a', { parentKey: 'a' })]), refused('agency-cycle'))
  })

  test('is the system’s alone', async () => {
    const stream = new Asked(directoryDecider)
    const by = { actor: officerOf(agencyId('a'), 'directory'), look: fakeLook({}) }
    await assert.rejects(stream.give('import', { source: 'thử', agencies: [record('a')] }, by), refused('system-only'))
  })

  test('takes a whole province as its template gives it', async () => {
    const { events } = await give(provinceAgencies('52').concat(nation()), provinceMandates('52'))
    const [imported] = events as { data: { agencies: number } }[]
    assert.ok(imported && imported.data.agencies > 270)
  })
})

/** What a province's template refers to beyond the province, if anything. */
const nation = (): AgencyRecord[] => {
  const own = new Set(provinceAgencies('52').map(({ key }) => key))
  const named = provinceAgencies('52').flatMap(({ parentKey, successorKeys }) => successorKeys.concat(parentKey ?? []))
  return [...new Set(named)].filter((key) => !own.has(key)).map((key) => record(key))
}
