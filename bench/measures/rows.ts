import type { Bench } from '../bench.ts'

/** Tables whose rows belong to a case, as far as they may be read here. */
const tablesOf = async (bench: Bench): Promise<{ name: string; column: string }[]> => {
  const { rows } = await bench.system.query<{ name: string; column: string }>(
    `select c.oid::regclass::text as name, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind = 'r' and c.relpersistence = 'p' and has_table_privilege(c.oid, 'select')
       and a.attname = case c.oid when 'cases'::regclass then 'id' else 'case_id' end`,
  )
  return rows
}

/**
 * How many rows a command adds or changes in each table, the notifier's work for it included: `give` gives some, each to a case of its own, and answers
 * those cases. A row that is written twice counts once.
 */
export const rowsOf = async (bench: Bench, give: () => Promise<string[]>): Promise<Record<string, number>> => {
  const { system } = bench
  const { rows: now } = await system.query<{ xid: string; at: Date }>(
    'select pg_snapshot_xmin(pg_current_snapshot())::text as xid, clock_timestamp() as at',
  )
  const ids = await give()
  const count = async (sql: string, values: unknown[]): Promise<number> => (await system.query(sql, values)).rows[0].n as number
  while ((await count('select count(*)::int as n from outbox where done_at is null and case_id = any($1::uuid[])', [ids])) > 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  const since = now[0] as { xid: string; at: Date }
  const command = await count('select count(*)::int as n from command where at >= $1 and xmin::text::bigint >= $2', [since.at, since.xid])
  const rows: Record<string, number> = { command: command / ids.length }
  for (const { name, column } of await tablesOf(bench)) {
    const n = await count(`select count(*)::int as n from ${name} where ${column} = any($1::uuid[]) and xmin::text::bigint >= $2`, [
      ids,
      since.xid,
    ])
    if (n) rows[name] = n / ids.length
  }
  return rows
}
