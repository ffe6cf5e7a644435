import { Client, type ClientConfig } from 'pg'
import { StartProblem } from './embedded-problem.ts'
import { unreachable } from './migrate.ts'
import { pooled } from './pool.ts'
import { assertNotPrivileged } from './postgres-checks.ts'
import { userOf } from './url.ts'

/** Connects, checks and ends. What is thrown where no connection comes about is for `failed` to say. */
const connected = async (config: ClientConfig, failed: (error: unknown) => StartProblem, check?: (client: Client) => Promise<unknown>) => {
  const client = new Client({ ...config, application_name: 'hiepdong-start' })
  client.on('error', () => {})
  try {
    await client.connect().catch((error: unknown) => {
      throw failed(error)
    })
    await check?.(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Runs a check as the login that a URL names, in no role. Throws StartProblem `database-unreachable` where it does not come in. */
export const asLogin = (url: string, check: (client: Client) => Promise<unknown>): Promise<void> =>
  connected({ connectionString: url }, (error) => unreachable(url, error), check)

/**
 * Refuses an application's login with which no request could be served, or too many: one with rights beyond the policies, one that is no member of
 * the roles, and a database that is not the migrated one or was not restored to its end. Call once the schema is up to date.
 */
export const assertLogin = async (appUrl: string): Promise<void> => {
  await asLogin(appUrl, async (client) => {
    await assertNotPrivileged(client)
    // By the catalogue: a name in a schema that one may not use cannot even be asked about.
    const { rows } = await client.query<{ here: boolean; missing: string[] }>(
      `select exists (select from pg_class where relname = 'seal_key' and relnamespace = (select oid from pg_namespace where nspname = 'vault')) as here,
         array(select r from unnest(array['app_read', 'app_write', 'app_system', 'app_auth']) r
           where not coalesce((select pg_has_role(current_user, oid, 'member') from pg_roles where rolname = r), false)) as missing`,
    )
    if (!rows[0]?.here) throw incomplete()
    if (rows[0].missing.length) throw noMember(userOf(appUrl), rows[0].missing)
    // Rights come last in a restore: where they lack, it was broken off.
    const { rows: rights } = await client.query<{ held: number }>(
      `select count(*)::int as held from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join (values ('public', 'cases', 'app_read', 'select'), ('public', 'outbox', 'app_system', 'update'), ('vault', 'seal_key', 'app_write', 'select'),
         ('auth', 'session', 'app_auth', 'select')) as wanted (space, name, role, does) on (space, name) = (n.nspname, c.relname)
       where has_table_privilege(role, c.oid, does) and has_schema_privilege(role, n.oid, 'usage')`,
    )
    if (rights[0]?.held !== 4) throw incomplete()
  })
  // A connection with the settings of the pools: what stands between may refuse them.
  await connected({ connectionString: appUrl, options: '-c role=app_read' }, (error) =>
    /startup parameter/.test(String((error as Error).message)) ? pooled('app_read', error) : unreachable(appUrl, error),
  )
}

const noMember = (login: string, roles: readonly string[]): StartProblem =>
  new StartProblem('database-login-roles', {
    vi: `Tài khoản ${login} trong DATABASE_URL chưa có vai trò ${roles.join(', ')}. Quản trị PostgreSQL chạy: grant ${roles.join(', ')} to "${login}"`,
    en: `The login ${login} in DATABASE_URL lacks the roles ${roles.join(', ')}. An administrator of PostgreSQL runs: grant ${roles.join(', ')} to "${login}"`,
  })

const incomplete = (): StartProblem =>
  new StartProblem('database-incomplete', {
    vi: 'Cơ sở dữ liệu trong DATABASE_URL thiếu bảng hoặc quyền: khôi phục chưa xong, hoặc không phải cơ sở dữ liệu trong HIEPDONG_OWNER_URL. Khôi phục lại vào chỗ trống.',
    en: 'The database in DATABASE_URL lacks tables or rights: a restore was broken off, or it is not the one in HIEPDONG_OWNER_URL. Restore again into an empty place.',
  })
