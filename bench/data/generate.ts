import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { foldFresh } from '../../src/kernel/search/folding.ts'
import { bareTables, restoreTable } from './bare-tables.ts'
import type { FillTask } from './fill-worker.ts'

export type Generated = { cases: number; events: number; seconds: number; databaseBytes: number }
type Setup = { ownerUrl: string; appUrl: string; fillers: Filler[]; cases: number; log: (text: string) => void }

/** A thread that is ready to fill its part of the cases; `go` answers how many events it wrote. */
export type Filler = { go: () => Promise<number> }

/** Starts the threads, which get ready at once: their stories are made meanwhile. */
export const startFillers = (ownerUrl: string, master: Buffer, cases: number): Filler[] => {
  const half = Math.ceil(cases / 2)
  const task = { ownerUrl, master: master.toString('hex'), total: cases, now: Date.now() }
  return [
    { ...task, from: 0, until: half },
    { ...task, from: half, until: cases },
  ].map(startFiller)
}

const startFiller = (task: FillTask): Filler => {
  const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  })
  const filled = new Promise<number>((resolve, reject) => {
    worker.once('message', ({ events }: { events: number }) => resolve(events))
    worker.once('error', reject)
  })
  filled.catch(() => {})
  return {
    go: () => {
      worker.postMessage('go')
      return filled
    },
  }
}

const connected = async (connectionString: string, settings: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString, options: settings })
  await client.connect()
  return client
}

/**
 * Fills a migrated database that holds the directory with `cases` made-up cases: rows of the true shape, made by the product's own rules and
 * write path once per story, then filled for each case; bodies are sealed with the key of their case. Texts are folded in for search, as the worker
 * of a running product does by and by. Ends with ANALYZE.
 */
export const generate = async ({ ownerUrl, appUrl, fillers, cases, log }: Setup): Promise<Generated> => {
  const begun = Date.now()
  const said = (what: string) => log(`${what}: ${Math.round((Date.now() - begun) / 100) / 10} s`)
  const owners = await Promise.all([0, 1].map(() => connected(ownerUrl, '-c synchronous_commit=off -c maintenance_work_mem=1GB')))
  const owner = owners[0] as pg.Client
  await owner.query('create unlogged table search_text (case_id uuid, number text, title text, text text, at timestamptz)')
  const tables = await bareTables(owner)
  const events = await Promise.all(fillers.map((filler) => filler.go()))
  said('rows')
  await Promise.all(owners.map(indexTexts))
  await owner.query('drop table search_text')
  said('search')
  let folding: Promise<void> | undefined
  await inTurns(owners, tables, async (client, table) => {
    await restoreTable(client, table, said)
    if (table.name === 'search_doc') folding = foldTexts(ownerUrl, appUrl)
  })
  await folding
  said('folded')
  const all = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and pg_has_role(relowner, 'usage') order by pg_relation_size(oid) desc`,
  )
  await inTurns(owners, all.rows, (client, { name }) => client.query(`vacuum (analyze) ${name}`))
  said('vacuumed')
  const { rows } = await owner.query('select pg_database_size(current_database()) as n')
  for (const client of owners) await client.end()
  return { cases, events: events.reduce((a, b) => a + b, 0), seconds: (Date.now() - begun) / 1000, databaseBytes: Number(rows[0].n) }
}

/** Each client takes the next as soon as it is free. */
const inTurns = async <T>(clients: pg.Client[], list: T[], work: (client: pg.Client, one: T) => Promise<unknown>): Promise<void> => {
  const left = [...list]
  const take = async (client: pg.Client) => {
    for (let one = left.shift(); one; one = left.shift()) await work(client, one)
  }
  await Promise.all(clients.map(take))
}

const indexTexts = async (client: pg.Client, part: number): Promise<void> => {
  await client.query(
    `insert into search_doc (case_id, updated_at, tsv)
     select case_id, at, setweight(to_tsvector('vn', vn_fold(number || ' ' || title)), 'A') || to_tsvector('vn', vn_fold(text))
     from search_text where abs(hashtext(case_id::text)) % 2 = $1 order by at`,
    [part],
  )
}

const foldTexts = async (ownerUrl: string, appUrl: string): Promise<void> => {
  const owner = await connected(ownerUrl, '-c synchronous_commit=off')
  // What triggers would have noted row by row.
  await owner.query('insert into search_fresh (case_id) select case_id from search_doc order by updated_at')
  await owner.end()
  const system = await connected(appUrl, '-c role=app_system')
  await foldFresh(system, 256)
  await system.end()
}
