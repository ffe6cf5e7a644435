import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client, type Pool, type PoolClient } from 'pg'
import type { Actor } from '../src/kernel/access/actor.ts'
import { readAs, type Reader } from '../src/kernel/access/reader.ts'
import { deliverAll } from '../src/kernel/access/requests/delivery.ts'
import { listRequests } from '../src/kernel/access/requests/reads.ts'
import { readProgress } from '../src/kernel/assignments/fulfilment-reads.ts'
import { listCases } from '../src/kernel/cases/reads/case-list.ts'
import { readCase } from '../src/kernel/cases/reads/case-view.ts'
import { readTimeline } from '../src/kernel/cases/reads/timeline.ts'
import { listNotifications } from '../src/kernel/inbox/notifications.ts'
import { searchCases } from '../src/kernel/search/search.ts'
import { lookFactory } from '../src/kernel/streams/look-reader.ts'
import { evidenceRows, runningRows } from '../src/kinds/agreement/evidence-rows.ts'
import { mostTouched, pagesTouched, type Work } from './read-cost.ts'
import { toyActor, type ToyKernel, toyKernel } from './toy-kernel.ts'

/**
 * What is far away in one direction: behind thousands that who asks may not read, may not see any more, or does not want. The statistics are those of a day
 * on which there was one agency with one case, then right: what a read passes by costs nothing with either.
 */
const [owner, party, many, typist] = [toyActor(), toyActor(), toyActor(), toyActor()] as const
const [agreement, big, inner, crowded] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }
const clause = randomUUID()

let toy: ToyKernel
let db: Client
/** Has made its plans on the day with one case. */
let early: PoolClient

const event = (rows: string): string =>
  `insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body) ${rows}`

/** Cases from one number to another, each with what an ordinary one has. */
const ordinary = (from: number, until: number): string =>
  `drop table if exists c; create temp table c as select gen_random_uuid() as id, n, now() - n * interval '1 minute' as at from generate_series(${from}, ${until}) n;
   insert into cases select id, 'directive', '01/KH-UBND', 'Kế hoạch', 'open', '${owner.agencyId}', null, '{}', '2026-01-02',
     jsonb_build_object('issuerId', gen_random_uuid()), at, at from c;
   insert into visible select '${owner.agencyId}', id, id, 3, 'owner', at from c;
   insert into feed select '${owner.agencyId}', id, 'directive', 'open', 'owner', at from c;
   insert into visible select '${typist.agencyId}', id, id, 3, 'owner', at from c;
   insert into feed select '${typist.agencyId}'::uuid, id, 'directive', case when n % 100 = 3 then 'draft' else 'discarded' end, 'owner', at from c order by md5(n::text);
   insert into stream select id, 'toy', id, null, false, 1 from c;
   ${event(`select id, 1, id, false, 'toy.added', 1, at, at, '${owner.officerId}'::uuid, '${owner.agencyId}'::uuid, '\\x00' from c`)};
   insert into evidence select gen_random_uuid(), id, id, null, id, '${owner.agencyId}', '2026-03-01', 'Kết quả', 'confirmed' from c;
   insert into fulfilment select gen_random_uuid(), id, id, 1, null, '${party.agencyId}', '${owner.agencyId}', 'once', 'Việc', 'assigned', now(), now(), null, null, null,
     false, null, null, null, 1, at from c;
   insert into search_doc select id, at, to_tsvector('vn', 'chung so' || n) from c;
   insert into notification (agency_id, stream_id, case_id, what, params, asker_id, at) select '${owner.agencyId}', id, id, 'reminder.due', '{}', '${owner.agencyId}', at from c;
   insert into case_access select gen_random_uuid(), id, '{}', '${owner.agencyId}', '${party.agencyId}', 'refused', true, at, at, null from c;
   insert into outbox (case_id, stream_id, agencies, done_at) select id, id, '{}', now() from c;`

/** One of each wide case, with three thousand parts, then what lies on top of what is shown. */
const wide = (): string =>
  `create temp table p as select gen_random_uuid() as id, gen_random_uuid() as agency_id, n from generate_series(1, 3000) n;
   create temp table w as select x::uuid as id from unnest(array['${agreement}', '${big}', '${inner}', '${crowded}']) x;
   insert into cases select id, 'toy', 'Q', 'Rộng', 'open', '${owner.agencyId}', null, '{}', null, '{}', now(), now() from w;
   insert into stream select id, 'toy', id, null, false, 1 from w;
   insert into visible select '${owner.agencyId}'::uuid, id, id, 3, 'owner', now() from w union all select '${party.agencyId}'::uuid, id, id, 2, 'party:lead', now() from w
     union all select '${many.agencyId}'::uuid, id, id, 2, 'party:lead', now() from w;
   insert into link select gen_random_uuid(), '${agreement}', '${clause}', 'case', id, '${owner.agencyId}', now() from c where n <= 2000;
   insert into link select gen_random_uuid(), '${agreement}', '${clause}', 'assignment', gen_random_uuid(), '${owner.agencyId}', now() from generate_series(1, 60);
   insert into evidence select gen_random_uuid(), '${agreement}', '${agreement}', '${clause}', null, '${owner.agencyId}', '2026-03-02', 'Việc', 'recorded' from p;
   insert into fulfilment select id, '${big}', '${big}', 1, null, agency_id, '${owner.agencyId}', 'once', 'Việc', 'assigned', now(), now(), null, null, null, false,
     null, null, null, 1, now() from p;
   insert into visible select agency_id, id, '${big}', 2, 'fulfilment', now() from p;
   insert into visible select '${many.agencyId}', id, '${big}', 2, 'fulfilment', now() from p where n <= 70;
   insert into visible select agency_id, '${crowded}', '${crowded}', 2, 'party:lead', now() from p;
   insert into party select '${crowded}', agency_id, 'lead', now() from p;
   ${event(`select id, 1, '${big}'::uuid, false, 'toy.added', 1, now(), now(), agency_id, agency_id, '\\x00' from p where n <= 70`)};
   ${event(`select id, v, '${big}'::uuid, false, 'toy.added', 1, now(), now(), agency_id, agency_id, '\\x00' from p, generate_series(2, 4) v where n > 70`)};
   ${event(`select '${inner}'::uuid, 1, '${inner}'::uuid, false, 'toy.added', 1, now(), now(), '${owner.officerId}'::uuid, '${owner.agencyId}'::uuid, '\\x00'`)};
   ${event(`select gen_random_uuid(), 1, '${inner}'::uuid, true, 'toy.added', 1, now(), now(), agency_id, agency_id, '\\x00' from p`)};
   create temp table d as select gen_random_uuid() as id from generate_series(1, 20);
   insert into cases select id, 'toy', 'TQ', 'Toàn quốc', 'open', '${many.agencyId}', null, '{}', null, '{}', now(), now() from d;
   insert into visible select '${many.agencyId}', id, id, 3, 'owner', now() from d;
   insert into feed select '${many.agencyId}', id, 'toy', 'open', 'owner', now() from d;
   insert into fulfilment select gen_random_uuid(), d.id, d.id, 1, null, p.agency_id, '${many.agencyId}', 'once', 'Việc', case when n % 3 = 0 then 'confirmed' else 'assigned' end,
     now() - interval '1 day' * (n % 2), now(), null, null, null, false, null, null, null, 1, now() from d, p`

before(async () => {
  toy = await toyKernel()
  db = new Client({ connectionString: toy.db.ownerUrl })
  await db.connect()
  const tables =
    'cases feed visible stream event evidence fulfilment link party search_doc search_fresh notification case_access ' +
    'outbox progress_part access_request access_waiting access_delivery command'
  for (const table of tables.split(' ')) await db.query(`alter table ${table} set (autovacuum_enabled = off)`)
  await db.query('grant app_write, app_system to current_user')
  const load = async (sql: string) => {
    await db.query('set role app_write')
    await db.query(sql)
    await db.query('reset role')
  }
  await load(ordinary(0, 0))
  await db.query('analyze')
  early = await toy.pools.write.connect()
  await take(early)
  await load(ordinary(1, 6000))
  await load(`insert into command select gen_random_uuid(), n::text, '\\x00', '{}' from generate_series(1, 20000) n`)
  await load(wide())
  await db.query('set role app_system')
  await db.query(
    `insert into access_request select gen_random_uuid(), gen_random_uuid(), 1, '${owner.agencyId}', now() from generate_series(1, 6000);
     insert into access_delivery (request_id) select id from access_request`,
  )
  await db.query('reset role')
})
after(async () => {
  early.release()
  await db.end()
  await toy.stop()
})

const look = (reader: Reader) => lookFactory(toy.kernel.registry, toy.kernel.keyring)(reader as never, true)
const timeline = (actor: Actor, id: string): Work => {
  return (reader) => readTimeline(reader, toy.kernel, new Map(), actor, names, id, {})
}

/** Ties cost what each of two thousand shows: its link, sight, case and evidence. A page of anything else needs some for each of its rows. */
const READS: [string, Actor, number, Work][] = [
  ['what was done for two thousand ties and three thousand entries', owner, 45_000, (reader) => evidenceRows(reader, agreement)],
  ['the same, seen in part', party, 30_000, (reader) => evidenceRows(reader, agreement)],
  ['work that runs, of three thousand parts', owner, 4500, (reader) => runningRows(reader, big)],
  ['progress of who sees no part', party, 60, (reader) => readProgress(reader, names, big)],
  ['a record on which others inside their agencies wrote last', owner, 4500, timeline(owner, inner)],
  ['a record of which seventy old streams are seen', many, 5500, timeline(many, big)],
  ['a record of a case that three thousand see', party, 60, timeline(party, crowded)],
  ['a case with three thousand parties', party, 4500, (reader) => readCase(reader, toy.kernel, party, names, crowded)],
  ['a list of orders to everybody', many, 1500, (reader) => listCases(reader, many, names, {})],
  ['a list behind drafts that were discarded', typist, 1500, (reader) => listCases(reader, typist, names, {})],
  ['a list of who sees all', owner, 1500, (reader) => listCases(reader, owner, names, {})],
  ['a search of who has no feed', party, 60, (reader) => searchCases(reader, names, 'chung', undefined)],
  ['a search of who sees all', owner, 3000, (reader) => searchCases(reader, names, 'chung', undefined)],
  ['a number that all have', owner, 60, (reader) => look(reader).caseWithNumber('directive', randomUUID(), '01/KH-UBND', 2026)],
  ['requests of who asked for thousands', owner, 60, (reader) => listRequests(reader, toy.kernel, owner, names, undefined)],
  ['notices of who has none', party, 60, (reader) => listNotifications(reader, toy.kernel.registry, party, names, undefined)],
]

/** Takes up a command, writes what it was answered, and undoes both; tells how far its officer sees the case and how many pages that touched. */
const take = async (taker: PoolClient) => {
  const { officerId: officer, agencyId: agency, unitId: unit } = party
  const key = randomUUID()
  const given = JSON.stringify([{ token: null, officer, agency, unit, key, stream: crowded, kept: 0 }])
  const done = JSON.stringify({ commands: [{ officer_id: officer, key, digest: '', answer: {}, last_stream: crowded, last_version: 1 }] })
  try {
    await taker.query('begin')
    const before = await pagesTouched(taker)
    const { rows } = await taker.query('select sight from take_commands($1::jsonb, true)', [given])
    await taker.query('select * from write_commands($1::jsonb)', [done])
    return { sight: rows[0]?.sight as number | null, pages: (await pagesTouched(taker)) - before }
  } finally {
    await taker.query('rollback')
  }
}

test('a command looks up its own, however many see its case, and whatever was there when its plans were made', async () => {
  const late = await toy.pools.write.connect()
  try {
    for (const taker of [early, late]) {
      const { sight, pages } = await take(taker)
      assert.equal(sight, 2)
      assert.ok(pages < 100, `${pages} pages`)
    }
  } finally {
    late.release()
  }
})

for (const statistics of ['of one case', 'right'])
  test(`what is passed by costs nothing, statistics: ${statistics}`, async () => {
    if (statistics === 'right') await db.query('analyze')
    const all: Record<string, number> = {}
    for (const [name, actor, , work] of READS) all[name] = await mostTouched(toy.pools.read, actor, work, pagesTouched)
    if (process.env.SHOW) console.log(all)
    assert.deepEqual(
      READS.flatMap(([name, , limit]) => (all[name]! > limit ? [`${name}: ${all[name]}`] : [])),
      [],
    )
  })

test('a sweep with nothing to carry goes through no request that was ever made', async () => {
  const worker = await toy.pools.system.connect()
  try {
    await worker.query('begin')
    // What was delivered is passed once before it counts as gone.
    await deliverAll(toy.kernel, worker as unknown as Pool)
    const before = await pagesTouched(worker)
    await deliverAll(toy.kernel, worker as unknown as Pool)
    const n = (await pagesTouched(worker)) - before
    assert.ok(n < 60, `${n} pages`)
  } finally {
    await worker.query('rollback')
    worker.release()
  }
})

test('the kept sum tells what counting tells, whatever was changed, and stays short', async () => {
  await db.query('set role app_write')
  const ids: string[] = (await db.query('select id from d order by 1')).rows.map(({ id }) => id)
  const [one] = ids
  await db.query(
    `create temp table f as select f.id, row_number() over () as n from fulfilment f where f.case_id in (select id from d);
     update fulfilment u set state = 'cancelled' from f where f.id = u.id and n % 7 = 0;
     update fulfilment u set state = 'finished', due_at = due_at + interval '3 days' from f where f.id = u.id and n % 11 = 0;
     update fulfilment u set due_at = null from f where f.id = u.id and n % 13 = 0`,
  )
  for (let n = 0; n < 400; n++)
    await db.query(
      `update fulfilment set state = case when state = 'assigned' then 'confirmed' else 'assigned' end
       where id = (select id from fulfilment where case_id = $1 order by id limit 1)`,
      [one],
    )
  const kept = await db.query('select from progress_part where case_id = $1', [one])
  await db.query('reset role')
  const [summed, counted] = await readAs(toy.pools.read, many, (reader) =>
    Promise.all([
      reader.query('select * from case_progress($1) order by 1', [ids]),
      reader.query(
        `select case_id, count(*) filter (where state in ('confirmed', 'finished'))::int as done, count(*) filter (where state <> 'cancelled')::int as total,
           count(*) filter (where due_at < now() and state in ('assigned', 'accepted', 'in-progress', 'returned'))::int as overdue
         from fulfilment where case_id = any ($1) group by 1 order by 1`,
        [ids],
      ),
    ]),
  )
  assert.equal(summed.rows.length, 20)
  assert.deepEqual(summed.rows, counted.rows)
  assert.ok((kept.rowCount ?? 0) < 300, `${kept.rowCount} parts of a sum`)
})
