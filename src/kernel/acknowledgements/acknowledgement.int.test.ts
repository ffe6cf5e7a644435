import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { clearOfMidnight } from '../../../testing/days.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import type { Actor } from '../access/actor.ts'
import { readAs } from '../access/reader.ts'
import { directoryDeciders } from '../agencies/streams/index.ts'
import { VIET_NAM_CALENDAR } from '../clocks/viet-nam.ts'
import { endOfDay, localDate } from '../clocks/zone.ts'
import { readDesk } from '../cases/reads/desk.ts'
import { readTimeline } from '../cases/reads/timeline.ts'
import { acknowledgementDecider } from './acknowledgement.ts'
import { acknowledgementId, readingId } from './ids.ts'
import { readingDecider } from './reading.ts'
import { readAcknowledgement } from './reads.ts'
import { acknowledgementTimeline } from './timeline.ts'

let toy: ToyKernel
before(async () => {
  await clearOfMidnight()
  toy = await toyKernel([...directoryDeciders, acknowledgementDecider, readingDecider])
})
after(() => toy.stop())

const names = { ref: (id: string) => ({ id, name: id, shortName: id.slice(0, 4), typeId: '' }) }
const write = (sql: string, values: unknown[]) => toy.pools.write.query(sql, values)

const agency = async (parentId: string | null = null): Promise<string> => {
  const id = randomUUID()
  await write(
    `insert into agency (id, version, key, type_id, name, short_name, former_names, aliases, area_code, parent_id, parent_since, former_parents,
       valid_from, valid_until, successor_ids, certainty) values ($1, 1, $1::uuid::text, $3, 'Cơ quan', 'CQ', '[]', '{}', '42', $2, '2000-01-01', '[]',
       '2000-01-01', null, '{}', 'general')`,
    [id, parentId, parentId ? 'police-division' : 'provincial-police'],
  )
  return id
}

/** An officer in a post of a unit of an agency. */
const officer = async (agencyId: string, unitId = agencyId): Promise<Actor> => {
  const actor = { ...toyActor(agencyId), unitId }
  await write(
    `insert into officer (id, version, account, name_sealed, home_agency_id, active) values ($1, 1, $1::uuid::text, null, $2, true)`,
    [actor.officerId, agencyId],
  )
  await write(
    `insert into post (id, version, agency_id, unit_id, title, rights, officer_id, officer_since, valid_from) values ($1, 1, $2, $3, 'Cán bộ', '{}', $4, '2020-01-01', '2020-01-01')`,
    [actor.postId, agencyId, unitId, actor.officerId],
  )
  return actor
}

/** A case of two parties with a text of two clauses; the second party has a division. */
const scene = async () => {
  const [police, science] = [await agency(), await agency()]
  const division = await agency(police)
  const [leader, cyber, clerk, other] = [
    await officer(police),
    await officer(police, division),
    await officer(police),
    await officer(science),
  ]
  const caseId = randomUUID()
  await toy.give(leader, 'toy', caseId, 'open', { title: 'Quy chế', person: 'x', partyIds: [science] })
  const clauseIds = [randomUUID(), randomUUID()]
  await newVersion(caseId, 1, clauseIds)
  const ask = (actor: Actor, command: string, payload: object = {}) =>
    toy.give(actor, 'acknowledgement', acknowledgementId(caseId, actor.agencyId), command, payload, { caseId })
  const read = (actor: Actor, command: string, payload: object) =>
    toy.give(actor, 'reading', readingId(caseId, actor.officerId), command, payload, { caseId })
  const view = (actor: Actor) => readAs(toy.pools.read, actor, (db) => readAcknowledgement(db, toy.kernel, actor, names, caseId))
  const owed = async (actor: Actor) => {
    const desk = await readAs(toy.pools.read, actor, (db) => readDesk(db, actor, names, { scope: 'mine' }))
    return desk.rows.filter((row) => row.caseId === caseId).map((row) => row.act)
  }
  return { police, science, division, leader, cyber, clerk, other, caseId, clauseIds, ask, read, view, owed }
}

const newVersion = (caseId: string, version: number, clauseIds: string[]) =>
  write(
    `insert into clause_text (id, version, clause_ids, open, since) values ($1, $2, $3, true, now())
     on conflict (id) do update set version = excluded.version, clause_ids = excluded.clause_ids`,
    [caseId, version, clauseIds],
  )

test('officers who must read have it on their desk until they have read every clause and confirmed', async () => {
  const { leader, cyber, clerk, other, division, caseId, clauseIds, ask, read, view, owed } = await scene()
  assert.deepEqual(await owed(cyber), [])
  await ask(leader, 'require', { all: false, unitIds: [division], dueOn: null })
  assert.deepEqual(await owed(cyber), ['read'])
  assert.deepEqual(await owed(clerk), [], 'another unit was not asked')
  assert.deepEqual(await owed(other), [])
  await assert.rejects(read(cyber, 'confirm', { version: 1 }), { code: 'read-first' })
  await read(cyber, 'read', { version: 1, clauseIds: [clauseIds[0]!] })
  assert.deepEqual((await view(cyber)).reading.readClauseIds, [clauseIds[0]])
  await read(cyber, 'read', { version: 1, clauseIds })
  await read(cyber, 'confirm', { version: 1 })
  assert.deepEqual(await owed(cyber), [])
  const small = await view(leader)
  assert.deepEqual([small.totals, small.leftOut, small.missing], [{ confirmed: 0, required: 0 }, 1, null], 'one reader is not counted')
  // A day of work: on a day of rest the limit would roll on.
  const dueOn = VIET_NAM_CALENDAR.addWorkingDays(localDate(new Date().toISOString()), 30)
  await ask(leader, 'require', { all: true, unitIds: [], dueOn })
  assert.deepEqual((await view(leader)).totals, { confirmed: 1, required: 3 })
  assert.deepEqual((await view(leader)).scope, { all: true, units: [], dueOn })
  const clock = async (actor: Actor) => {
    const { rows } = await readAs(toy.pools.read, actor, (db) => readDesk(db, actor, names, { scope: 'mine' }))
    const row = rows.find((one) => one.caseId === caseId && one.act === 'read')
    return row && { group: row.group, dueAt: row.clock.dueAt, asker: row.asker.id }
  }
  assert.deepEqual(await clock(clerk), { group: 'later', dueAt: endOfDay(dueOn), asker: leader.agencyId }, 'the whole last day counts')
  assert.equal(await clock(cyber), undefined, 'who has confirmed owes nothing')

  const late = await officer(leader.agencyId, division)
  assert.deepEqual(await owed(late), ['read'], 'a new officer is asked')
  await newVersion(caseId, 2, clauseIds)
  assert.deepEqual(await owed(cyber), ['read'], 'a new version asks again')
  assert.deepEqual((await view(leader)).totals, { confirmed: 0, required: 4 })
  await assert.rejects(read(cyber, 'confirm', { version: 1 }), { code: 'read-first' })
  await assert.rejects(read(cyber, 'read', { version: 1, clauseIds }), { code: 'version-passed' })
})

test('counts are by unit for one’s own agency and by agency for the others, never by officer', async () => {
  const { leader, cyber, other, police, division, caseId, clauseIds, ask, read, view } = await scene()
  await ask(leader, 'require', { all: true })
  await ask(other, 'require', { all: true })
  await read(cyber, 'read', { version: 1, clauseIds })
  await read(cyber, 'confirm', { version: 1 })
  const seen = await view(other)
  assert.deepEqual(seen.agencies.map((one) => [one.agency.id, one.confirmed, one.required]).sort(), [[police, 1, 3]])
  assert.deepEqual(
    [seen.totals, seen.leftOut, seen.small],
    [{ confirmed: 1, required: 3 }, 1, null],
    'an agency of one reader is counted nowhere',
  )
  assert.deepEqual(seen.units, [], 'a count over one officer would tell who has read')
  assert.deepEqual((await view(leader)).units, [], 'a unit of one and one of two together are the whole agency')
  // Now three in the division and four in the agency itself, beside two units of two and of one.
  for (const unitId of [division, division, police, police]) await officer(police, unitId)
  const [two, one] = [await agency(police), await agency(police)]
  for (const unitId of [two, two, one]) await officer(police, unitId)
  const own = await view(leader)
  assert.deepEqual(
    own.units.map((row) => [row.unit?.id ?? null, row.smallUnits ?? 0, row.confirmed, row.required]),
    [
      ...[
        [division, 0, 1, 3],
        [police, 0, 0, 4],
      ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
      [null, 2, 0, 3],
    ],
  )

  for (const actor of [leader, other]) {
    const leaked = await readAs(toy.pools.read, actor, async (db) => {
      const { rows: readings } = await db.query('select * from reading where case_id = $1', [caseId])
      const { rows: events } = await db.query(`select * from event where case_id = $1 and type like 'reading.%'`, [caseId])
      const timeline = await readTimeline(db, toy.kernel, new Map([['reading', acknowledgementTimeline]]), actor, names, caseId, {})
      return [...readings, ...events, ...timeline.rows.filter((row) => row.officer?.id === cyber.officerId)]
    })
    assert.deepEqual(leaked, [], 'nobody but the officer sees who has read')
  }
  const stranger = toyActor()
  await assert.rejects(
    readAs(toy.pools.read, stranger, (db) => readAcknowledgement(db, toy.kernel, stranger, names, caseId)),
    { code: 'not-found' },
  )
})

test('a reminder reaches those who have not confirmed, once a day, and is kept as a count', async () => {
  const { leader, cyber, clerk, other, caseId, clauseIds, ask, read, view } = await scene()
  await assert.rejects(ask(leader, 'remind'), { code: 'not-required-yet' })
  await ask(leader, 'require', { all: true })
  await read(cyber, 'read', { version: 1, clauseIds })
  await read(cyber, 'confirm', { version: 1 })
  await read(clerk, 'read', { version: 1, clauseIds: [clauseIds[0]!] })
  assert.equal((await view(leader)).missing, 2)
  await ask(leader, 'remind')
  const told = (actor: Actor) =>
    readAs(
      toy.pools.read,
      actor,
      async (db) =>
        (await db.query(`select what from notification where case_id = $1 and officer_id = $2`, [caseId, actor.officerId])).rowCount,
    )
  assert.deepEqual([await told(leader), await told(clerk), await told(cyber)], [1, 1, 0])
  await assert.rejects(ask(leader, 'remind'), { code: 'reminded-today' })
  // One who was reminded before having begun goes on in the same stream.
  await read(leader, 'read', { version: 1, clauseIds })
  await read(leader, 'confirm', { version: 1 })
  assert.equal((await view(leader)).totals.confirmed, 2)
  const powerless = { ...leader, rights: ['answer'] as const }
  await assert.rejects(ask(powerless, 'require', { all: true }), { code: 'no-right' })
  await assert.rejects(
    toy.give(other, 'acknowledgement', acknowledgementId(caseId, leader.agencyId), 'stop', {}, { caseId }),
    { code: 'not-found' },
    'nobody sets it for another agency',
  )
  await assert.rejects(toy.give(other, 'reading', readingId(caseId, clerk.officerId), 'confirm', { version: 1 }, { caseId }), {
    code: 'not-found',
  })
})
