import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import type { Actor } from '../src/kernel/access/actor.ts'
import { listFulfilments } from '../src/kernel/assignments/fulfilment-reads.ts'
import { listCases } from '../src/kernel/cases/reads/case-list.ts'
import { readWaiting } from '../src/kernel/cases/reads/waiting.ts'
import { listNotifications, unreadCount } from '../src/kernel/inbox/notifications.ts'
import { mostTouched, pagesTouched, type Work } from './read-cost.ts'
import { toyActor, type ToyKernel, toyKernel } from './toy-kernel.ts'

/**
 * Data that is wide where it is mostly narrow: a case concerns three thousand, the same limit holds for ten thousand asks, an agency has thousands of
 * notices about cases that it sees no more, and one stream has nearly all files. Never analysed, then analysed. What a read touches follows from what it
 * shows: counted in pages of the database, which no other load moves.
 */
const [asker, alone, blind] = [toyActor(), toyActor(), toyActor()] as const
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }
const [big, small, part] = [randomUUID(), randomUUID(), randomUUID()]

let toy: ToyKernel
let owner: Client
before(async () => {
  toy = await toyKernel()
  owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  for (const table of [
    'cases',
    'feed',
    'visible',
    'ask',
    'notification',
    'notification_read',
    'fulfilment',
    'file',
    'stream',
    'event',
    'evidence',
  ])
    await owner.query(`alter table ${table} set (autovacuum_enabled = off)`)
  await owner.query('grant app_write to current_user')
  await owner.query('set role app_write')
  await owner.query(
    `create temp table c as select case n when 1 then '${big}'::uuid when 2 then '${small}' else gen_random_uuid() end as id, n, now() - n * interval '1 minute' as at
       from generate_series(1, 9000) n;
     insert into cases select id, 'toy', 'T-' || n, 'Hồ sơ ' || n, 'open', '${asker.agencyId}', null, '{}', null, '{}', at, at from c;
     insert into visible select '${asker.agencyId}', id, id, 3, 'owner', at from c;
     insert into visible select '${blind.agencyId}', id, id, 2, 'party:lead', at, now() from c;
     insert into visible values ('${blind.agencyId}', '${small}', '${small}', 2, 'party:informed', now() - interval '1 day');
     insert into feed select '${asker.agencyId}', id, 'toy', 'open', 'owner', at from c where n < 100;
     create temp table p as select case when n = 7 then '${part}'::uuid else gen_random_uuid() end as id, n, case when n = 7 then '${alone.agencyId}'::uuid else gen_random_uuid() end as agency_id
       from generate_series(1, 3000) n;
     insert into visible select agency_id, id, '${big}', 2, 'fulfilment', now() from p;
     insert into visible select agency_id, '${big}', '${big}', 2, 'party:lead', now() from p;
     insert into fulfilment select id, '${big}', '${big}', 1, null, agency_id, '${asker.agencyId}', 'once', 'Việc', case when n % 3 = 0 then 'confirmed' else 'assigned' end,
       now() + interval '30 days', now() + interval '29 days', now(), now(), now(), false, null, null, null, 1, now() from p;
     insert into stream select id, 'toy', '${big}', null, false, 1 from p;
     insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
       select id, 1, '${big}', false, 'toy.added', 1, now(), now(), agency_id, agency_id, '\\x00' from p;
     insert into evidence select gen_random_uuid(), '${big}', id, null, '${big}', agency_id, current_date, 'Kết quả', 'confirmed' from p;
     insert into ask (id, stream_id, stream_type, case_id, agency_id, officer_id, unit_id, act, title, asker_id, verb, due_at, soon_at, since, version, kind)
       select gen_random_uuid(), id, 'toy', id, gen_random_uuid(), null, null, 'submit', 'Việc', '${asker.agencyId}', 'giao', 'infinity', 'infinity', at, 1, 'toy' from c;
     insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
       select '${blind.agencyId}', case when n % 2 = 0 then '${blind.officerId}'::uuid end, id, id, 'reminder.due', '{}', '${asker.agencyId}', at from c order by n desc;
     insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
       select '${asker.agencyId}', null, id, id, 'reminder.due', '{}', '${alone.agencyId}', at from c;
     insert into file (id, case_id, stream_id, agency_id, officer_id, inner_only, name_sealed, size, sha256, media_type)
       select gen_random_uuid(), '${small}', '${small}', '${asker.agencyId}', '${asker.officerId}', false, '\\x00', 1, '', '' from c`,
  )
  await owner.query('reset role')
  // Read one by one, the newest at last: no mark stands.
  await owner.query('alter table notification no force row level security; alter table notification_read no force row level security')
  await owner.query(`insert into notification_read select '${asker.officerId}', id from notification where agency_id = '${asker.agencyId}'`)
  await owner.query('alter table notification force row level security; alter table notification_read force row level security')
})
after(async () => {
  await owner.end()
  await toy.stop()
})

const STREAM = `select s.version, (select count(*) from event e where e.stream_id = s.id) as events,
  (select count(*) from fulfilment f where f.id = s.id) as rows from stream s where s.id = $1`

/** Fulfilments of the big case lie on some hundred pages; a page of anything else needs some for each of its rows. */
const READS: [string, Actor, number, Work][] = [
  ['fulfilments of a case that concerns thousands', asker, 600, (db) => listFulfilments(db, asker, names, big, {})],
  ['those in a status that none has', asker, 4500, (db) => listFulfilments(db, asker, names, big, { status: 'declined' })],
  ['those of who sees one of them', alone, 60, (db) => listFulfilments(db, alone, names, big, {})],
  ['a stream of it, its events and its row', alone, 60, (db) => db.query(STREAM, [part])],
  ['a list with that case', asker, 4500, (db) => listCases(db, asker, names, {})],
  ['what is waited for without a limit', asker, 4000, (db) => readWaiting(db, asker, names, undefined)],
  ['notices, all read one by one', asker, 8000, (db) => listNotifications(db, toy.kernel.registry, asker, names, undefined)],
  ['how many are not read', asker, 9000, (db) => unreadCount(db, asker)],
  ['notices of cases seen no more', blind, 50_000, (db) => listNotifications(db, toy.kernel.registry, blind, names, undefined)],
]

for (const statistics of ['without statistics', 'with statistics'])
  test(`what is wide in one place costs a page of another no more than it shows, ${statistics}`, async () => {
    if (statistics === 'with statistics') await owner.query('analyze')
    const all: Record<string, number> = {}
    for (const [name, actor, , work] of READS) all[name] = await mostTouched(toy.pools.read, actor, work, pagesTouched)
    if (process.env.SHOW) console.log(all)
    assert.deepEqual(
      READS.flatMap(([name, , limit]) => (all[name]! > limit ? [`${name}: ${all[name]}`] : [])),
      [],
    )
  })
