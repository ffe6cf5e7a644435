import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import type { Actor } from '../src/kernel/access/actor.ts'
import { readAs } from '../src/kernel/access/reader.ts'
import { putUnseenAside } from '../src/kernel/access/unseen.ts'
import { listCases } from '../src/kernel/cases/reads/case-list.ts'
import { countKinds } from '../src/kernel/cases/reads/coming.ts'
import { readTimeline } from '../src/kernel/cases/reads/timeline.ts'
import { readWaiting } from '../src/kernel/cases/reads/waiting.ts'
import { listNotifications, unreadCount } from '../src/kernel/inbox/notifications.ts'
import { DoneNotes } from '../src/kernel/search/done-notes.ts'
import { foldFresh } from '../src/kernel/search/folding.ts'
import { searchCases } from '../src/kernel/search/search.ts'
import { mostTouched, pagesTouched, type Work } from './read-cost.ts'
import { toyActor, type ToyKernel, toyKernel } from './toy-kernel.ts'

/**
 * What is over and stays: an agency that saw thousands of cases and sees thirty old ones, words that stand in old cases alone, notes of texts that were
 * folded in while somebody holds an old view of the database, ten orders to all communes that nobody has answered. Counted in pages of the database.
 */
const CASES = 9000
const [all, gone, asker, former] = [toyActor(), toyActor(), toyActor(), toyActor()] as const
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }
const record = randomUUID()

let toy: ToyKernel
let owner: Client
let view: Client
before(async () => {
  toy = await toyKernel()
  owner = new Client({ connectionString: toy.db.ownerUrl })
  view = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  await view.connect()
  for (const table of 'cases feed visible ask notification event search_doc search_place search_bits search_fresh search_touched search_recent'.split(
    ' ',
  ))
    await owner.query(`alter table ${table} set (autovacuum_enabled = off)`)
  await owner.query('grant app_write to current_user')
  await owner.query('set role app_write')
  await owner.query(
    `create temp table c as select case n when 5 then '${record}'::uuid else gen_random_uuid() end as id, n, timestamptz '2026-01-01' + n * interval '1 minute' as at
       from generate_series(1, ${CASES}) n;
     insert into cases select id, 'toy', 'T-' || n, 'Hồ sơ', 'open', '${all.agencyId}', null, '{}', null, '{}', at, at from c;
     insert into visible select '${all.agencyId}', id, id, 3, 'owner', at from c;
     insert into feed select '${all.agencyId}', id, 'toy', 'open', 'owner', at from c;
     insert into visible select '${gone.agencyId}', id, id, 2, 'party:lead', at, case when n <= 30 then 'infinity' else now() end from c;
     insert into feed select '${gone.agencyId}', id, 'toy', 'open', 'lead', at from c;
     insert into search_doc select id, at, to_tsvector('vn', 'chung so' || n || case when n <= 2500 then ' cu' else '' end) from c;
     insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
       select '${record}', v, '${record}', false, 'toy.added', 1, now(), now(), '${all.officerId}'::uuid, '${all.agencyId}', '\\x00' from generate_series(1, 3000) v;
     insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
       select '${gone.agencyId}', case when n % 2 = 0 then '${gone.officerId}'::uuid end, id, id, 'reminder.due', '{}', '${all.agencyId}', at from c order by n;
     create temp table o as select gen_random_uuid() as id, n from generate_series(1, 10) n;
     insert into cases select id, 'toy', 'CT-' || n, 'Chỉ thị', 'open', '${asker.agencyId}', null, '{}', null, '{}', now(), now() from o;
     insert into visible select '${asker.agencyId}', id, id, 3, 'owner', now() from o;
     insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, since, version, kind)
       select gen_random_uuid(), gen_random_uuid(), 'toy', o.id, gen_random_uuid(), null, null, 'submit', 'Rà soát, báo cáo kết quả', '${asker.agencyId}', 'giao',
         now() + interval '10 days', now(), now(), 1, 'toy' from o, generate_series(1, 3321);
     insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, since, version, kind)
       select gen_random_uuid(), id, 'toy', id, gen_random_uuid(), null, null, 'submit', 'Việc', '${former.agencyId}', 'giao', 'infinity', 'infinity', at, 1, 'toy' from c where n <= 1000;
     insert into visible select '${former.agencyId}', id, id, 2, 'party:lead', at from c where n in (100, 900)`,
  )
  await owner.query('reset role')
  // As a back-up that takes long: what is done from here on stays in the way.
  await view.query('begin isolation level repeatable read')
  await view.query('select count(*) from search_fresh')
  await foldFresh(toy.pools.system, 1)
  const notes = new DoneNotes()
  for (let look = 0; look < 2; look++) await notes.look(toy.pools.system)
  await putUnseenAside(toy.pools.system)
})
after(async () => {
  await view.end()
  await owner.end()
  await toy.stop()
})

/**
 * A page of fifty cases with their checks costs some four hundred, and what was put aside stays in the way of the old view; a search looks at the newest
 * hundred before it goes by bits. Two orders to all communes are six thousand asks.
 */
const READS: [string, Actor, number, Work][] = [
  ['a list of who saw thousands', gone, 1500, (db) => listCases(db, gone, names, {})],
  ['by a status that none has', gone, 600, (db) => listCases(db, gone, names, { status: 'closed' })],
  ['by role', gone, 2000, (db) => listCases(db, gone, names, { role: 'lead' })],
  ['how many of each kind', gone, 1200, (db) => countKinds(db, gone)],
  ['notices of who saw thousands', gone, 3500, (db) => listNotifications(db, toy.kernel.registry, gone, names, undefined)],
  ['how many are not read', gone, 1500, (db) => unreadCount(db, gone)],
  ['a search of who saw thousands', gone, 2500, (db) => searchCases(db, names, 'chung', undefined)],
  ['of a word that all have', all, 2500, (db) => searchCases(db, names, 'chung', undefined)],
  ['of a word that old cases have alone', all, 15_000, (db) => searchCases(db, names, 'cũ', undefined)],
  ['of one that none has', all, 2500, (db) => searchCases(db, names, 'chung khongco', undefined)],
  ['what is waited for from all communes', asker, 7500, (db) => readWaiting(db, asker, names, undefined)],
  ['what is waited for in cases seen no more', former, 8000, (db) => readWaiting(db, former, names, undefined)],
  ['a record of one stream', gone, 400, (db) => readTimeline(db, toy.kernel, new Map(), gone, names as never, record, {})],
]

for (const statistics of ['without statistics', 'with statistics'])
  test(`what is over is not gone through, ${statistics}`, async () => {
    if (statistics === 'with statistics') await owner.query('analyze')
    const touched: Record<string, number> = {}
    for (const [name, actor, , work] of READS) touched[name] = await mostTouched(toy.pools.read, actor, work, pagesTouched)
    if (process.env.SHOW) console.log(touched)
    assert.deepEqual(
      READS.flatMap(([name, , limit]) => (touched[name]! > limit ? [`${name}: ${touched[name]}`] : [])),
      [],
    )
  })

test('all that is waited for in cases that are seen is told, page by page, however much is not seen', async () => {
  const titles: string[] = []
  let after: string | undefined
  let pages = 0
  do {
    const view = await readAs(toy.pools.read, former, (db) => readWaiting(db, former, names, after))
    titles.push(...view.rows.map((row) => row.caseNumber))
    after = view.next ?? undefined
    pages++
  } while (after)
  assert.deepEqual(titles.sort(), ['T-100', 'T-900'])
  assert.ok(pages < 10, `${pages} pages`)
})

test('notices of cases that are seen come first, however many are of cases seen no more', async () => {
  const { rows, unread, next } = await readAs(toy.pools.read, gone, (db) =>
    listNotifications(db, toy.kernel.registry, gone, names, undefined),
  )
  assert.deepEqual([rows.length, unread, next], [30, 30, null])
})
