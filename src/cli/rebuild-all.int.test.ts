import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { edges } from './rebuild-all.ts'

let database: TestDatabase
let owner: pg.Client
before(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query('alter table stream no force row level security')
})
after(async () => {
  await owner.end()
  await database.drop()
})

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

test('an empty log is one range', async () => {
  assert.deepEqual(await edges(database.appUrl, [0.5, 1]), [LAST, LAST])
})

test('each thread gets like parts, though ids that follow the time are all alike at their beginning', async () => {
  await owner.query(
    `insert into stream (id, type, case_id, inner_only, version)
     select id, 'directive', id, false, 1 from (select format('01a13490-%s-7000-8000-000000000000', lpad(to_hex(n), 4, '0'))::uuid as id from generate_series(1, 400) n) x`,
  )
  const ends = await edges(database.appUrl, [0.25, 0.5, 0.75, 1])
  assert.equal(ends.at(-1), LAST)
  const { rows } = await owner.query(
    'select (select count(*)::int from stream where case_id <= e) as n from unnest($1::uuid[]) with ordinality x(e, i) order by i',
    [ends],
  )
  assert.deepEqual(
    rows.map((row) => row.n),
    [100, 200, 300, 400],
  )
})
