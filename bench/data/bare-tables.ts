import type { Client } from 'pg'

/** In the order in which they are put back: texts first, since they are folded meanwhile, and then the largest. */
const LOADED = ['search_doc', 'event', 'visible', 'ask', 'feed', 'fulfilment', 'stream', 'cases', 'party', 'notification', 'evidence', 'vault.seal_key']

export type LoadedTable = { name: string; indexes: string[] }

/** Takes indexes, policies and triggers off the tables that are loaded; answers them with what makes their indexes exactly as the migrations did. */
export const bareTables = async (owner: Client): Promise<LoadedTable[]> => {
  const { rows: constraints } = await owner.query<{ name: string; rel: string; def: string }>(
    `select conname as name, conrelid::regclass::text as rel, pg_get_constraintdef(oid) as def from pg_constraint
     where conrelid = any($1::regclass[]) and contype in ('p', 'u')`,
    [LOADED],
  )
  const { rows: indexes } = await owner.query<{ name: string; rel: string; def: string }>(
    `select i.indexrelid::regclass::text as name, i.indrelid::regclass::text as rel, pg_get_indexdef(i.indexrelid) as def from pg_index i
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
  return LOADED.map((name) => ({
    name,
    indexes: [
      ...constraints.filter(({ rel }) => rel === name).map((one) => `alter table ${name} add constraint ${one.name} ${one.def}`),
      ...indexes.filter(({ rel }) => rel === name).map(({ def }) => def),
    ],
  }))
}

/** Puts back what was taken off one table. */
export const restoreTable = async (owner: Client, { name, indexes }: LoadedTable, log: (text: string) => void): Promise<void> => {
  for (const index of indexes) {
    log(index.slice(0, 60))
    await owner.query(index)
  }
  await owner.query(
    `alter table ${name} enable row level security; alter table ${name} force row level security; alter table ${name} enable trigger user`,
  )
  if (name === 'ask') await owner.query(`alter table ask alter column kind drop default`)
}
