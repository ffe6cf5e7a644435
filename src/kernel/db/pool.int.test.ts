import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { inTransaction, rolePool } from './pool.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
})
after(() => db.drop())

test('a connection that breaks while it is at work fails its own statement and nothing else', async () => {
  const pool = rolePool(db.appUrl, 'app_read', 2)
  // Sessions of a login may be ended by that login.
  const other = new Client(db.appUrl)
  await other.connect()
  try {
    await assert.rejects(
      inTransaction(pool, async (held) => {
        const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid')
        const ended = new Promise((resolve) => held.once('end', resolve))
        await other.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        // At rest when it breaks: an error without a listener would end the process here.
        await ended
        await held.query('select 1')
      }),
    )
    assert.equal((await pool.query('select 1 as n')).rows[0].n, 1)
  } finally {
    await other.end()
    await pool.end()
  }
})
