import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { toyActor, type ToyKernel, toyKernel } from '../../../../testing/toy-kernel.ts'
import type { Actor } from '../../access/actor.ts'
import { type Reader, readAs, subjectsOf } from '../../access/reader.ts'
import { FIND_CASE, type FoundCase, partyRows, tailOf } from './found-case.ts'
import { SEEN_BEFORE } from './looks.ts'

/** find_case() runs as the owner and looks sight up by itself: here it is held beside the policies. */
let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

const NOW = [`now() - interval '1 day'`, `'infinity'`]
const PAST = [`now() - interval '2 days'`, `now() - interval '1 day'`]
const AHEAD = [`now() + interval '1 day'`, `'infinity'`]
const SIGHTS: [level: number, reason: string, span: string[]][][] = [
  [],
  [[1, 'handed-on', NOW]],
  [[2, 'party:lead', NOW]],
  [[3, 'owner', NOW]],
  [[2, 'grant:x', NOW]],
  [
    [2, 'grant:x', NOW],
    [1, 'handed-on', NOW],
  ],
  [
    [2, 'grant:x', NOW],
    [2, 'party:informed', NOW],
  ],
  [[3, 'owner', PAST]],
  [[3, 'owner', AHEAD]],
  [
    [3, 'owner', PAST],
    [1, 'handed-on', NOW],
  ],
  [
    [2, 'party:lead', AHEAD],
    [2, 'grant:x', NOW],
  ],
]

/** Whether the subjects ($4) read the case `c` by a grant alone. */
const BY_GRANT = `(select coalesce(bool_or(v.reason like 'grant:%') and not bool_or(v.reason not like 'grant:%' and v.level >= 2), false) from visible v
  where v.stream_id = c.id and v.subject_id = any ($4::uuid[]) and now() >= v.valid_from and now() < v.valid_until)`

/** The same by plain statements, each under its policies. */
const byPolicies = async (db: Reader, actor: Actor, id: string) => {
  const one = async (text: string, values: unknown[] = [id]) => (await db.query(text, values)).rows
  const [header, newest, parties] = await Promise.all([
    one(
      `select c.kind, c.number, c.title, c.status, c.owner_agency_id, c.updated_at, f.role, ${SEEN_BEFORE} as seen_before, ${BY_GRANT} as by_grant
       from cases c left join feed f on f.case_id = c.id and f.subject_id = $2 left join last_seen s on s.case_id = c.id and s.officer_id = $3
       where c.id = $1`,
      [id, actor.agencyId, actor.officerId, subjectsOf(actor)],
    ),
    one('select e.seq, e.version, e.type, e.recorded_at, e.officer_id, e.body from event e where e.stream_id = $1 order by e.version'),
    one('select p.agency_id, p.role, p.valid_from, p.valid_until from party p where p.case_id = $1 order by p.agency_id'),
  ])
  return { header: header[0], events: newest, parties }
}

const byFunction = async (db: Reader, actor: Actor, id: string) => {
  const { rows } = await db.query<FoundCase>(FIND_CASE, [id, actor.agencyId, actor.officerId, 0, 0])
  const row = rows[0]
  if (!row) return { header: undefined, events: [], parties: [] }
  const { kind, number, title, status, owner_agency_id, updated_at, role, seen_before, by_grant } = row
  return {
    header: { kind, number, title, status, owner_agency_id, updated_at, role, seen_before, by_grant },
    events: tailOf(row).map(({ seq, version, type, recordedAt, officerId, body }) => {
      return { seq, version, type, recorded_at: recordedAt, officer_id: officerId, body }
    }),
    parties: partyRows(row)
      .map(({ agencyId, role: as, from, until }) => ({ agency_id: agencyId, role: as, valid_from: from, valid_until: until ?? Infinity }))
      .toSorted((a, b) => (a.agency_id < b.agency_id ? -1 : 1)),
  }
}

const both = (actor: Actor, id: string) =>
  readAs(toy.pools.read, actor, async (db) => Promise.all([byPolicies(db, actor, id), byFunction(db, actor, id)]))

test('a case is found as the policies let each reader see it, whatever reasons they see it for', async () => {
  const owner = toyActor()
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'A', partyIds: [toyActor().agencyId, toyActor().agencyId] })
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  const shown: string[] = []
  for (const sights of SIGHTS) {
    const actor = toyActor()
    for (const subject of ['agency', 'officer'] as const) {
      const who = { ...actor, ...(subject === 'agency' ? { agencyId: randomUUID() } : { officerId: randomUUID() }) }
      for (const [level, reason, [from, until]] of sights)
        await toy.pools.write.query(
          `insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until) values ($1, $2, $2, $3, $4, ${from}, ${until})`,
          [subject === 'agency' ? who.agencyId : who.officerId, id, level, reason],
        )
      await toy.pools.write.query(
        `insert into feed (subject_id, case_id, kind, status, role, updated_at) values ($1, $2, 'toy', 'open', 'lead', now())`,
        [who.agencyId, id],
      )
      await toy.pools.write.query(`insert into last_seen (officer_id, case_id, seen_at) values ($1, $2, now() - interval '1 hour')`, [
        who.officerId,
        id,
      ])
      const [policies, found] = await both(who, id)
      assert.deepEqual(found, policies, JSON.stringify(sights))
      shown.push(`${found.header ? 'header' : 'nothing'} ${found.events.length} ${found.parties.length} ${found.header?.by_grant ?? ''}`)
    }
  }
  // All that there is to be told apart came up.
  assert.deepEqual([...new Set(shown)].toSorted(), ['header 0 0 false', 'header 2 2 false', 'header 2 2 true', 'nothing 0 0 '])
})

test('nobody is told as whom another reads: neither a feed nor a look of somebody else', async () => {
  const [owner, other] = [toyActor(), toyActor()]
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'A', partyIds: [other.agencyId] })
  await toy.pools.write.query(`insert into last_seen (officer_id, case_id, seen_at) values ($1, $2, now() - interval '1 hour')`, [
    owner.officerId,
    id,
  ])
  const { rows } = await readAs(toy.pools.read, other, (db) => db.query<FoundCase>(FIND_CASE, [id, owner.agencyId, owner.officerId, 0, 0]))
  assert.deepEqual([rows[0]?.title, rows[0]?.role, rows[0]?.seen_before], ['Hồ sơ', null, null])
})

test('what stands at the version that is kept is not fetched again, unless a key of the case was destroyed', async () => {
  const owner = toyActor()
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'A', partyIds: [toyActor().agencyId] })
  const found = async (kept: number, parties: number) => {
    const { rows } = await readAs(toy.pools.read, owner, (db) =>
      db.query<FoundCase>(FIND_CASE, [id, owner.agencyId, owner.officerId, kept, parties]),
    )
    return rows[0] && [rows[0].tail && tailOf(rows[0]).length, rows[0].parties && partyRows(rows[0]).length, rows[0].lasting]
  }
  assert.deepEqual(await found(0, 0), [1, 1, true])
  assert.deepEqual(await found(1, 0), [null, 1, true])
  assert.deepEqual(await found(0, 1), [1, null, true])
  await toy.kernel.keyring.destroy(toy.pools.write, id, owner.officerId)
  assert.deepEqual(await found(1, 1), [1, null, false])
})
