import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'

let db: TestDatabase
let owner: pg.Client
before(async () => {
  db = await testDatabase()
  owner = new pg.Client({ connectionString: db.ownerUrl })
  await owner.connect()
})
after(async () => {
  await owner.end()
  await db.drop()
})

/** Tables that hold nothing of a case: the directory is public to every signed-in officer, sign-in has a role of its own. */
const WITHOUT_CASE_DATA = new Set(['agency', 'officer', 'post', 'mandate', 'contact_point', 'applied_migration', 'begins'])

const tables = async () =>
  (
    await owner.query<{ name: string; schema: string; rls: boolean; forced: boolean; policies: string[]; readers: boolean }>(
      `select c.relname as name, n.nspname as schema, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
         array(select polname::text from pg_policy p where p.polrelid = c.oid) as policies, has_table_privilege('app_read', c.oid, 'select') as readers
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('public', 'vault')`,
    )
  ).rows

test('every table with case data is under forced row-level security with a policy', async () => {
  const naked = (await tables()).filter((t) => !WITHOUT_CASE_DATA.has(t.name) && !(t.rls && t.forced && t.policies.length > 0))
  assert.deepEqual(
    naked.map((t) => t.name),
    [],
  )
})

test('this test would notice a new table without a policy', async () => {
  await owner.query('create table forgotten (case_id uuid)')
  const naked = (await tables()).filter((t) => !WITHOUT_CASE_DATA.has(t.name) && !(t.rls && t.forced && t.policies.length > 0))
  assert.deepEqual(
    naked.map((t) => t.name),
    ['forgotten'],
  )
  await owner.query('drop table forgotten')
})

test('nobody who works may update or delete in the log, and readers write nothing', async () => {
  const { rows } = await owner.query(
    `select r.rolname || ' ' || p.privilege as allowed from pg_roles r, unnest(array['update', 'delete', 'truncate']) p(privilege)
     where r.rolname in ('app_read', 'app_write', 'app_system', 'app_auth', 'hiepdong_app') and has_table_privilege(r.rolname, 'event', p.privilege)
     union all
     select 'app_read ' || p.privilege || ' ' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace, unnest(array['insert', 'update', 'delete']) p(privilege)
     where c.relkind = 'r' and n.nspname in ('public', 'vault', 'auth') and has_table_privilege('app_read', c.oid, p.privilege)`,
  )
  assert.deepEqual(rows, [])
})

test('the roles that work own nothing and pass no policy by', async () => {
  const { rows } = await owner.query(
    `select rolname from pg_roles r where rolname in ('app_read', 'app_write', 'app_system', 'app_auth', 'hiepdong_app')
       and (rolsuper or rolbypassrls or exists (select 1 from pg_class c where c.relowner = r.oid))`,
  )
  assert.deepEqual(rows, [])
})
