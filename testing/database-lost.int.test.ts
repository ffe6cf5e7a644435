import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { startServer } from './running-server.ts'

test('what a server opened is forgotten when its connections break, since another PostgreSQL may answer next', async (t) => {
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
    const before = await listening()
    assert.equal(before.length, 1)
    // Each time it is forgotten, something is read at once: between the loss and the next connection that may come from either.
    const forget = opened.clear.bind(opened)
    const forgotten: boolean[] = []
    const read = () => opened.keep('a stream', 7, {}, 100)
    t.mock.method(opened, 'clear', () => {
      forget()
      forgotten.push(opened.get('a stream') === undefined)
      if (forgotten.length === 1) read()
    })
    read()
    await login.query('select pg_terminate_backend($1)', before)
    const until = Date.now() + 60_000
    while (forgotten.length < 2 && Date.now() < until) await login.query('select 1')
    assert.ok(forgotten.length >= 2 && forgotten.every(Boolean), forgotten.join())
    assert.equal(opened.get('a stream'), undefined)
    assert.notDeepEqual(await listening(), before)
  } finally {
    await login.end()
    await stop()
  }
})
