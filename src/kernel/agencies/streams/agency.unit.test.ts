import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import * as fc from 'fast-check'
import type { Actor } from '../../access/actor.ts'
import { Asked, officerOf, system } from '../../../../testing/asking.ts'
import { agencyFact } from '../../../../testing/builders/agency.ts'
import { fakeLook } from '../../../../testing/fake-look.ts'
import { refused } from '../../../../testing/refused.ts'
import type { AgencyFact } from '../../streams/look.ts'
import { agencyDecider } from './agency.ts'
import { evolveAgency, noAgency } from './agency-state.ts'

const committee = agencyFact({ typeId: 'provincial-peoples-committee', key: 'gia-lai/ubnd' })
const keeper = officerOf(committee.id, 'directory')
const look = (...more: AgencyFact[]) => fakeLook({ agencies: [committee, ...more] })

const creation = {
  typeId: 'department-of-science-technology',
  name: 'Sở Khoa học và Công nghệ',
  shortName: 'Sở KH&CN',
  areaCode: '52',
  parentId: committee.id,
  from: '2025-03-01',
}

/** A department as created, and itself as other streams see it. */
const department = async () => {
  const stream = new Asked(agencyDecider)
  await stream.give('create', creation, { actor: keeper, look: look() })
  const fact = agencyFact({ id: stream.id, parentId: committee.id, validFrom: '2025-03-01', shortName: 'Sở KH&CN' })
  return { stream, fact }
}

describe('create', () => {
  test('takes its key from the parent and its name', async () => {
    const { stream } = await department()
    assert.equal(stream.state.key, 'gia-lai/ubnd/so-khoa-hoc-va-cong-nghe')
    assert.equal(stream.state.validFrom, '2025-03-01')
    assert.deepEqual(agencyDecider.project(noAgency(), stream.state, stream.events[0]!)[0], {
      table: 'row',
      into: 'agency',
      id: stream.id,
      values: {
        version: 1,
        key: stream.state.key,
        type_id: 'department-of-science-technology',
        name: 'Sở Khoa học và Công nghệ',
        short_name: 'Sở KH&CN',
        former_names: [],
        aliases: [],
        area_code: '52',
        parent_id: committee.id,
        parent_since: '2025-03-01',
        former_parents: [],
        valid_from: '2025-03-01',
        valid_until: null,
        successor_ids: [],
        certainty: 'sourced',
        official_code: null,
      },
    })
  })

  test('begins today in Viet Nam where no day is stated', async () => {
    const stream = new Asked(agencyDecider)
    const { from: _from, ...rest } = creation
    await stream.give('create', rest, { actor: keeper, look: look(), now: '2026-11-17T17:30:00Z' })
    assert.equal(stream.state.validFrom, '2026-11-18')
  })

  test('refuses an unknown type, one that has ended, an unknown area, and a parent that is unknown or has ended', async () => {
    const ended = agencyFact({ parentId: committee.id, validUntil: '2025-02-28', successorIds: [committee.id] })
    const give = (change: object) =>
      new Asked(agencyDecider).give('create', { ...creation, ...change }, { actor: keeper, look: look(ended) })
    await assert.rejects(give({ typeId: 'nothing' }), refused('agency-type-unknown'))
    await assert.rejects(give({ typeId: 'district-peoples-committee' }), refused('agency-type-unknown'))
    await assert.rejects(give({ areaCode: 'x' }), refused('area-unknown'))
    await assert.rejects(
      new Asked(agencyDecider).give('create', { ...creation, parentId: randomUUID() }, { actor: system, look: look() }),
      refused('agency-unknown'),
    )
    await assert.rejects(give({ parentId: ended.id }), refused('agency-ended'))
    await assert.rejects(give({ from: '1990-01-01', typeId: 'centre' }), refused('agency-type-unknown'))
    await assert.rejects(give({ parentId: null }), refused('top-agency'))
    await assert.rejects(give({ name: '  ' }), refused('bad-input'))
  })
})

describe('who founds an agency', () => {
  const commune = agencyFact({ typeId: 'commune-peoples-committee', areaCode: '23575', parentId: committee.id })
  const give = (actor: Actor, change: object) =>
    new Asked(agencyDecider).give(
      'create',
      { ...creation, parentId: commune.id, areaCode: '23575', ...change },
      { actor, look: look(commune) },
    )

  test('gives it no power over the province that they do not have themselves', async () => {
    const clerk = officerOf(commune.id, 'directory')
    await give(clerk, {})
    for (const typeId of ['provincial-peoples-committee', 'peoples-committee-office'])
      await assert.rejects(give(clerk, { typeId }), refused('type-not-yours'))
    await give(keeper, { typeId: 'peoples-committee-office' })
    // Nor has one of that type that lies below the province.
    const office = agencyFact({ typeId: 'peoples-committee-office', areaCode: '23575', parentId: commune.id })
    const move = { parentId: office.id, on: '2026-02-01' }
    const { stream, fact } = await department()
    const by = { actor: officerOf(office.id, 'directory'), look: look(fact, commune, office) }
    await assert.rejects(stream.give('move', move, by), refused('not-your-directory'))
  })

  test('places it within the area of the one above', async () => {
    for (const areaCode of ['52', '48', 'VN', '24076'])
      await assert.rejects(give(officerOf(commune.id, 'directory'), { areaCode }), refused('area-outside'))
  })
})

describe('rename', () => {
  test('keeps the former name until the day before', async () => {
    const { stream, fact } = await department()
    await stream.give('rename', { name: 'Sở Khoa học', shortName: 'SKH', on: '2026-05-01' }, { actor: keeper, look: look(fact) })
    assert.equal(stream.state.name, 'Sở Khoa học')
    assert.deepEqual(stream.state.formerNames, [{ name: 'Sở Khoa học và Công nghệ', shortName: 'Sở KH&CN', until: '2026-04-30' }])
  })

  test('is nothing where the name stays, and refuses a day ahead and one not after the last naming', async () => {
    const { stream, fact } = await department()
    const give = (name: string, on: string) =>
      stream.give('rename', { name, shortName: 'Sở KH&CN', on }, { actor: keeper, look: look(fact) })
    assert.deepEqual((await give('Sở Khoa học và Công nghệ', '2026-05-01')).events, [])
    await assert.rejects(give('Sở B', '2026-11-19'), refused('day-ahead'))
    await assert.rejects(give('Sở B', '2025-03-01'), refused('day-too-early'))
  })
})

describe('move', () => {
  test('keeps the former superior with its days', async () => {
    const other = agencyFact({ parentId: committee.id })
    const { stream, fact } = await department()
    await stream.give('move', { parentId: other.id, on: '2026-07-01' }, { actor: keeper, look: look(fact, other) })
    assert.equal(stream.state.parentId, other.id)
    assert.deepEqual(stream.state.formerParents, [{ parentId: committee.id, from: '2025-03-01', until: '2026-06-30' }])
  })

  test('refuses itself and anything below it', async () => {
    const { stream, fact } = await department()
    const division = agencyFact({ parentId: stream.id, typeId: 'department-division' })
    const team = agencyFact({ parentId: division.id })
    for (const parentId of [stream.id, division.id, team.id]) {
      await assert.rejects(
        stream.give('move', { parentId, on: '2026-07-01' }, { actor: keeper, look: look(fact, division, team) }),
        refused('agency-cycle'),
      )
    }
  })

  test('refuses a superior in a province that is kept elsewhere', async () => {
    const elsewhere = agencyFact({ areaCode: '48' })
    const { stream, fact } = await department()
    await assert.rejects(
      stream.give('move', { parentId: elsewhere.id, on: '2026-07-01' }, { actor: keeper, look: look(fact, elsewhere) }),
      refused('not-your-directory'),
    )
  })

  test('property: no sequence of moves makes the tree circular', async () => {
    const size = 7
    const moves = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(moves, async (steps) => {
        const ids = Array.from({ length: size }, () => randomUUID())
        const streams = ids.map((id) => new Asked(agencyDecider, id))
        for (const [i, stream] of streams.entries()) {
          stream.apply([{ type: 'agency.created', data: { ...bare(`k${i}`), parentId: committee.id } }])
        }
        let day = 0
        for (const [from, to] of steps) {
          day += 1
          const facts = streams.map((stream) => agencyFact({ id: stream.id, parentId: stream.state.parentId }))
          const on = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10)
          await streams[from]!.give('move', { parentId: ids[to], on }, { actor: keeper, look: look(...facts) }).catch((error: unknown) =>
            refused('agency-cycle')(error),
          )
        }
        for (const stream of streams) assert.ok(reachesTop(stream.id, streams), 'every agency still reaches the top')
      }),
      { numRuns: 60 },
    )
  })
})

const bare = (key: string) => ({
  key,
  typeId: 'centre',
  name: key,
  shortName: key,
  formerNames: [],
  aliases: [],
  areaCode: '52',
  validFrom: '2000-01-01',
  validUntil: null,
  successorIds: [],
  certainty: 'sourced' as const,
})

const reachesTop = (id: string, streams: { id: string; state: { parentId: string | null } }[]): boolean => {
  let at: string | null = id
  for (let step = 0; step <= streams.length; step++) {
    if (at === committee.id) return true
    at = streams.find((stream) => stream.id === at)?.state.parentId ?? null
  }
  return false
}

describe('end', () => {
  const successor = agencyFact({ parentId: committee.id, validFrom: '2026-07-01' })

  test('names those that take over the day after', async () => {
    const { stream, fact } = await department()
    await stream.give('end', { on: '2026-06-30', successorIds: [successor.id] }, { actor: keeper, look: look(fact, successor) })
    assert.equal(stream.state.validUntil, '2026-06-30')
    assert.deepEqual(stream.state.successorIds, [successor.id])
    await assert.rejects(
      stream.give('rename', { name: 'Sở B', shortName: 'B', on: '2026-08-01' }, { actor: keeper, look: look(fact) }),
      refused('agency-over'),
    )
  })

  test('may be announced ahead and is then still corrected', async () => {
    const { stream, fact } = await department()
    await stream.give('end', { on: '2026-12-31', successorIds: [] }, { actor: keeper, look: look(fact) })
    await stream.give('end', { on: '2027-02-28', successorIds: [] }, { actor: keeper, look: look(fact) })
    assert.equal(stream.state.validUntil, '2027-02-28')
  })

  test('refuses itself, a circle of successors, one that has ended by then or has not begun', async () => {
    const { stream, fact } = await department()
    const back = agencyFact({ parentId: committee.id, successorIds: [stream.id] })
    const gone = agencyFact({ parentId: committee.id, validUntil: '2026-06-30' })
    const give = (on: string, ...successorIds: string[]) =>
      stream.give('end', { on, successorIds }, { actor: keeper, look: look(fact, back, gone, successor) })
    await assert.rejects(give('2026-06-30', stream.id), refused('own-successor'))
    await assert.rejects(give('2026-06-30', back.id), refused('own-successor'))
    await assert.rejects(give('2026-06-30', gone.id), refused('agency-ended-alone'))
    await assert.rejects(give('2026-05-31', successor.id), refused('agency-not-yet'))
    await assert.rejects(give('2026-06-30', randomUUID()), refused('agency-unknown'))
    await assert.rejects(give('2024-01-01'), refused('day-too-early'))
  })
})

describe('setIdentity', () => {
  test('takes a code of the document exchange and refuses another form', async () => {
    const { stream, fact } = await department()
    const give = (officialCode: string) =>
      stream.give('setIdentity', { officialCode, aliases: ['Sở KHCN'] }, { actor: keeper, look: look(fact) })
    await give('000.00.22.H21')
    assert.equal(stream.state.officialCode, '000.00.22.H21')
    assert.deepEqual(stream.state.aliases, ['Sở KHCN'])
    await assert.rejects(give('h21'), refused('bad-input'))
    await assert.rejects(give('000..H21'), refused('bad-input'))
  })
})

test('an erased body leaves an agency that is known, and nothing breaks', () => {
  const event = { type: 'agency.created', data: { erased: true }, version: 1, streamId: randomUUID() }
  const state = evolveAgency(noAgency(), event as unknown as Parameters<typeof evolveAgency>[1])
  assert.equal(state.known, true)
})
