import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type Reader, subjectsLiteral } from '../src/kernel/access/reader.ts'
import { listFulfilments, readProgress } from '../src/kernel/assignments/fulfilment-reads.ts'
import type { KindManifest } from '../src/kernel/cases/kind.ts'
import { listCases } from '../src/kernel/cases/reads/case-list.ts'
import { countKinds, readComing } from '../src/kernel/cases/reads/coming.ts'
import { readDesk } from '../src/kernel/cases/reads/desk.ts'
import { readTimeline } from '../src/kernel/cases/reads/timeline.ts'
import { readWaiting } from '../src/kernel/cases/reads/waiting.ts'
import { listNotifications } from '../src/kernel/inbox/notifications.ts'
import { searchCases } from '../src/kernel/search/search.ts'
import { toyActor, type ToyKernel, toyKernel } from './toy-kernel.ts'

const CASES = 9_000
/** A table may be read whole while it is small; reading more rows than this one after the other is reading the table. */
const FEW = 1_500

let toy: ToyKernel
const all = toyActor()
const few = toyActor()
const other = toyActor()
let someCase = ''
const names = { ref: (id: string) => ({ id, name: id, shortName: id, typeId: 'x' }) }

before(async () => {
  toy = await toyKernel()
  const owner = new Client({ connectionString: toy.db.ownerUrl })
  await owner.connect()
  // As the database's owner with the write role: real rows of every table, two agencies that see all and sixty cases, real statistics.
  await owner.query(`grant app_write to current_user`).catch(() => {})
  await owner.query('set role app_write')
  await owner.query(
    `create temp table c as select gen_random_uuid() as id, n, now() - n * interval '1 minute' as at from generate_series(1, ${CASES}) n;
     insert into cases select id, 'toy', 'T-' || n, 'Hồ sơ ' || n, case when n % 7 = 0 then 'closed' else 'open' end, '${all.agencyId}', null, '{}', null, '{}', at, at from c;
     insert into visible select '${all.agencyId}', id, id, 3, 'owner', at from c;
     insert into visible select '${few.agencyId}', id, id, 2, 'party:lead', at from c where n % 333 = 0;
     insert into visible select '${other.agencyId}', id, id, 2, 'party:lead', at from c where n % 3 = 0;
     insert into feed select '${all.agencyId}', id, 'toy', case when n % 7 = 0 then 'closed' else 'open' end, 'owner', at from c;
     insert into feed select '${few.agencyId}', id, 'toy', case when n % 7 = 0 then 'closed' else 'open' end, 'lead', at from c where n % 333 = 0;
     insert into search_doc select id, at, to_tsvector('vn', vn_fold('hồ sơ số ' || n || case when n % 1000 = 0 then ' hiếm' else '' end || ' phối hợp an ninh mạng')) from c;
     insert into stream select id, 'toy', id, null, false, 1 from c;
     insert into event (stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id, body)
       select id, v, id, false, 'toy.added', 1, at, at, '${all.officerId}', '${all.agencyId}', '\\x00' from c, generate_series(1, 3) v;
     insert into fulfilment select gen_random_uuid(), id, id, 1, null, '${few.agencyId}', '${all.agencyId}', 'once', 'Việc ' || n, 'assigned', at + interval '30 days', at, null, null, null, false, null, null, null, 1, at from c;
     insert into ask select gen_random_uuid(), id, 'toy', id, case when n % 333 = 0 then '${few.agencyId}'::uuid when n % 9 = 0 then '${other.agencyId}'::uuid else gen_random_uuid() end, null, null, 'submit', 'Việc ' || n, case when n % 9 = 0 then '${all.agencyId}'::uuid else gen_random_uuid() end, 'giao', at + interval '30 days', at + interval '25 days', null, at, 1 from c;
     insert into notification (agency_id, stream_id, case_id, what, params, asker_id, at) select case when n % 9 = 0 then '${other.agencyId}'::uuid else gen_random_uuid() end, id, id, 'reminder.due', '{}', '${all.agencyId}', at from c`,
  )
  someCase = (await owner.query('select id from c where n = 333')).rows[0].id
  await owner.query('reset role')
  await owner.query('analyze')
  await owner.end()
})
after(() => toy.stop())

/** A kind whose every case foresees something, so that no row is left out for having none. */
const foreseeing = {
  kind: 'toy',
  coming: { statuses: ['open'], dates: () => [{ on: '2026-12-01', month: false, text: { vi: '', en: '' }, note: null }] },
} as unknown as KindManifest

type Work = (db: Reader) => Promise<unknown>

/**
 * Tables of which one read, with all its policies and functions, went through many rows one after the other. PostgreSQL tells it of the present
 * transaction, so that here all the statements of a read are one.
 */
const readWhole = async (actor: typeof all, work: Work) => {
  const db = await toy.pools.read.connect()
  try {
    await db.query('begin read only')
    await db.query(`select set_config('app.subjects', $1, true)`, [subjectsLiteral(actor)])
    await work(db)
    const { rows } = await db.query('select relname, seq_tup_read::int as n from pg_stat_xact_user_tables where seq_tup_read > $1', [FEW])
    return rows
  } finally {
    await db.query('rollback')
    db.release()
  }
}

const reads: [string, Work][] = []
const everyone = [all, few, other] as const

test('the check itself notices a whole table', async () => {
  const rows = await readWhole(all, async (db) => {
    await db.query('set local enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off')
    await db.query('select count(*) from feed')
  })
  assert.ok(rows.some((row) => row.relname === 'feed'))
})

for (const [i, who] of ['sees all', 'sees sixty', 'sees a third'].entries()) {
  test(`lists, desk, search, timeline and notifications read no table whole for an agency that ${who}`, async () => {
    const actor = everyone[i] as typeof all
    const kernel = toy.kernel
    reads.length = 0
    reads.push(
      ['first page', (db) => listCases(db, actor, names, {})],
      ['by kind and status', (db) => listCases(db, actor, names, { kind: 'toy', status: 'closed' })],
      ['by role', (db) => listCases(db, actor, names, { role: 'lead' })],
      ['by day', (db) => listCases(db, actor, names, { from: '2026-01-01', until: '2099-01-01' })],
      ['desk of mine', (db) => readDesk(db, actor, names, { scope: 'mine' })],
      ['desk of the unit', (db) => readDesk(db, actor, names, { scope: 'unit' })],
      ['what is coming', (db) => readComing(db, actor, [foreseeing], names, new Date())],
      ['cases by kind', (db) => countKinds(db, actor)],
      ['search common', (db) => searchCases(db, names, 'an ninh mang', undefined)],
      ['search rare', (db) => searchCases(db, names, 'hiếm', undefined)],
      ['search none', (db) => searchCases(db, names, 'khongco', undefined)],
      ['timeline', (db) => readTimeline(db, kernel, new Map(), actor, names, someCase, {})],
      ['fulfilments', (db) => listFulfilments(db, actor, names, someCase, {})],
      ['progress', (db) => readProgress(db, names, someCase)],
      ['notifications', (db) => listNotifications(db, kernel.registry, actor, names, undefined)],
    )
    for (const [name, work] of reads) assert.deepEqual(await readWhole(actor, work), [], name)
  })
}

test('what an agency waits for is counted over its own asks alone', async () => {
  const rows = await readWhole(few, (db) => readWaiting(db, few, names, undefined))
  assert.deepEqual(rows, [])
})
