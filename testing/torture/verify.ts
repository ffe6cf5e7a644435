import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { rebuildAll } from '../../src/cli/rebuild-all.ts'
import { startEmbeddedPostgres } from '../../src/kernel/db/embedded.ts'
import { Notifier } from '../../src/kernel/inbox/notifier.ts'
import { rolePool } from '../../src/kernel/db/pool.ts'
import { loadMasterKey } from '../../src/kernel/vault/master-key.ts'
import type { Acknowledged } from './clients.ts'
import { pause } from './product.ts'

const quiet = { info: () => {}, warn: () => {}, error: console.error }

/** Projections that a rebuild must give again; reminders are counted from now on, feeds are touched in rounds. */
const TABLES: Record<string, string> = {
  visible: 'to_jsonb(t)',
  party: 'to_jsonb(t)',
  feed: `to_jsonb(t) - 'updated_at'`,
  cases: 'to_jsonb(t)',
  fulfilment: 'to_jsonb(t)',
  ask: `to_jsonb(t) - 'remind_at'`,
  evidence: 'to_jsonb(t)',
  acknowledgement: 'to_jsonb(t)',
  reading: 'to_jsonb(t)',
  search_doc: 'to_jsonb(t)',
}

/** Looks into the database that the product left: what is missing, doubled, half-written or told otherwise than the log tells it. Each fault is a line. */
export const verify = async (dataDir: string, acknowledged: Acknowledged[]): Promise<string[]> => {
  const faults: string[] = []
  const postgres = await startEmbeddedPostgres({ dataDir, log: quiet })
  const system = rolePool(postgres.appUrl, 'app_system', 2)
  try {
    const notifier = new Notifier(system)
    notifier.start()
    for (let open = 1; open > 0; await pause(50))
      open = (await system.query('select count(*)::int as n from outbox where done_at is null')).rows[0].n
    await notifier.stop()
    faults.push(...(await receipts(system, acknowledged)), ...(await streams(system)))
    const before = await hashes(system)
    await rebuildAll(postgres.appUrl, loadMasterKey(dataDir, null))
    const after = await hashes(system)
    for (const table of Object.keys(TABLES)) if (before[table] !== after[table]) faults.push(`${table} differs from what the log tells`)
  } finally {
    await system.end()
    await postgres.stop()
  }
  return faults.concat(leftFiles(dataDir))
}

/** Every receipt stands in the log, once: its event, its answer under its key, and nothing beside it. */
const receipts = async (db: Pool, acknowledged: Acknowledged[]): Promise<string[]> => {
  const { rows } = await db.query(
    `select r.key from jsonb_to_recordset($1) r(key text, "streamId" uuid, version integer, "caseId" uuid, seq bigint)
     where not exists (select 1 from event e where e.stream_id = r."streamId" and e.version = r.version and e.case_id = r."caseId" and e.seq = r.seq)
        or (select count(*) from command c where c.key = r.key and c.answer ->> 'streamId' = r."streamId"::text and (c.answer ->> 'version')::int = r.version
             and c.answer ->> 'seq' = r.seq::text) <> 1`,
    [JSON.stringify(acknowledged.map(({ key, receipt }) => ({ key, ...receipt })))],
  )
  const faults = rows.map(({ key }) => `an acknowledged command is not there once: ${key}`)
  const given = new Set(acknowledged.map(({ receipt }) => `${receipt.streamId}:${receipt.version}`))
  if (given.size !== acknowledged.length) faults.push('two commands were answered with the same place')
  for (const [what, type] of [
    ['note', 'note.added'],
    ['draft', 'directive.created'],
    ['report', 'fulfilment.reported'],
  ] as const) {
    const mine = acknowledged.filter((one) => one.what === what)
    if (!mine.length) continue
    const since = mine.map(({ receipt }) => receipt.recordedAt).toSorted()[0]
    const found = await db.query('select count(*)::int as n from event where type = $1 and recorded_at >= $2', [type, since])
    if (found.rows[0].n !== mine.length) faults.push(`${mine.length} of ${type} were answered, ${found.rows[0].n} stand in the log`)
  }
  return faults
}

/** Versions without gaps, no stream without events, no command without its answer, no case counted otherwise than its parts are. */
const streams = async (db: Pool): Promise<string[]> => {
  const { rows } = await db.query(
    `select (select count(*)::int from stream s where s.version <> (select count(*) from event e where e.stream_id = s.id)
         or s.version <> (select coalesce(max(e.version), 0) from event e where e.stream_id = s.id)) as torn,
       (select count(*)::int from event e where not exists (select 1 from stream s where s.id = e.stream_id)) as lost,
       (select count(*)::int from command where answer is null) as unanswered,
       (select count(*)::int from cases c where (select coalesce(sum(p.total), 0) from progress_part p where p.case_id = c.id)
         <> (select count(*) from fulfilment f where f.case_id = c.id and f.parent_id is null and f.state <> 'cancelled')
         or (select coalesce(sum(p.done), 0) from progress_part p where p.case_id = c.id)
         <> (select count(*) from fulfilment f where f.case_id = c.id and f.parent_id is null and f.state in ('confirmed', 'finished'))) as miscounted`,
  )
  const { torn, lost, unanswered, miscounted } = rows[0]
  return [
    torn && `${torn} streams with gaps`,
    lost && `${lost} events without a stream`,
    unanswered && `${unanswered} commands without an answer`,
    miscounted && `${miscounted} cases whose sum is not that of their parts`,
  ].filter((fault) => typeof fault === 'string')
}

const hashes = async (db: Pool): Promise<Record<string, string>> => {
  const found: Record<string, string> = {}
  for (const [table, row] of Object.entries(TABLES)) {
    const { rows } = await db.query(
      `select md5(coalesce(string_agg(r, '|' order by r), '')) as hash from (select (${row})::text as r from ${table} t) x`,
    )
    found[table] = rows[0].hash
  }
  return found
}

/** Files that only a write under way may have. */
const leftFiles = (dataDir: string): string[] =>
  readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && (/\.(new|tmp|part)$/.test(entry.name) || entry.name === 'postmaster.pid' || /pgsql_tmp/.test(entry.parentPath)),
    )
    .map((entry) => `left behind: ${join(entry.parentPath, entry.name)}`)
