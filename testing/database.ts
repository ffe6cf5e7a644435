import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate, readMigrations } from '../src/kernel/db/migrate.ts'
import { databaseOf, userOf, withDatabase } from '../src/kernel/db/url.ts'
import { startTestCluster } from './cluster.ts'
import type { TestCluster } from './cluster.ts'
import { ensureTemplate } from './template.ts'

/** A database that belongs to one test file. */
export type TestDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> }

type Server = { ownerUrl: string; appUrl: string }

/** What a database holds before its test begins: `fill` enters it into a database once for a run, on top of another stock; the rest are copies. */
export type Stock = { name: string; upon?: Stock; fill(database: { ownerUrl: string; appUrl: string }): Promise<void> }

const migrationsDir = join(import.meta.dirname, '../src/kernel/db/migrations')
const quiet = { info: () => {}, warn: console.warn, error: console.error }

let ownCluster: Promise<TestCluster> | undefined

/**
 * A database of one's own, migrated, and empty unless a stock is named. It is copied from a template that is made once per server, a stock's
 * once per run. The server is the one named by HIEPDONG_TEST_OWNER_URL and HIEPDONG_TEST_APP_URL (`npm test` sets them to the cluster its
 * files share), else one of this process alone. Call `drop()` in `after`.
 */
export async function testDatabase(stock?: Stock): Promise<TestDatabase> {
  const server = await testServer()
  const template = await templateOf(server, stock)
  const name = freshName()
  await asOwner(server, (client) => client.query(`create database ${name} template ${template}`))
  return databaseAt(server, name)
}

/** An empty database without any migration, for tests of migrating itself. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const server = await testServer()
  const name = freshName()
  await asOwner(server, (client) => createLike(client, server, name))
  return databaseAt(server, name)
}

function databaseAt(server: Server, name: string): TestDatabase {
  let dropped: Promise<void> | undefined
  return { ...urlsOf(server, name), drop: () => (dropped ??= dropDatabase(server, name)) }
}

const urlsOf = (server: Server, name: string) => ({
  ownerUrl: withDatabase(server.ownerUrl, name),
  appUrl: withDatabase(server.appUrl, name),
})

const freshName = () => `${testRunPrefix()}${randomBytes(6).toString('hex')}`

/** Names of this run's databases begin so; the runner drops those that a killed test left on a server that lives on. */
export function testRunPrefix(): string {
  return `hiepdong_test_${process.env['HIEPDONG_TEST_RUN'] ?? ownRun}_`
}

/** The name of a run that no runner has named: a single file. */
const ownRun = randomBytes(3).toString('hex')

async function testServer(): Promise<Server> {
  const ownerUrl = process.env['HIEPDONG_TEST_OWNER_URL']
  const appUrl = process.env['HIEPDONG_TEST_APP_URL']
  if (ownerUrl && appUrl) return { ownerUrl, appUrl }
  if (!ownCluster) {
    ownCluster = startTestCluster()
    // The server does not keep the process alive, so this comes when the tests are over.
    process.once('beforeExit', () => void ownCluster?.then((cluster) => cluster.remove()))
  }
  return ownCluster
}

async function templateOf(server: Server, stock: Stock | undefined): Promise<string> {
  return stock ? stocked(server, stock) : migrated(server)
}

/** The template's name carries the hash of the migrations, so a changed migration never meets an old template. */
async function migrated(server: Server): Promise<string> {
  const files = existsSync(migrationsDir) ? readMigrations(migrationsDir) : []
  const hash = createHash('sha256')
    .update(files.map(({ sha256 }) => sha256).join())
    .update(userOf(server.appUrl))
    .digest('hex')
  const template = `hiepdong_template_${hash.slice(0, 16)}`
  await asOwner(server, (client) =>
    ensureTemplate(client, template, async (half) => {
      await createLike(client, server, half)
      if (files.length > 0)
        await migrate(withDatabase(server.ownerUrl, half), migrationsDir, quiet, { 'hiepdong.app_role': userOf(server.appUrl) })
    }),
  )
  return template
}

/** What fills a stock is code, whose changes no name could carry: its template goes with the run. */
async function stocked(server: Server, stock: Stock): Promise<string> {
  const base = await templateOf(server, stock.upon)
  const template = `${testRunPrefix()}stock_${stock.name}`
  await asOwner(server, (client) =>
    ensureTemplate(client, template, async (half) => {
      await client.query(`create database ${half} template ${base}`)
      await stock.fill(urlsOf(server, half))
    }),
  )
  // A single file on a server that lives on: no runner drops what is left.
  if (!process.env['HIEPDONG_TEST_RUN'] && !ownCluster) dropAtEnd ??= process.once('beforeExit', () => void dropRun(server))
  return template
}

let dropAtEnd: unknown

/** Drops every database of this run that is left: stocks, and those of test files that were killed. */
export async function dropRun(server: Server): Promise<void> {
  const left: { name: string; open: boolean }[] = []
  await asOwner(server, async (client) => {
    const { rows } = await client.query('select datname as name, datallowconn as open from pg_database where starts_with(datname, $1)', [
      testRunPrefix(),
    ])
    left.push(...rows)
    for (const { name } of left.filter(({ open }) => !open)) await client.query(`drop database ${name}`)
  })
  for (const { name } of left.filter(({ open }) => open)) await dropDatabase(server, name)
}

/** A database with the locale of the one that the owner's URL names: a server may hold a C-locale database beside others. */
async function createLike(client: Client, server: Server, name: string): Promise<void> {
  const localeColumn = (await client.query(`select from pg_attribute where attrelid = 'pg_database'::regclass and attname = 'datlocale'`))
    .rowCount
    ? 'datlocale'
    : 'daticulocale'
  const { rows } = await client.query<{ provider: string; lc_collate: string; lc_ctype: string; locale: string | null }>(
    `select datlocprovider::text as provider, datcollate as lc_collate, datctype as lc_ctype, ${localeColumn} as locale
     from pg_database where datname = $1`,
    [databaseOf(server.ownerUrl)],
  )
  const base = rows[0]
  if (!base) throw new Error(`The server has no database ${databaseOf(server.ownerUrl)}`)
  const literal = (text: string) => client.escapeLiteral(text)
  const provider = {
    b: `locale_provider builtin builtin_locale ${literal(base.locale ?? 'C.UTF-8')}`,
    i: `locale_provider icu icu_locale ${literal(base.locale ?? 'und')}`,
  }[base.provider]
  await client.query(
    `create database ${name} template template0 encoding 'UTF8' lc_collate ${literal(base.lc_collate)} lc_ctype ${literal(base.lc_ctype)} ${provider ?? 'locale_provider libc'}`,
  )
  await client.query(`grant connect, temporary on database ${name} to ${client.escapeIdentifier(userOf(server.appUrl))}`)
}

/**
 * Drops a database of which sessions may still be closing. Each login ends its own sessions: `drop … with (force)` would need the owner to
 * be a member of the application's login, which it is not on every server.
 */
export async function dropDatabase(server: Server, name: string): Promise<void> {
  for (const login of [server.appUrl, server.ownerUrl]) {
    await connected(withDatabase(login, name), (client) =>
      client.query(
        `select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and usename = session_user and pid <> pg_backend_pid()`,
      ),
    )
  }
  await asOwner(server, (client) => client.query(`drop database ${name}`))
}

function asOwner(server: Server, work: (client: Client) => Promise<unknown>): Promise<void> {
  return connected(server.ownerUrl, work)
}

async function connected(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'hiepdong-test' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
