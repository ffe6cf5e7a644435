import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'

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

/** Functions that run as the owner, and who may call them. A new one belongs here only once it checks the asking subjects itself. */
const DEFINERS: Record<string, string[]> = {
  accesses_of: ['app_read'],
  acknowledgement_counts: ['app_read'],
  agreement_evidence: ['app_read'],
  case_parties: ['app_read'],
  case_progress: ['app_read'],
  find_case: ['app_read'],
  fulfilments_page: ['app_read'],
  fulfilments_under: ['app_read'],
  newest_notices: ['app_read'],
  next_case_number: ['app_write'],
  numbered_case: ['app_read'],
  // As search_cases() below.
  read_case: ['app_read'],
  // As open_command() and begin_command() below: nothing here calls it, but a server of the first version does, while an upgrade goes on.
  search_cases: ['app_read'],
  search_newest: ['app_read'],
  still_acting: ['app_write'],
  still_acts: ['app_write'],
  timeline_events: ['app_read'],
  timeline_page: ['app_read'],
  unfinished_under: ['app_read'],
  unread_notices: ['app_read'],
  waiting_page: ['app_read'],
}
const ROLES = ['app_read', 'app_write', 'app_system', 'app_auth']

test('functions that run as the owner are few, pinned to the own schema, and called by those named alone', async () => {
  const { rows } = await owner.query<{ name: string; config: string[]; callers: string[]; open: boolean }>(
    `select p.proname as name, p.proconfig as config, has_function_privilege('public', p.oid, 'execute') as open,
       array(select r from unnest($1::text[]) r where has_function_privilege(r, p.oid, 'execute')) as callers
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    [ROLES],
  )
  const unknown = rows.filter(({ name }) => !(name in DEFINERS)).map(({ name }) => name)
  assert.deepEqual(unknown, [])
  for (const { name, config, callers, open } of rows) {
    assert.ok(config?.includes('search_path=public, pg_temp'), `${name}: ${config?.join()}`)
    assert.equal(open, false, name)
    assert.deepEqual(callers, DEFINERS[name], name)
  }
})

test('the role that reads can change nothing and call nothing that writes', async () => {
  const { rows: tables } = await owner.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname in ('public', 'vault', 'auth')
       and has_table_privilege('app_read', c.oid, 'insert, update, delete, truncate, references, trigger')`,
  )
  assert.deepEqual(tables, [])
  const { rows: columns } = await owner.query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')
       and n.nspname in ('public', 'vault', 'auth') and has_any_column_privilege('app_read', c.oid, 'insert, update')`,
  )
  assert.deepEqual(columns, [])
  for (const name of [
    'open_command',
    'begin_command',
    'take_command',
    'write_command',
    'take_commands',
    'write_commands',
    'write_changes',
    'write_rows',
    'next_case_number',
  ]) {
    const { rows } = await owner.query(`select has_function_privilege('app_read', oid, 'execute') as may from pg_proc where proname = $1`, [
      name,
    ])
    assert.ok(rows.length > 0 && rows.every(({ may }) => may === false), name)
  }
  for (const role of ROLES) {
    const { rows } = await owner.query(
      `select has_schema_privilege($1, 'public', 'create') as may, pg_has_role($1, 'app_write', 'member') as writes`,
      [role],
    )
    assert.deepEqual(rows[0], { may: false, writes: role === 'app_write' }, role)
  }
})

/** Start, set-up, the demo, what hears notices on a connection of its own, and what counts backlogs for operators; nothing that tells of a case. */
test('no route of the product holds the role of the worker', () => {
  const root = join(import.meta.dirname, '../../..')
  const holders = globSync('src/**/*.ts', { cwd: root }).filter(
    (file) => !file.endsWith('.test.ts') && /pools\.system|app_system/.test(readFileSync(join(root, file), 'utf8')),
  )
  const allowed =
    /^src\/(service|open)\.ts$|^src\/demo\/|^src\/cli\/|^src\/kernel\/db\/(pool|app-login)\.ts$|^src\/kernel\/inbox\/listener\.ts$|^src\/directory-import\.ts$|^src\/kernel\/monitoring\//
  assert.deepEqual(
    holders.filter((file) => !allowed.test(file)),
    [],
  )
})
