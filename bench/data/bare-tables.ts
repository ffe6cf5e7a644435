import type { Client } from 'pg'

const LOADED = ['stream', 'event', 'cases', 'party', 'visible', 'feed', 'fulfilment', 'ask', 'evidence', 'notification', 'search_doc', 'vault.seal_key']

/** Takes indexes, policies and triggers off the tables that are loaded, and answers how to put them back exactly as the migrations made them. */
export const bareTables = async (owner: Client): Promise<{ restore: (log: (text: string) => void) => Promise<void> }> => {
  const { rows: constraints } = await owner.query<{ name: string; rel: string; def: string }>(
    `select conname as name, conrelid::regclass::text as rel, pg_get_constraintdef(oid) as def from pg_constraint
     where conrelid = any($1::regclass[]) and contype in ('p', 'u')`,
    [LOADED],
  )
  const { rows: indexes } = await owner.query<{ name: string; def: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as def from pg_index i
     where i.indrelid = any($1::regclass[]) and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [LOADED],
  )
  for (const { name, rel } of constraints) await owner.query(`alter table ${rel} drop constraint ${name}`)
  for (const { name } of indexes) await owner.query(`drop index ${name}`)
  for (const table of LOADED)
    await owner.query(
      `alter table ${table} disable row level security; alter table ${table} no force row level security; alter table ${table} disable trigger user`,
    )
  // What a trigger would fill: all made-up cases are directives.
  await owner.query(`alter table ask alter column kind set default 'directive'`)
  return {
    restore: async (log) => {
      await owner.query(`set maintenance_work_mem = '1GB'`)
      for (const { name, rel, def } of constraints) {
        log(`${rel}: ${def}`)
        await owner.query(`alter table ${rel} add constraint ${name} ${def}`)
      }
      for (const { name, def } of indexes) {
        log(name)
        await owner.query(def)
      }
      for (const table of LOADED)
        await owner.query(
          `alter table ${table} enable row level security; alter table ${table} force row level security; alter table ${table} enable trigger user`,
        )
      await owner.query(`alter table ask alter column kind drop default`)
    },
  }
}
