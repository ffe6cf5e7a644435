import type pg from 'pg'
import { StartProblem } from './embedded-problem.ts'

type Connection = pg.Pool | pg.ClientBase

/** What the product needs to know of a PostgreSQL server it did not start itself. */
export type ServerFacts = {
  /** As `server_version_num`: 180004 is 18.4. */
  version: number
  encoding: string
  /** Whether names can be sorted by the Vietnamese alphabet (`collate "vi-x-icu"`); false on a server built without ICU. */
  vietnameseSort: boolean
}

/** Refuses a server older than 15 or a database that is not UTF-8; answers what else it found. The locale may be any, C too. */
export async function assertSupported(connection: Connection): Promise<ServerFacts> {
  const { rows } = await connection.query<ServerFacts>(
    `select current_setting('server_version_num')::int as version,
            (select pg_encoding_to_char(encoding) from pg_database where datname = current_database()) as encoding,
            exists (select from pg_collation where collname = 'vi-x-icu') as "vietnameseSort"`,
  )
  const facts = rows[0]
  if (!facts || facts.version < 150_000 || facts.encoding !== 'UTF8') {
    throw new StartProblem('database-unsupported', {
      vi: `Cần PostgreSQL 15 trở lên với mã UTF8; máy chủ này là ${facts?.version} với mã ${facts?.encoding}.`,
      en: `PostgreSQL 15 or newer with encoding UTF8 is needed; this server is ${facts?.version} with ${facts?.encoding}.`,
    })
  }
  return facts
}

/**
 * Refuses a server that may lose what it has confirmed. `synchronous_commit` also passes with the stronger values for replicas; `local`
 * passes, as it waits for this server's disk.
 */
export async function assertDurable(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
  )
  const weak = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  if (rows.length === 3 && weak.length === 0) return
  throw new StartProblem('database-not-durable', {
    vi: `Máy chủ PostgreSQL tắt ${weak.join(', ')}: dữ liệu đã xác nhận có thể mất. Bật lại rồi khởi động.`,
    en: `The PostgreSQL server has ${weak.join(', ')} off: confirmed data could be lost. Turn it on, then start.`,
  })
}

/**
 * Refuses an application login that the policies would not bind: a superuser, one that bypasses row-level security, or one that owns
 * (itself or through membership) any table and so could lift its policies.
 */
export async function assertNotPrivileged(connection: Connection): Promise<void> {
  const { rows } = await connection.query<{ login: string; roles: string[]; tables: string[] }>(
    `select current_user as login,
            array(select rolname::text from pg_roles
                  where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')) as roles,
            array(select oid::regclass::text from pg_class
                  where relkind in ('r', 'p', 'v', 'm', 'f')
                    and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
                    and relpersistence <> 't' and pg_has_role(current_user, relowner, 'member') limit 3) as tables`,
  )
  const found = rows[0]
  if (found && found.roles.length === 0 && found.tables.length === 0) return
  const reason = [...(found?.roles ?? []), ...(found?.tables ?? [])].join(', ')
  throw new StartProblem('database-login-privileged', {
    vi: `Tài khoản ${found?.login} trong DATABASE_URL có quyền vượt kiểm soát truy cập (${reason}). Dùng tài khoản thường, để quyền sở hữu cho HIEPDONG_OWNER_URL.`,
    en: `The login ${found?.login} in DATABASE_URL can evade access control (${reason}). Use an ordinary login; keep ownership for HIEPDONG_OWNER_URL.`,
  })
}
