import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'

const CASES = 8_000
/** A look-up passes three levels of an index or so. */
const PAGES_EACH = 12
const ALL = randomUUID()

let db: TestDatabase
let owner: Client
before(async () => {
  db = await testDatabase()
  owner = new Client({ connectionString: db.ownerUrl })
  await owner.connect()
  await owner.query(`grant app_write to current_user; set role app_write`)
  // Nearly all subjects are concerned with one case, so that the average one's feed is read in no time.
  await owner.query(
    `with c as (select gen_random_uuid() as id, n, '2026-01-01'::timestamptz + n * interval '1 minute' as at from generate_series(1, ${CASES}) n),
       s as (select id, at, '${ALL}'::uuid as subject from c union all select id, at, gen_random_uuid() from c, generate_series(1, 3)),
       feeds as (insert into feed select subject, id, 'toy', 'open', 'lead', at from s)
     insert into visible select subject, id, id, 2, 'party:lead', at from s`,
  )
  await owner.query('reset role')
  await owner.query('vacuum analyze feed')
  await owner.query('vacuum analyze visible')
})
after(async () => {
  await owner.end()
  await db.drop()
})

const pagesOfFeed = async (): Promise<number> => {
  const { rows } = await owner.query(
    `select sum(pg_stat_get_xact_blocks_fetched(i.indexrelid))::int as n from pg_index i where i.indrelid = 'feed'::regclass`,
  )
  return rows[0].n
}

for (const who of ['one subject', 'two subjects'])
  test(`a case that was found is looked up by itself, however many there are in the feed: ${who}`, async () => {
    const subjects = who === 'one subject' ? [ALL] : [ALL, randomUUID()]
    await owner.query('begin')
    await owner.query(`select set_config('app.subjects', $1, true)`, [`{${subjects.join(',')}}`])
    for (const setting of ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan', 'enable_sort'])
      await owner.query(`set local ${setting} = off`)
    await owner.query('set local plan_cache_mode = force_generic_plan')
    const { rows: hits } = await owner.query('select case_id as id from feed where subject_id = $1 limit 60', [ALL])
    const before = await pagesOfFeed()
    const { rowCount } = await owner.query(`select * from search_pick($1, $2, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51)`, [
      subjects,
      hits.map(({ id }) => id),
    ])
    const pages = (await pagesOfFeed()) - before
    await owner.query('rollback')
    assert.equal(rowCount, 51)
    assert.ok(pages <= 60 * PAGES_EACH * subjects.length, `${pages} pages`)
  })
