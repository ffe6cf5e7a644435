import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'
import { rebuildNext } from './rebuild.ts'

let server: RunningServer
before(async () => {
  server = await startServer()
})
after(() => server.stop())

/** Every projection of a case as sorted rows; reminders are counted from now on. */
const TABLES: Record<string, string> = {
  visible: 'to_jsonb(t)',
  party: 'to_jsonb(t)',
  feed: `to_jsonb(t) - 'updated_at'`,
  cases: 'to_jsonb(t)',
  fulfilment: 'to_jsonb(t)',
  ask: `to_jsonb(t) - 'remind_at'`,
  search_doc: 'to_jsonb(t)',
  agency: 'to_jsonb(t)',
  officer: `to_jsonb(t) - 'name_sealed'`,
  post: 'to_jsonb(t)',
  mandate: 'to_jsonb(t)',
}
const contents = async (): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {}
  for (const [table, row] of Object.entries(TABLES)) {
    const { rows } = await server.service.pools.system.query(`select (${row})::text as row from ${table} t order by 1`)
    found[table] = rows.map((one) => one.row as string)
  }
  return found
}
const rebuildAll = async () => {
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  let events = 0
  while (after !== null) {
    const done = await rebuildNext(server.service.kernel, server.service.pools.system, after, 'ffffffff-ffff-ffff-ffff-ffffffffffff', 50)
    events += done.events
    after = done.last
  }
  return events
}

test('a rebuild from the log gives the rows that the commands gave, whatever was lost or bent', async () => {
  const { system, write } = server.service.pools
  const before = await contents()
  const { rows } = await system.query('select count(*)::int as n from event')
  // Each subject's cases by the moment of their last change, the newest first, as its list shows them.
  const order = async () =>
    (
      await system.query<{ key: string }>(
        `select subject_id || ' ' || case_id as key from feed order by subject_id, updated_at desc, case_id`,
      )
    ).rows.map((row) => row.key)
  const listed = await order()
  await system.query('delete from feed')
  await system.query(`delete from visible where level >= 2`)
  await system.query(`update fulfilment set state = 'assigned', title = 'x'`)
  await system.query('delete from ask')
  await write.query(`update cases set title = 'x'`)
  assert.notDeepEqual(await contents(), before)
  assert.equal(await rebuildAll(), rows[0].n)
  const after = await contents()
  for (const table of Object.keys(TABLES)) assert.deepEqual(after[table], before[table], table)
  // A touch carries the moment at which its command began, the rebuild the one that was recorded: the lists stand as they stood.
  assert.deepEqual(await order(), listed)
  const strange = await system.query(
    `select subject_id, case_id, updated_at from feed f where not exists (select from event e where e.case_id = f.case_id
       and date_trunc('milliseconds', e.recorded_at) = date_trunc('milliseconds', f.updated_at))`,
  )
  assert.deepEqual(strange.rows, [], 'every moment is that of an event')
})

test('a rebuild makes no key, also where it takes so long that keys are forgotten and asked for again', async (t) => {
  const { system } = server.service.pools
  const before = await contents()
  const named = async () => (await system.query('select count(name_sealed)::int as n from officer')).rows[0].n
  const names = await named()
  assert.ok(names > 0)
  let now = Date.now()
  t.mock.method(Date, 'now', () => (now += 6_000))
  await rebuildAll()
  t.mock.restoreAll()
  assert.deepEqual(await contents(), before)
  assert.equal(await named(), names)
})

test('a rebuild leaves rows that stand alone, and takes away what the log does not tell', async () => {
  const { system } = server.service.pools
  const { rows: log } = await system.query<{ seq: string }>('select max(seq) as seq from event')
  await rebuildAll()
  // Rows that nothing but a command writes, of cases in which none was given since.
  const tables = { visible: 'case_id', party: 'case_id', cases: 'id', fulfilment: 'case_id', search_doc: 'case_id', evidence: 'case_id' }
  const places = async () => {
    const found: Record<string, Map<string, string>> = {}
    for (const [table, caseId] of Object.entries(tables)) {
      const { rows } = await system.query<{ at: string; case_id: string }>(
        `select ctid || ' ' || xmin as at, ${caseId} as case_id from ${table} order by ctid`,
      )
      found[table] = new Map(rows.map((row) => [row.at, row.case_id]))
    }
    return found
  }
  const before = await places()
  for (const table of Object.keys(tables)) assert.ok(before[table]?.size, table)
  await system.query(
    `insert into visible (subject_id, stream_id, case_id, level, reason, valid_from)
     select gen_random_uuid(), id, id, 3, 'nobody told', now() from cases order by id limit 3`,
  )
  await system.query(
    `insert into party (case_id, agency_id, role, valid_from) select id, gen_random_uuid(), 'adviser', now() from cases order by id limit 3`,
  )
  await system.query(
    `insert into feed (subject_id, case_id, kind, status, role, updated_at)
     select '00000000-0000-4000-8000-00000000dead', id, kind, status, 'adviser', now() from cases order by id limit 3`,
  )
  await rebuildAll()
  const after = await places()
  const { rows: moved } = await system.query<{ id: string }>('select distinct case_id as id from event where seq > $1', [log[0]?.seq])
  const still = (rows: Map<string, string> | undefined) => [...(rows ?? [])].filter(([, id]) => !moved.some((one) => one.id === id))
  for (const table of Object.keys(tables)) assert.deepEqual(still(after[table]), still(before[table]), table)
  const { rows } = await system.query(`select count(*)::int as n from feed where subject_id = '00000000-0000-4000-8000-00000000dead'`)
  assert.equal(rows[0].n, 0)
})
