import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { assertLogin } from './app-login.ts'
import { StartProblem } from './embedded-problem.ts'
import { migrate } from './migrate.ts'
import { rolePool } from './pool.ts'

let db: TestDatabase
let owner: Client
before(async () => {
  db = await testDatabase()
  owner = new Client(db.ownerUrl)
  await owner.connect()
})
after(async () => {
  await owner.end()
  await db.drop()
})

const problem =
  (code: string, word = '') =>
  (error: unknown) =>
    error instanceof StartProblem && error.code === code && error.vi.includes(word) && error.en.includes(word)

/** The same address with other settings at the start of a connection. */
const withOptions = (url: string, options: string): string => {
  const changed = new URL(url)
  changed.searchParams.set('options', options)
  return changed.href
}

test('the login of the application passes', () => assertLogin(db.appUrl))

test('the owner as the login of the application is refused', async () => {
  await assert.rejects(assertLogin(db.ownerUrl), problem('database-login-privileged'))
})

test('a login that came after the migrations is told which roles it lacks', async () => {
  const login = `hiepdong_late_${process.pid}`
  await owner.query(`create role ${login} login password 'late'`)
  try {
    const late = new URL(db.appUrl)
    late.username = login
    late.password = 'late'
    await assert.rejects(assertLogin(late.href), problem('database-login-roles', `to "${login}"`))
  } finally {
    await owner.query(`drop role ${login}`)
  }
})

test('a wrong password says where it could not connect, without the password', async () => {
  const wrong = new URL(db.appUrl)
  wrong.password = 'geheim'
  await assert.rejects(
    assertLogin(wrong.href),
    (error) => problem('database-unreachable', wrong.username)(error) && !/geheim/.test(String(error)),
  )
})

test('a database without the tables, or one restored without its rights, is told for what it is', async () => {
  const empty = await emptyTestDatabase()
  try {
    await assert.rejects(assertLogin(empty.appUrl), problem('database-incomplete'))
  } finally {
    await empty.drop()
  }
  const broken = await testDatabase()
  const its = new Client(broken.ownerUrl)
  await its.connect()
  try {
    await its.query('revoke usage on schema vault from app_write')
    await assert.rejects(assertLogin(broken.appUrl), problem('database-incomplete'))
  } finally {
    await its.end()
    await broken.drop()
  }
})

test('an owner that may make no table is named', async () => {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} }
  await assert.rejects(
    migrate(db.appUrl, `${import.meta.dirname}/migrations`, quiet),
    problem('database-owner-rights', 'HIEPDONG_OWNER_URL'),
  )
})

test('a connection whose settings were left out on the way, as poolers do, does no work', async () => {
  // What the address asks for takes the place of what the pool asks for.
  const pool = rolePool(withOptions(db.appUrl, '-c search_path=public'), 'app_read', 1)
  const elsewhere = rolePool(withOptions(db.appUrl, '-c role=app_auth'), 'app_auth', 1, 'auth')
  try {
    await assert.rejects(pool.query('select count(*) from cases'), problem('database-pooler', 'app_read'))
    await assert.rejects(elsewhere.query('select count(*) from account'), problem('database-pooler', 'app_auth'))
  } finally {
    await Promise.all([pool.end(), elsewhere.end()])
  }
})
