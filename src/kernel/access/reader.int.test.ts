import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client, type Pool } from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { rolePool } from '../db/pool.ts'
import type { Actor } from './actor.ts'
import { readAs } from './reader.ts'

let db: TestDatabase
let pool: Pool
before(async () => {
  db = await testDatabase()
  // One connection, so that each read finds what the one before left on it.
  pool = rolePool(db.appUrl, 'app_read', 1)
})
after(async () => {
  await pool.end()
  await db.drop()
})

const someone = (): Actor => {
  const agencyId = randomUUID()
  return { officerId: randomUUID(), postId: randomUUID(), agencyId, unitId: agencyId, rights: [] }
}
const WHO = 'select app_subjects() as ids, $1::int as n'

test('each read asks as its own actor, in every turn, and leaves nothing behind', async () => {
  for (const actor of [someone(), someone()]) {
    const expected = [actor.agencyId, actor.officerId]
    await readAs(pool, actor, async (reader) => {
      const [first, second] = await Promise.all([reader.query(WHO, [1]), reader.query(WHO, [2])])
      assert.deepEqual(first.rows, [{ ids: expected, n: 1 }])
      assert.deepEqual(second.rows, [{ ids: expected, n: 2 }])
      await new Promise(setImmediate)
      assert.deepEqual((await reader.query(WHO, [3])).rows, [{ ids: expected, n: 3 }])
    })
    assert.deepEqual((await pool.query('select app_subjects() as ids')).rows, [{ ids: [] }])
  }
})

test('what fails fails what was asked with it, and the connection goes on', async () => {
  const half = 'select 1 / $1::int as n'
  for (const round of [1, 2]) {
    await readAs(pool, someone(), async (reader) => {
      const asked = [reader.query(WHO, [round]), reader.query(half, [0]), reader.query('select $1::text as t', ['x'])]
      const [before, failed, after] = await Promise.allSettled(asked)
      assert.equal(before?.status, 'fulfilled')
      for (const one of [failed, after]) assert.match(String(one?.status === 'rejected' && one.reason), /division by zero/)
      assert.deepEqual((await reader.query(half, [1])).rows, [{ n: 1 }])
      assert.deepEqual((await reader.query('select $1::text as t', ['x'])).rows, [{ t: 'x' }])
      await assert.rejects(reader.query('select nothing_of_the_kind($1)', [1]), /does not exist/)
    })
  }
})

test('a read that ends before its statements do keeps the connection until they are done', async () => {
  let late: Promise<unknown> | undefined
  await assert.rejects(
    readAs(pool, someone(), async (reader) => {
      late = reader.query('select pg_sleep(0.05), $1::int as n', [1])
      throw new Error('enough')
    }),
    /enough/,
  )
  const actor = someone()
  const { rows } = await readAs(pool, actor, (reader) => reader.query(WHO, [4]))
  assert.deepEqual(rows, [{ ids: [actor.agencyId, actor.officerId], n: 4 }])
  await late
})

test('a read writes nothing, whatever its role may do', async () => {
  const writer = rolePool(db.appUrl, 'app_write', 1)
  try {
    await assert.rejects(
      readAs(writer, someone(), (reader) =>
        reader.query('insert into last_seen (officer_id, case_id, seen_at) values ($1, $1, now())', [randomUUID()]),
      ),
      /read-only transaction/,
    )
  } finally {
    await writer.end()
  }
})

test('a connection whose statement a migration has changed fails once at most', async () => {
  const owner = new Client(db.ownerUrl)
  await owner.connect()
  try {
    await owner.query('create table place (a int); insert into place values (1); grant select on place to app_read')
    const ask = () => readAs(pool, someone(), async (reader) => (await reader.query('select * from place')).rows)
    assert.deepEqual(await ask(), [{ a: 1 }])
    await owner.query('alter table place add column b text')
    await ask().catch((error: Error) => assert.match(error.message, /cached plan must not change result type/))
    assert.deepEqual(await ask(), [{ a: 1, b: null }])
  } finally {
    await owner.query('drop table place')
    await owner.end()
  }
})

test('values come back as they went', async () => {
  const values = ['{"a, b"}', 'x\\y "z"', null, true, 12, new Date(0), Buffer.from([0, 255]), ['a', null, 'b"\\,c']]
  const { rows } = await readAs(pool, someone(), (reader) =>
    reader.query(
      'select $1::text as a, $2::text as b, $3::text as c, $4::boolean as d, $5::int as e, $6::timestamptz as f, $7::bytea as g, $8::text[] as h',
      values,
    ),
  )
  assert.deepEqual(Object.values(rows[0]), values)
})
