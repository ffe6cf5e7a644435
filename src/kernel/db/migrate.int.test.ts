import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, afterEach, describe, it } from 'node:test'
import { Client, Pool } from 'pg'
import { emptyTestDatabase, testDatabase } from '../../../testing/database.ts'
import type { TestDatabase } from '../../../testing/database.ts'
import { assertMigrated, migrate } from './migrate.ts'
import { assertDurable, assertNotPrivileged, assertSupported } from './postgres-checks.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const problem = (code: string) => (error: unknown) => error instanceof Error && 'code' in error && error.code === code

describe('migrate', () => {
  let database: TestDatabase
  let dir: string
  const write = (name: string, sql: string) => writeFileSync(join(dir, name), sql)
  const query = async (sql: string) => {
    const client = new Client(database.ownerUrl)
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }

  beforeEach(async () => {
    database = await emptyTestDatabase()
    dir = mkdtempSync(join(tmpdir(), 'hiepdong-migrations-'))
    write('0001-one.sql', 'create table one (id integer);')
  })
  afterEach(async () => {
    await database.drop()
    rmSync(dir, { recursive: true })
  })

  it('applies each file once, in order', async () => {
    assert.deepEqual(await migrate(database.ownerUrl, dir, quiet), ['0001-one.sql'])
    write('0003-three.sql', 'insert into one select 3;')
    write('0002-two.sql', 'insert into one select 2;')
    assert.deepEqual(await migrate(database.ownerUrl, dir, quiet), ['0002-two.sql', '0003-three.sql'])
    assert.deepEqual(await migrate(database.ownerUrl, dir, quiet), [])
    assert.deepEqual(await query('select id from one'), [{ id: 2 }, { id: 3 }])
  })

  it('lets one of several processes that start together do the work', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(database.ownerUrl, dir, quiet)))
    assert.deepEqual(runs.flat(), ['0001-one.sql'])
  })

  it('undoes a file that fails and names the line', async () => {
    write('0002-two.sql', 'create table two (id integer);\nselect * from nowhere;')
    await assert.rejects(migrate(database.ownerUrl, dir, quiet), /0002-two\.sql:2/)
    assert.deepEqual(await query(`select to_regclass('two') as two`), [{ two: null }])
  })

  it('refuses a changed file, a late file and a newer database', async () => {
    write('0002-two.sql', 'select 2;')
    await migrate(database.ownerUrl, dir, quiet)
    write('0001-one.sql', 'create table one (id bigint);')
    await assert.rejects(migrate(database.ownerUrl, dir, quiet), problem('migration-changed'))
    write('0001-one.sql', 'create table one (id integer);\r\n'.replace('\r\n', ''))
    assert.deepEqual(await migrate(database.ownerUrl, dir, quiet), [])
    rmSync(join(dir, '0002-two.sql'))
    await assert.rejects(migrate(database.ownerUrl, dir, quiet), problem('database-newer'))
  })

  it('gives way to a command that holds what it needs and needs what it holds', async () => {
    write('0002-two.sql', 'create table two (id integer);')
    await migrate(database.ownerUrl, dir, quiet)
    const command = new Client(database.ownerUrl)
    await command.connect()
    try {
      await command.query('begin; insert into one values (1)')
      write('0003-three.sql', 'alter table two add column note text; alter table one add column note text;')
      const migrated = migrate(database.ownerUrl, dir, quiet)
      const locks = `select 1 from pg_locks where not granted and relation = 'one'::regclass`
      while (!(await query(locks)).length);
      await command.query('insert into two values (1); commit')
      assert.deepEqual(await migrated, ['0003-three.sql'])
      assert.deepEqual(await query('select one.note, two.note from one, two'), [{ note: null }])
    } finally {
      await command.end()
    }
  })

  it('hands settings to the file', async () => {
    write('0002-two.sql', `create table two as select current_setting('hiepdong.app_role') as role;`)
    await migrate(database.ownerUrl, dir, quiet, { 'hiepdong.app_role': 'someone' })
    assert.deepEqual(await query('select role from two'), [{ role: 'someone' }])
  })

  it('has come before work that leaves the schema as it is, and no newer version has', async () => {
    const { ownerUrl } = database
    await assert.rejects(assertMigrated(ownerUrl, dir), problem('database-older'))
    await migrate(ownerUrl, dir, quiet)
    await assertMigrated(ownerUrl, dir)
    write('0002-two.sql', 'create table two (id integer);')
    await assert.rejects(assertMigrated(ownerUrl, dir), problem('database-older'))
    await migrate(ownerUrl, dir, quiet)
    rmSync(join(dir, '0002-two.sql'))
    await assert.rejects(assertMigrated(ownerUrl, dir), problem('database-newer'))
  })

  it('says where it could not connect, without the password', async () => {
    const url = 'postgres://owner:geheim@127.0.0.1:1/nothing'
    await assert.rejects(migrate(url, dir, quiet), (error) => problem('database-unreachable')(error) && !/geheim/.test(String(error)))
  })
})

describe('the checks at start', () => {
  let database: TestDatabase
  let owner: Pool
  let app: Pool
  before(async () => {
    database = await testDatabase()
    owner = new Pool({ connectionString: database.ownerUrl, max: 1 })
    app = new Pool({ connectionString: database.appUrl, max: 1 })
  })
  after(async () => {
    await Promise.all([owner.end(), app.end()])
    await database.drop()
  })

  it('accept the server and the application login', async () => {
    const facts = await assertSupported(app)
    assert.equal(facts.encoding, 'UTF8')
    await assertDurable(app)
    await assertNotPrivileged(app)
  })

  it('refuse the owner as application login', async () => {
    await owner.query('create table if not exists mine ()')
    await assert.rejects(assertNotPrivileged(owner), problem('database-login-privileged'))
  })

  it('refuse a session that does not wait for the disk', async () => {
    await owner.query('set synchronous_commit = off')
    await assert.rejects(assertDurable(owner), problem('database-not-durable'))
  })
})
