import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { startServer } from './running-server.ts'

test('what a server opened is forgotten when its connections break, since another PostgreSQL may answer next', async () => {
  const { service, db, stop } = await startServer({ stock: null })
  const login = new pg.Client({ connectionString: db.appUrl })
  await login.connect()
  const { opened } = service.kernel.keyring
  const listening = async () =>
    (
      await login.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and application_name = 'hiepdong listen'`,
      )
    ).rows.map(({ pid }) => pid)
  try {
    opened.keep('a stream', 7, {}, 100)
    const before = await listening()
    assert.equal(before.length, 1)
    await login.query('select pg_terminate_backend($1)', before)
    const until = Date.now() + 60_000
    while (opened.get('a stream') && Date.now() < until) await login.query('select 1')
    assert.equal(opened.get('a stream'), undefined)
    opened.keep('a stream', 7, {}, 100)
    // Between the loss and the next connection something may have been read from either.
    while (opened.get('a stream') && Date.now() < until) await login.query('select 1')
    assert.equal(opened.get('a stream'), undefined)
    assert.notDeepEqual(await listening(), before)
  } finally {
    await login.end()
    await stop()
  }
})
