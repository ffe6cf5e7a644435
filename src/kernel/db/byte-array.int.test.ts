import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { arrayOfBytes } from './byte-array.ts'

let db: TestDatabase
let client: Client
before(async () => {
  db = await testDatabase()
  client = new Client({ connectionString: db.appUrl })
  await client.connect()
})
after(async () => {
  await client.end()
  await db.drop()
})

test('PostgreSQL reads the bytes that were given, in their order, none and empty ones among them', async () => {
  for (const values of [[], [Buffer.alloc(0)], [randomBytes(1), Buffer.alloc(0), randomBytes(70_000), Buffer.from([0, 255])]]) {
    const { rows } = await client.query('select b from unnest($1::bytea[]) with ordinality u(b, n) order by n', [arrayOfBytes(values)])
    assert.deepEqual(
      rows.map((row) => row.b),
      values,
    )
  }
})
