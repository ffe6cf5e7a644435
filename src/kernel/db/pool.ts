import pg from 'pg'
import { StartProblem } from './embedded-problem.ts'
import { timestamp } from './timestamps.ts'

/** bigint ids fit a double for ages and read as strings elsewhere; keep them strings. Dates stay 'YYYY-MM-DD'. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, timestamp)

export type Role = 'app_read' | 'app_write' | 'app_system' | 'app_auth'

/** Commands look rows up by their keys: one plan serves every value, and making it anew costs more than following it. */
const PLANS: Partial<Record<Role, string>> = { app_write: '-c plan_cache_mode=force_generic_plan' }

/**
 * How long a connection stays that nobody uses, in milliseconds: over a meeting, but not over a night. A new one has its statements planned and its
 * tables looked up anew, which costs far more than the read that waits for it.
 */
const KEEP_MS = 10 * 60_000

/** How long a request waits for a connection, in milliseconds, before it is told that the database is away: a host that is gone says nothing. */
const CONNECT_MS = 20_000

/**
 * Refuses a connection that does not work in its role: the login is a member of all of them, and under it every policy would let everything through.
 * Poolers that leave out what a connection asks for at its start would make it so.
 */
const assertRole = async (client: pg.ClientBase, role: Role, searchPath: string): Promise<void> => {
  const { rows } = await client.query(`select current_user as role, current_setting('search_path') as path`)
  if (rows[0].role !== role || rows[0].path !== searchPath) throw pooled(role)
}

/** What stands between takes the settings of a connection away. */
export const pooled = (role: string, cause?: unknown): StartProblem =>
  new StartProblem(
    'database-pooler',
    {
      vi: `Kết nối cơ sở dữ liệu không nhận vai trò ${role}. Trỏ DATABASE_URL thẳng tới PostgreSQL, không qua PgBouncer.`,
      en: `A database connection does not take the role ${role}. Point DATABASE_URL at PostgreSQL itself, not at PgBouncer.`,
    },
    cause,
  )

/**
 * A pool whose connections work in one role from their start, so that no statement can run in a wider one.
 * Nothing is compiled on the way: where a plan is forced, PostgreSQL before 18 takes it for dear and compiles a second at what runs a millisecond.
 * `url` logs in as the application's login, which is a member of the roles and owner of nothing.
 */
export const rolePool = (url: string, role: Role, max: number, searchPath = 'public'): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    // Statements are sent without waiting for the answer to the one before: what belongs together travels together.
    pipeline: true,
    idleTimeoutMillis: KEEP_MS,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    onConnect: (client) => assertRole(client, role, searchPath),
    options: `-c role=${role} -c search_path=${searchPath} -c TimeZone=UTC -c synchronous_commit=on -c jit=off ${PLANS[role] ?? ''}`,
    application_name: `hiepdong ${role}`,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  // So it is while it is at work: its statements fail by themselves.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** The pools of one server process. */
export type Pools = { read: pg.Pool; write: pg.Pool; system: pg.Pool }

export const openPools = (url: string, size = 8): Pools => ({
  read: rolePool(url, 'app_read', size),
  write: rolePool(url, 'app_write', size),
  system: rolePool(url, 'app_system', 3),
})

export const closePools = async (pools: Pools): Promise<void> => {
  await Promise.all([pools.read.end(), pools.write.end(), pools.system.end()])
}

/** Runs `work` in one transaction; any throw rolls back. `begin` may carry settings that hold for it. */
export const inTransaction = async <T>(pool: pg.Pool, work: (db: pg.PoolClient) => Promise<T>, begin = 'begin'): Promise<T> => {
  const db = await pool.connect()
  let broken: Error | undefined
  try {
    // Travels with the first statement of `work`.
    together(db)
    const begun = db.query(begin)
    begun.catch(() => {})
    const result = await work(db)
    await begun
    await db.query('commit')
    return result
  } catch (error) {
    await db.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    db.release(broken)
  }
}

/**
 * Lets all that is asked of a connection before this turn of the event loop ends travel in one packet. Each packet wakes a process on the other
 * side, so that it costs more than the statement in it.
 */
export const together = (db: pg.PoolClient): void => {
  const { stream } = (db as unknown as { connection: { stream: { cork: () => void; uncork: () => void } } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
