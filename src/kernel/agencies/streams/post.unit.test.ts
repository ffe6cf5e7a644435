import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { Asked, officerOf } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import { postDecider } from './post.ts'

const police = agencyFact({ typeId: 'provincial-police' })
const division = agencyFact({ typeId: 'police-division', parentId: police.id })
const elsewhere = agencyFact({ typeId: 'police-division', parentId: randomUUID() })
const keeper = officerOf(police.id, 'directory')
const one = randomUUID()
const two = randomUUID()
const gone = randomUUID()
const other = agencyFact({ typeId: 'provincial-police', areaCode: '48' })
const stranger = randomUUID()
const active = { known: true, active: true, homeAgencyId: police.id }
const look = fakeLook({
  agencies: [police, division, elsewhere, other],
  states: {
    officer: { [one]: active, [two]: active, [gone]: { known: true, active: false }, [stranger]: { ...active, homeAgencyId: other.id } },
  },
})
const given = {
  agencyId: police.id,
  unitId: division.id,
  title: 'Trực ban',
  rights: ['answer', 'answer'],
  officerId: one,
  from: '2026-01-01',
}
const by = { actor: keeper, look }

const post = async (change: object = {}) => {
  const stream = new Asked(postDecider)
  await stream.give('create', { ...given, ...change }, by)
  return stream
}

describe('create', () => {
  test('puts a post in a division, in the name of the agency above it', async () => {
    const { state } = await post()
    assert.deepEqual(
      [state.agencyId, state.unitId, state.rights, state.officerId, state.officerSince],
      [police.id, division.id, ['answer'], one, '2026-01-01'],
    )
  })

  test('stands in the agency itself where no unit is named, and may be empty', async () => {
    const { state } = await post({ unitId: undefined, officerId: null })
    assert.deepEqual([state.unitId, state.officerId, state.officerSince], [police.id, null, null])
  })

  test('refuses a division as the one that answers, a division of another agency, an unknown or inactive officer', async () => {
    await assert.rejects(post({ agencyId: division.id, unitId: division.id }), refused('division-as-agency'))
    await assert.rejects(post({ unitId: elsewhere.id }), refused('unit-elsewhere'))
    await assert.rejects(post({ officerId: randomUUID() }), refused('officer-unknown'))
    await assert.rejects(post({ officerId: gone }), refused('officer-inactive'))
    await assert.rejects(post({ from: '2027-01-01' }), refused('day-ahead'))
    await assert.rejects(post({ officerId: stranger }), refused('officer-elsewhere'))
    await assert.rejects(post({ rights: ['everything'] }), refused('bad-input'))
  })
})

describe('the holder', () => {
  test('is followed by another, and the days of each are kept', async () => {
    const stream = await post()
    await stream.give('assign', { officerId: two, on: '2026-06-01' }, by)
    await stream.give('vacate', { on: '2026-09-01' }, by)
    assert.equal(stream.state.officerId, null)
    assert.deepEqual(stream.state.formerHolders, [
      { officerId: two, from: '2026-06-01', until: '2026-08-31' },
      { officerId: one, from: '2026-01-01', until: '2026-05-31' },
    ])
  })

  test('cannot be the same again, begin before the last change or ahead of today, or be nobody twice', async () => {
    const stream = await post()
    await assert.rejects(stream.give('assign', { officerId: one }, by), refused('post-same-officer'))
    await assert.rejects(stream.give('assign', { officerId: two, on: '2025-12-31' }, by), refused('day-too-early'))
    await assert.rejects(stream.give('assign', { officerId: two, on: '2026-11-19' }, by), refused('day-ahead'))
    await assert.rejects(stream.give('assign', { officerId: gone }, by), refused('officer-inactive'))
    await stream.give('vacate', {}, by)
    await assert.rejects(stream.give('vacate', {}, by), refused('post-empty'))
  })

  test('leaves with the post', async () => {
    const stream = await post()
    await stream.give('end', { on: '2026-10-31' }, by)
    await assert.rejects(stream.give('assign', { officerId: two }, by), refused('post-over'))
    await assert.rejects((await post()).give('end', { on: '2025-12-31' }, by), refused('day-too-early'))
  })
})
