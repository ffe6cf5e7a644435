import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { StartProblem } from './embedded-problem.ts'
import type { StartLog } from './embedded-problem.ts'
import { databaseOf, shownUrl, userOf } from './url.ts'

/** A numbered step of the schema: `0001-streams.sql` is number 1. */
export type Migration = { number: number; name: string; sql: string; sha256: string }

type Applied = { number: number; name: string; sha256: string }

/** Any fixed number: all processes that migrate one database must agree on it. */
const lockKey = 4_180_001

/**
 * A migration gives way to the commands and reads of servers that run beside it: where a lock does not come within LOCK_MS it is undone and tried
 * anew, before PostgreSQL looks for circles (after a second) and ends what others do.
 */
const LOCK_MS = 300
const PAUSE_MS = 200
const MOST_TRIES = 600

/** A lock that did not come in time, and a circle of them. */
const IN_THE_WAY = new Set(['55P03', '40P01'])

/**
 * Brings the schema of a database up to the files in `dir`, each in a transaction of its own, and answers the names of those applied now.
 * Processes that start together wait for each other. `settings` are set in each transaction (`select current_setting('hiepdong.app_role')`).
 * Throws StartProblem when an applied file was changed or skipped, or when the database is newer than the files; then nothing is written.
 */
export async function migrate(
  ownerUrl: string,
  dir: string,
  log: StartLog,
  settings: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const files = readMigrations(dir)
  const client = new Client({ connectionString: ownerUrl, application_name: 'hiepdong-migrate' })
  await client.connect().catch((error: unknown) => {
    throw unreachable(ownerUrl, error)
  })
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await client
      .query(
        `create table if not exists public.applied_migration (
           number integer primary key, name text not null, sha256 text not null, applied_at timestamptz not null default now())`,
      )
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === '42501' ? noOwner(ownerUrl, error) : error
      })
    const { rows } = await client.query<Applied>('select number, name, sha256 from public.applied_migration order by number')
    const pending = pendingMigrations(files, rows)
    for (const migration of pending) await apply(client, migration, settings, log)
    return pending.map(({ name }) => name)
  } finally {
    // The advisory lock ends with the session.
    await client.end()
  }
}

/** Refuses a database that is not at the version of the files in `dir`, for work that leaves the schema as it is. Throws StartProblem. */
export async function assertMigrated(ownerUrl: string, dir: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'hiepdong-migrate' })
  await client.connect().catch((error: unknown) => {
    throw unreachable(ownerUrl, error)
  })
  try {
    const { rows } = await client.query<{ here: boolean }>(`select to_regclass('public.applied_migration') is not null as here`)
    const applied = rows[0]?.here ? (await client.query<Applied>('select number, name, sha256 from public.applied_migration')).rows : []
    const [first] = pendingMigrations(readMigrations(dir), applied)
    if (first) throw older(first.name)
  } finally {
    await client.end()
  }
}

/** Reads the migrations of a directory in their order. Line ends do not count in the hash: git may change them at checkout. */
export function readMigrations(dir: string): Migration[] {
  const names = readdirSync(dir)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  const migrations = names.map((name) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new Error(`${name}: a migration is named like 0001-streams.sql`)
    const sql = readFileSync(join(dir, name), 'utf8').replaceAll('\r\n', '\n')
    return { number: Number(name.slice(0, 4)), name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
  migrations.forEach(({ number, name }, index) => {
    if (migrations[index - 1]?.number === number) throw new Error(`${name}: number ${number} is taken by ${migrations[index - 1]?.name}`)
  })
  return migrations
}

/** What is still to be applied, in order; throws where files and database contradict each other. */
function pendingMigrations(files: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byNumber = new Map(files.map((file) => [file.number, file]))
  for (const { number, name, sha256 } of applied) {
    const file = byNumber.get(number)
    if (!file) throw newer(name)
    if (file.sha256 !== sha256) throw changed(name, file.name)
  }
  const last = Math.max(0, ...applied.map(({ number }) => number))
  const done = new Set(applied.map(({ number }) => number))
  const pending = files.filter(({ number }) => !done.has(number))
  const skipped = pending.find(({ number }) => number < last)
  if (skipped) throw outOfOrder(skipped.name, last)
  return pending
}

async function apply(client: Client, migration: Migration, settings: Readonly<Record<string, string>>, log: StartLog): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await applyOnce(client, migration, settings)
      break
    } catch (error) {
      if (tries >= MOST_TRIES || !(error instanceof DatabaseError) || !IN_THE_WAY.has(error.code ?? '')) throw failed(migration, error)
      if (tries === 10)
        log.info(`${migration.name} đang chờ các giao dịch khác kết thúc … · ${migration.name} waits for other transactions to end …`)
      await setTimeout(PAUSE_MS)
    }
  }
  log.info(`Đã nâng cấp cơ sở dữ liệu: ${migration.name} · Applied ${migration.name}`)
}

async function applyOnce(client: Client, migration: Migration, settings: Readonly<Record<string, string>>): Promise<void> {
  try {
    await client.query('begin')
    await client.query(`set local lock_timeout = ${LOCK_MS}`)
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value])
    await client.query(migration.sql)
    await client.query('insert into public.applied_migration (number, name, sha256) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.sha256,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

function noOwner(url: string, error: unknown): StartProblem {
  return new StartProblem(
    'database-owner-rights',
    {
      vi: `Tài khoản ${userOf(url)} trong HIEPDONG_OWNER_URL không sở hữu cơ sở dữ liệu ${databaseOf(url)}.`,
      en: `The login ${userOf(url)} in HIEPDONG_OWNER_URL does not own the database ${databaseOf(url)}.`,
    },
    error,
  )
}

function failed(migration: Migration, error: unknown): StartProblem {
  const reason = error instanceof Error ? error.message : String(error)
  const position = error instanceof DatabaseError ? Number(error.position) : Number.NaN
  const line = Number.isNaN(position) ? '' : `:${migration.sql.slice(0, position).split('\n').length}`
  return new StartProblem(
    'migration-failed',
    {
      vi: `Không nâng cấp được cơ sở dữ liệu (${migration.name}${line}): ${reason}`,
      en: `Migration ${migration.name}${line} failed and was undone: ${reason}`,
    },
    error,
  )
}

function newer(name: string): StartProblem {
  return new StartProblem('database-newer', {
    vi: `Cơ sở dữ liệu mới hơn chương trình (đã có ${name}). Chạy phiên bản chương trình mới hơn.`,
    en: `The database is newer than this program (it has ${name}). Run a newer version of the program.`,
  })
}

function older(name: string): StartProblem {
  return new StartProblem('database-older', {
    vi: `Cơ sở dữ liệu cũ hơn chương trình (chưa có ${name}). Mở một máy chủ của phiên bản này trước, rồi chạy lại.`,
    en: `The database is older than this program (it lacks ${name}). Start a server of this version first, then run this again.`,
  })
}

function changed(applied: string, file: string): StartProblem {
  return new StartProblem('migration-changed', {
    vi: `Tệp ${file} khác với bản đã áp dụng (${applied}). Khôi phục tệp đó; thay đổi mới phải nằm trong tệp số mới.`,
    en: `${file} differs from what was applied (${applied}). Restore it; a change goes into a new numbered file.`,
  })
}

function outOfOrder(name: string, last: number): StartProblem {
  return new StartProblem('migration-out-of-order', {
    vi: `Tệp ${name} đến sau khi đã áp dụng số ${last}. Đổi sang số lớn hơn.`,
    en: `${name} comes after number ${last} was applied. Give it a higher number.`,
  })
}

/** No connection came about: where to, without the password, and why. */
export function unreachable(url: string, error: unknown): StartProblem {
  const reason = error instanceof Error ? error.message || ('code' in error ? String(error.code) : error.name) : String(error)
  return new StartProblem(
    'database-unreachable',
    {
      vi: `Không kết nối được tới cơ sở dữ liệu ${shownUrl(url)}: ${reason}`,
      en: `Cannot connect to the database ${shownUrl(url)}: ${reason}`,
    },
    error,
  )
}
