import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { listCases } from '../cases/reads/case-list.ts'
import { listNotifications } from '../inbox/notifications.ts'
import { Notifier } from '../inbox/notifier.ts'
import { searchCases } from '../search/search.ts'
import type { Actor } from './actor.ts'
import { readAs } from './reader.ts'
import { putUnseenAside } from './unseen.ts'

/** The same is written to both; the worker puts aside in the first alone. */
let toys: [ToyKernel, ToyKernel]
before(async () => {
  toys = [await toyKernel(), await toyKernel()]
})
after(async () => {
  for (const toy of toys) await toy.stop()
})

const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

type World = { actors: Actor[]; subjects: string[]; cases: string[] }
/** Two agencies, and an officer in a unit of the first: three subjects that act together, of whom each may see by themselves. */
const world = (): World => {
  const [one, other] = [toyActor(), toyActor()]
  const within = { ...toyActor(one.agencyId), unitId: randomUUID() }
  return {
    actors: [one, other, within],
    subjects: [one.agencyId, other.agencyId, within.unitId, within.officerId],
    cases: [randomUUID(), randomUUID(), randomUUID()],
  }
}

type Step = { what: 'see' | 'end' | 'list' | 'turn' | 'touch' | 'post' | 'aside'; subject: number; of: number; n: number }
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom('see', 'see', 'end', 'end', 'list', 'turn', 'touch', 'post', 'aside', 'aside'),
  subject: fc.nat(3),
  of: fc.nat(2),
  n: fc.nat(5),
})

const moment = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
const ROLES = ['reader', 'lead', 'informed']
const rowOf = (id: string, status: string, at: string) => ({
  id,
  kind: 'toy',
  number: 'T-1',
  title: 'Hồ sơ',
  status,
  owner_agency_id: id,
  domains: [],
  fields: {},
  at,
})

/** What a command writes for a step; null for what no command writes. */
const documentOf = ({ subjects, cases }: World, { what, subject, of, n }: Step, minute: number) => {
  const [subject_id, case_id, at] = [subjects[subject]!, cases[of]!, moment(minute)]
  const feed = [{ subject_id, case_id, role: ROLES[n % 3], updated_at: at }]
  const sight = { subject_id, stream_id: case_id, case_id, level: 2, reason: `reason:${n % 2}`, valid_from: moment(0) }
  // Of an officer no list tells; and sight comes and goes with a row of the list and without.
  const notify = [{ agency_id: subject_id, officer_id: null, stream_id: case_id, case_id, what: 'x', params: {}, asker_id: case_id, at }]
  const listed = subject < 3 && n > 1 ? { feed, notify } : {}
  if (what === 'see') return { visible: [{ ...sight, valid_until: null }], ...listed }
  if (what === 'end') return { visible: [{ ...sight, valid_until: at }], ...listed }
  if (what === 'list') return subject < 3 ? { feed, notify } : {}
  if (what === 'turn') return { cases: [rowOf(case_id, n % 2 ? 'open' : 'closed', at)] }
  return null
}

const take = async (given: World, one: Step, minute: number): Promise<void> => {
  const { subjects, cases, actors } = given
  const document = documentOf(given, one, minute)
  for (const { pools } of toys) {
    if (document) await pools.write.query('select write_changes($1)', [JSON.stringify(document)])
    if (one.what === 'post')
      await pools.write.query(
        `insert into post (id, version, agency_id, unit_id, title, rights, officer_id, valid_from) select gen_random_uuid(), 1, $1, $2, '', '{}', $3, '2026-01-01'
         where not exists (select 1 from post where officer_id = $3)`,
        [subjects[0], subjects[2], actors[2]!.officerId],
      )
    if (one.what === 'touch')
      await pools.system.query(`update feed set updated_at = greatest(updated_at, $3) where subject_id = $1 and case_id = $2`, [
        subjects[one.subject],
        cases[one.of],
        moment(minute),
      ])
    if (one.what === 'touch')
      await pools.system.query(`update feed_unseen set updated_at = greatest(updated_at, $3) where subject_id = $1 and case_id = $2`, [
        subjects[one.subject],
        cases[one.of],
        moment(minute),
      ])
  }
  if (one.what === 'aside') await putUnseenAside(toys[0].pools.system)
}

/** What each is told who has a post. */
const told = ({ actors }: World, { pools }: ToyKernel, posted: boolean) =>
  Promise.all(
    actors.slice(0, posted ? 3 : 2).map((actor) =>
      readAs(pools.read, actor, async (db) => ({
        notices: await listNotifications(db, { notification: () => undefined }, actor, names, undefined),
        list: (await listCases(db, actor, names, {})).rows,
        closed: (await listCases(db, actor, names, { status: 'closed' })).rows,
        found: (await searchCases(db, names, 'hồ sơ', undefined)).cases,
      })),
    ),
  )

test('lists, searches and notices tell the same whatever was put aside, and whatever comes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const given = world()
      for (const { pools } of toys)
        await pools.write.query('select write_changes($1)', [
          JSON.stringify({
            cases: given.cases.map((id) => rowOf(id, 'open', moment(0))),
            search: given.cases.map((case_id) => ({ case_id, number: 'T-1', title: 'Hồ sơ', text: '', at: moment(0) })),
          }),
        ])
      let posted = false
      for (const [i, one] of steps.entries()) {
        await take(given, one, i + 1)
        posted ||= one.what === 'post'
        if (one.what === 'aside' || i === steps.length - 1)
          assert.deepEqual(await told(given, toys[0], posted), await told(given, toys[1], posted))
      }
    }),
    { numRuns: 60, endOnFailure: false },
  )
})

test('what nobody sees is put aside, what is seen by one of those who act together is not', async () => {
  const [toy] = toys
  const given = world()
  const [one, other, unit] = given.subjects as [string, string, string]
  const [first] = given.cases as [string]
  const write = (document: object) => toy.pools.write.query('select write_changes($1)', [JSON.stringify(document)])
  const sight = (subject_id: string, valid_until: string | null) => ({
    visible: [{ subject_id, stream_id: first, case_id: first, level: 2, reason: 'party:lead', valid_from: moment(0), valid_until }],
  })
  const listed = (subject_id: string) => ({ feed: [{ subject_id, case_id: first, role: 'lead', updated_at: moment(1) }] })
  const aside = async () =>
    (await toy.pools.system.query('select subject_id from feed_unseen where case_id = $1', [first])).rows.map((row) => row.subject_id)
  await write({ cases: [rowOf(first, 'open', moment(0))] })
  for (const subject of [one, other]) await write({ ...sight(subject, null), ...listed(subject) })
  for (const subject of [one, other]) await write(sight(subject, moment(2)))
  await putUnseenAside(toy.pools.system)
  assert.deepEqual((await aside()).sort(), [one, other].sort())
  await write(sight(one, null))
  assert.deepEqual(await aside(), [other])
  // The unit sees it now, which acts with the first agency alone; who knows with whom it acts tomorrow.
  await toy.pools.write.query(
    `insert into post (id, version, agency_id, unit_id, title, rights, officer_id, valid_from) values (gen_random_uuid(), 1, $1, $2, '', '{}', $3, '2026-01-01')`,
    [one, unit, given.subjects[3]],
  )
  await write(sight(one, moment(3)))
  await write(sight(unit, null))
  await putUnseenAside(toy.pools.system)
  assert.deepEqual(await aside(), [])
  await write(sight(unit, moment(4)))
  await write(sight(other, moment(4)))
  // The first sweep finds out who acted with the unit, the next looks at these.
  for (let sweep = 0; sweep < 2; sweep++) await putUnseenAside(toy.pools.system)
  assert.deepEqual((await aside()).sort(), [one, other].sort())
})

test('a sight that comes back while the row is put aside brings it back', async () => {
  const [toy] = toys
  const given = world()
  const [subject_id, case_id] = [given.subjects[0]!, given.cases[0]!]
  const visible = (reason: string, valid_until: string | null) => [
    { subject_id, stream_id: case_id, case_id, level: 2, reason, valid_from: moment(0), valid_until },
  ]
  const write = 'select write_changes($1)'
  const feed = [{ subject_id, case_id, role: 'lead', updated_at: moment(1) }]
  await toy.pools.write.query(write, [
    JSON.stringify({ cases: [rowOf(case_id, 'open', moment(0))], visible: visible('a', moment(1)), feed }),
  ])
  const [command, worker] = [await toy.pools.write.connect(), await toy.pools.system.connect()]
  const isListed = async () => (await toy.pools.system.query('select from feed where case_id = $1', [case_id])).rowCount === 1
  try {
    // Written, not committed: the worker leaves it for later.
    await command.query('begin')
    await command.query(write, [JSON.stringify({ visible: visible('b', null) })])
    await putUnseenAside(toy.pools.system)
    await command.query('commit')
    assert.ok(await isListed())
    // Put aside, not committed: the command waits, and then puts it back.
    await toy.pools.write.query(write, [JSON.stringify({ visible: visible('b', moment(2)) })])
    await worker.query('begin')
    await worker.query('select put_unseen_aside(200)')
    const again = command.query(write, [JSON.stringify({ visible: visible('c', null) })])
    await worker.query('commit')
    await again
    assert.ok(await isListed())
  } finally {
    command.release()
    worker.release()
  }
})

test('what is put aside follows what moves it, and is compared with the log by a rebuild', async () => {
  const [toy] = toys
  const given = world()
  const [subject_id, case_id] = [given.subjects[0]!, given.cases[0]!]
  const { system, write } = toy.pools
  const sight = { subject_id, stream_id: case_id, case_id, level: 2, reason: 'a', valid_from: moment(0), valid_until: moment(1) }
  const feed = [{ subject_id, case_id, role: 'lead', updated_at: moment(1) }]
  const cases = (status: string, minute: number) => [rowOf(case_id, status, moment(minute))]
  await write.query('select write_changes($1)', [JSON.stringify({ cases: cases('open', 0), visible: [sight], feed })])
  await putUnseenAside(system)
  const aside = async () => {
    const { rows } = await system.query('select status, updated_at from feed_unseen where case_id = $1', [case_id])
    return rows.map((row) => [row.status, row.updated_at.toISOString()])
  }
  await write.query('select write_changes($1)', [JSON.stringify({ cases: cases('closed', 5) })])
  assert.deepEqual(await aside(), [['closed', moment(5)]])
  await system.query('insert into outbox (case_id, stream_id, agencies, touch, at) values ($1, $1, $2, $2, $3)', [
    case_id,
    [subject_id],
    moment(9),
  ])
  const notifier = new Notifier(system)
  notifier.start()
  while (String(await aside()) !== `closed,${moment(9)}`) await new Promise((resolve) => setImmediate(resolve))
  await notifier.stop()
  // Written anew while it is aside, then found by the look that comes now and then.
  await write.query('select write_changes($1)', [JSON.stringify({ feed })])
  await system.query('select look_at_unseen_anew()')
  await putUnseenAside(system)
  assert.deepEqual(await aside(), [['closed', moment(9)]])
  assert.equal((await system.query('select from feed where case_id = $1', [case_id])).rowCount, 0)
  await system.query('select feed_is_rebuilt($1)', [[case_id]])
  assert.equal((await system.query('select from feed where case_id = $1', [case_id])).rowCount, 1)
  await putUnseenAside(system)
  assert.deepEqual(await aside(), [['closed', moment(9)]])
})
