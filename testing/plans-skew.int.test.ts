import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import type { Actor } from '../src/kernel/access/actor.ts'
import type { Reader } from '../src/kernel/access/reader.ts'
import { listCases } from '../src/kernel/cases/reads/case-list.ts'
import { encodeCursor } from '../src/kernel/cases/reads/cursor.ts'
import { readDesk } from '../src/kernel/cases/reads/desk.ts'
import { readWaiting } from '../src/kernel/cases/reads/waiting.ts'
import { listNotifications } from '../src/kernel/inbox/notifications.ts'
import { foldFresh } from '../src/kernel/search/folding.ts'
import { searchCases } from '../src/kernel/search/search.ts'
import { mostTouched, type Work } from './read-cost.ts'
import { toyActor, type ToyKernel, toyKernel } from './toy-kernel.ts'

/**
 * Data that is as lopsided as it gets, loaded in bulk and never analysed, then analysed: one agency is concerned with all cases, one with every
 * second, one with forty; nearly all cases are closed; words are common and never meet, or common and never where an agency looks; one case
 * concerns three thousand; nearly all asks of the busiest agency are one colleague's. No read may go through more than a page or two needs.
 */
const CASES = 12_000
const [all, half, few] = [toyActor(), toyActor(), toyActor()] as const
/** Officers of the half: one has nearly all its asks, the other five. */
const laden: Actor = { ...half, officerId: '00000000-0000-4000-8000-0000000000b1' }
const idle: Actor = { ...half, officerId: '00000000-0000-4000-8000-0000000000b2' }
/** Nearly all that its agency is asked stands in another unit; four asks are handed to a colleague in none, four to nobody, the last of all. */
const split: Actor = toyActor()
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

let toy: ToyKernel
let owner: Client
before(async () => {
  toy = await toyKernel()
  owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  for (const table of ['cases', 'feed', 'visible', 'ask', 'notification', 'search_doc', 'search_place', 'search_bits', 'search_fresh'])
    await owner.query(`alter table ${table} set (autovacuum_enabled = off)`)
  await owner.query('grant app_write to current_user')
  await owner.query('set role app_write')
  await owner.query(
    `create temp table c as select gen_random_uuid() as id, n, now() - n * interval '1 minute' as at, case when n % 997 = 0 then 'open' else 'closed' end as status
       from generate_series(1, ${CASES}) n;
     create temp table s as select c.*, x.subject from c, lateral (values ('${all.agencyId}'::uuid, true), ('${half.agencyId}', n % 2 = 0), ('${few.agencyId}', n % 300 = 0)) x(subject, sees) where sees
       union all select c.*, gen_random_uuid() from c, generate_series(1, 3000) where n = 600;
     insert into cases select id, case when n % 1500 = 0 then 'rare' else 'toy' end, 'T-' || n, 'Hồ sơ ' || n, status, '${all.agencyId}', null, '{}', null, '{}', at, at from c;
     insert into visible select subject, id, id, 2, 'party:lead', at from s;
     insert into feed select subject, id, case when n % 1500 = 0 then 'rare' else 'toy' end, status, case when n % 400 = 0 then 'owner' else 'lead' end, at from s;
     insert into search_doc select id, at, to_tsvector('vn', 'chung' || case when n % 2 = 0 then ' chan' else ' le' end || case when n % 2 = 1 then ' ngoai' else '' end
       || case when n > 11000 then ' cu' else '' end || case when n % 1000 = 0 then ' hiem' else '' end || ' so' || n) from c;
     insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, since, version)
       select gen_random_uuid(), id, 'toy', id, '${half.agencyId}', case when n % 2400 = 0 then '${idle.officerId}'::uuid else '${laden.officerId}' end, null, 'submit', 'Việc',
         case when n % 3 = 0 then '${half.agencyId}'::uuid else '${all.agencyId}' end, 'giao', case when n % 5 = 0 then 'infinity' else at + interval '4 days' end, at, 1 from c;
     insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, since, version)
       select gen_random_uuid(), id, 'toy', id, '${split.agencyId}', case when n % 3000 > 0 then '00000000-0000-4000-8000-0000000000b3'::uuid end,
         case when n % 3000 > 1 then '00000000-0000-4000-8000-0000000000c1'::uuid end, 'submit', 'Việc', '${all.agencyId}', 'giao', case when n % 3000 > 1 then at - interval '1 year' else at end, at, 1 from c;
     insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
       select '${half.agencyId}', case when n % 100 = 0 then null else '${laden.officerId}'::uuid end, id, id, 'reminder.due', '{}', '${all.agencyId}', at from c where n % 2 = 0 order by n desc`,
  )
  await owner.query('reset role')
  await foldFresh(toy.pools.system, 1)
})
after(async () => {
  await owner.end()
  await toy.stop()
})

/** The rows of tables that the transaction fetched so far. */
const fetched = async (db: Reader): Promise<number> => {
  const { rows } = await db.query('select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as n from pg_stat_xact_user_tables')
  return rows[0].n
}

const deep = async (actor: Actor) => {
  const { rows } = await toy.pools.system.query(
    'select updated_at::text as at, case_id from feed where subject_id = $1 order by updated_at desc, case_id desc offset 4949 limit 1',
    [actor.agencyId],
  )
  return rows[0] ? encodeCursor([rows[0].at, rows[0].case_id]) : undefined
}
/** Rows for a page with its checks of sight; for counts to a thousand in five groups; for a search that walks some way and then looks a thousand up. */
const LIMIT = { list: 600, desk: 5600, search: 5600 }

const reads = (actor: Actor, page100: string | undefined): [keyof typeof LIMIT, string, Work][] => [
  ['list', 'first page', (db) => listCases(db, actor, names, {})],
  ['list', 'page 100', (db) => listCases(db, actor, names, { after: page100 })],
  ['list', 'by the rare status', (db) => listCases(db, actor, names, { status: 'open' })],
  ['list', 'by the common status, page 100', (db) => listCases(db, actor, names, { status: 'closed', after: page100 })],
  ['list', 'by the rare kind', (db) => listCases(db, actor, names, { kind: 'rare' })],
  ['list', 'by the rare role', (db) => listCases(db, actor, names, { role: 'owner' })],
  ['list', 'by a role nobody has', (db) => listCases(db, actor, names, { role: 'adviser' })],
  ['list', 'by days long ago', (db) => listCases(db, actor, names, { from: '2020-01-01', until: '2020-02-01' })],
  ['desk', 'mine', (db) => readDesk(db, actor, names, { scope: 'mine' })],
  ['desk', 'of the unit', (db) => readDesk(db, actor, names, { scope: 'unit' })],
  ['desk', 'of the agency', (db) => readDesk(db, actor, names, { scope: 'agency' })],
  ['desk', 'waiting', (db) => readWaiting(db, actor, names, undefined)],
  ['desk', 'notifications', (db) => listNotifications(db, toy.kernel.registry, actor, names, undefined)],
  ['search', 'a word in all', (db) => searchCases(db, names, 'chung', undefined)],
  ['search', 'common words that never meet', (db) => searchCases(db, names, 'lẻ chẵn', undefined)],
  ['search', 'common words, one in the oldest alone', (db) => searchCases(db, names, 'chung cũ', undefined)],
  ['search', 'a word common only elsewhere', (db) => searchCases(db, names, 'ngoài', undefined)],
  ['search', 'a rare word and a common one', (db) => searchCases(db, names, 'chung hiếm', undefined)],
  ['search', 'none', (db) => searchCases(db, names, 'chung khongco', undefined)],
  ['search', 'page 100', (db) => searchCases(db, names, 'chung', page100)],
]

for (const statistics of ['without statistics', 'with statistics']) {
  for (const [who, actor] of Object.entries({ all, half, few, laden, idle }))
    test(`no read goes through more than it shows, ${statistics}: ${who}`, async () => {
      if (statistics === 'with statistics') await owner.query('analyze')
      const page100 = await deep(actor)
      const over: string[] = []
      for (const [sort, name, work] of reads(actor, page100)) {
        const n = await mostTouched(toy.pools.read, actor, work, fetched)
        if (n > LIMIT[sort]) over.push(`${name}: ${n}`)
      }
      assert.deepEqual(over, [])
    })

  test(`what stands in no unit is found beside thousands that stand in another, ${statistics}`, async () => {
    const desk = async (db: Reader) => {
      const { counts } = await readDesk(db, split, names, { scope: 'unit' })
      assert.equal(
        Object.values(counts).reduce((sum, count) => sum + count),
        8,
      )
    }
    const n = await mostTouched(toy.pools.read, split, desk, fetched)
    assert.ok(n <= 100, `${n} rows`)
  })
}
