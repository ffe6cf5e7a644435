import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Client } from 'pg'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { userOf } from './url.ts'

const DIR = join(import.meta.dirname, 'migrations')
/** The last migration of the first version that was given away: databases stand at it. */
const FIRST_VERSION = 16
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

let db: TestDatabase
let dir: string
const clients: Client[] = []
/** Rows as a role of the application sees and writes them. */
const as = async (role: 'app_write' | 'app_system', sql: string) => {
  const client = new Client(db.appUrl)
  clients.push(client)
  await client.connect()
  await client.query(`set role ${role}`)
  return (await client.query<Record<string, unknown>>(sql)).rows
}
const upgrade = (from: string) => migrate(db.ownerUrl, from, quiet, { 'hiepdong.app_role': userOf(db.appUrl) })

const id = (kind: string, n: string) => `('00000000-0000-4000-8000-${kind}' || lpad(${n}::text, 8, '0'))::uuid`
const CASES = 40
const [ANY, HERE, THERE, TWO_POSTS, NO_POST] = ['1', '2', '3', '4', '5'].map((n) => `00000000-0000-4000-9000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
  string,
]
/** What the first version writes of forty cases, three asks each, the later case the earlier made. */
const WRITTEN = `
  insert into cases (id, kind, number, title, status, owner_agency_id, domains, fields, created_at, updated_at)
    select ${id('ca5e', 'n')}, case n % 2 when 0 then 'directive' else 'agreement' end, n::text, 'x', 'open', '${ANY}', '{}', '{}', now(), now()
    from generate_series(1, ${CASES}) n;
  insert into search_doc (case_id, updated_at, tsv)
    select ${id('ca5e', 'n')}, now() - n * interval '1 day', to_tsvector('vn', 'chung so' || n) from generate_series(1, ${CASES}) n;
  insert into ask (id, stream_id, stream_type, case_id, agency_id, act, title, asker_id, verb, since, version)
    select gen_random_uuid(), ${id('0f0f', 'n')}, 'toy', ${id('ca5e', 'n')}, '${HERE}', 'do-' || m, 'x', '${ANY}', 'giao',
      timestamptz '2026-03-01' - n * interval '1 hour' + m * interval '5 ms', 1
    from generate_series(1, ${CASES}) n, generate_series(1, 3) m;
  insert into post (id, version, agency_id, unit_id, title, rights, officer_id, officer_since, valid_from)
    select gen_random_uuid(), 1, agency::uuid, agency::uuid, 'x', '{}', '${TWO_POSTS}', '2026-01-01', '2026-01-01'
    from unnest(array['${HERE}', '${THERE}', '${THERE}']) agency;
  insert into notification_mark (officer_id, all_until) values ('${TWO_POSTS}', 7), ('${NO_POST}', 9);
  insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until) values
    ('${HERE}', ${id('ca5e', '1')}, ${id('ca5e', '1')}, 1, 'party', '2026-01-01', '2026-02-01'),
    ('${THERE}', ${id('ca5e', '1')}, ${id('ca5e', '1')}, 1, 'party', '2026-01-01', 'infinity');
  insert into agency (id, version, key, type_id, name, short_name, former_names, aliases, parent_since, former_parents, valid_from, successor_ids, certainty)
    values ('${HERE}', 1, 'here', 'x', 'x', 'x', '[]', '{}', '2026-01-01', '[]', '2026-01-01', '{}', 'x');`

before(async () => {
  db = await emptyTestDatabase()
  dir = mkdtempSync(join(tmpdir(), 'hiepdong-first-version-'))
  for (const { name, number } of readMigrations(DIR)) if (number <= FIRST_VERSION) cpSync(join(DIR, name), join(dir, name))
  await upgrade(dir)
  await as('app_write', WRITTEN)
  await upgrade(DIR)
})
after(async () => {
  await Promise.all(clients.map((client) => client.end()))
  await db.drop()
  rmSync(dir, { recursive: true })
})

test('asks there are stand in the order in which they were made, and know the kind of their case', async () => {
  const rows = await as(
    'app_system',
    `select count(*)::int as asks, count(distinct a.id)::int as ids, count(*) filter (where a.kind = c.kind)::int as known,
       count(*) filter (where a.later)::int as later
     from (select id, kind, case_id, lag(since) over (order by id) > since as later from ask) a join cases c on c.id = a.case_id`,
  )
  assert.deepEqual(rows, [{ asks: 3 * CASES, ids: 3 * CASES, known: 3 * CASES, later: 0 }])
})

test('texts there are wait to be folded in, once each, the oldest first', async () => {
  const rows = await as(
    'app_system',
    `select count(*)::int as fresh, count(distinct case_id)::int as cases, count(*) filter (where older)::int as older
     from (select f.case_id, lag(d.updated_at) over (order by f.id) > d.updated_at as older from search_fresh f join search_doc d using (case_id)) x`,
  )
  assert.deepEqual(rows, [{ fresh: CASES, cases: CASES, older: 0 }])
})

test('sights of cases that ended before are noted, to be looked at', async () => {
  const rows = await as('app_system', `select subject_id, case_id = ${id('ca5e', '1')} as case from sight_ended`)
  assert.deepEqual(rows, [{ subject_id: HERE, case: true }])
})

test('notices read by an officer of two agencies stay read in both; a server of the version before goes on marking', async () => {
  const marks = `select agency_id, all_until::int from notice_mark where officer_id = '${TWO_POSTS}' order by 1`
  assert.deepEqual(await as('app_write', marks), [
    { agency_id: HERE, all_until: 7 },
    { agency_id: THERE, all_until: 7 },
  ])
  await as(
    'app_write',
    `insert into notification_mark (officer_id, all_until) values ('${TWO_POSTS}', 12), ('${NO_POST}', 12)
     on conflict (officer_id) do update set all_until = excluded.all_until`,
  )
  assert.deepEqual(await as('app_write', marks), [
    { agency_id: HERE, all_until: 12 },
    { agency_id: THERE, all_until: 12 },
  ])
})

test('the owner is bound by every policy again', async () => {
  const rows = await as(
    'app_system',
    `select c.relname from pg_class c where c.relnamespace in ('public'::regnamespace, 'vault'::regnamespace) and c.relrowsecurity
       and not c.relforcerowsecurity`,
  )
  assert.deepEqual(rows, [])
})

test('ids that a server of the version before would not find begin a week later in a database in use, at once in a new one', async () => {
  const days = `select round(extract(epoch from at - now()) / 86400)::int as days from begins where what = 'ids-that-follow-time'`
  assert.deepEqual(await as('app_system', days), [{ days: 7 }])
  const fresh = await testDatabase()
  const client = new Client(fresh.appUrl)
  try {
    await client.connect()
    await client.query('set role app_system')
    assert.equal((await client.query(`select at < now() as begun from begins where what = 'ids-that-follow-time'`)).rows[0].begun, true)
  } finally {
    await client.end()
    await fresh.drop()
  }
})
