import { Worker } from 'node:worker_threads'
import pg from 'pg'
import { bareTables } from './bare-tables.ts'
import type { FillTask } from './fill-worker.ts'

export type Generated = { cases: number; events: number; seconds: number; databaseBytes: number }
type Setup = { ownerUrl: string; master: Buffer; cases: number; log: (text: string) => void }

const fillPart = (task: FillTask): Promise<number> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fill-worker.ts', import.meta.url), { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 64 } })
    worker.once('message', ({ events }: { events: number }) => resolve(events))
    worker.once('error', reject)
  })

/**
 * Fills a migrated database that holds the directory with `cases` made-up cases: rows of the true shape, made by the product's own rules and
 * write path once per story, then filled for each case; bodies are sealed with the key of their case. Ends with ANALYZE.
 */
export const generate = async ({ ownerUrl, master, cases, log }: Setup): Promise<Generated> => {
  const begun = Date.now()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('set synchronous_commit = off')
  await owner.query('create unlogged table search_text (case_id uuid, number text, title text, text text, at timestamptz)')
  const tables = await bareTables(owner)
  const half = Math.ceil(cases / 2)
  const task = { ownerUrl, master: master.toString('hex'), total: cases, now: Date.now() }
  const events = await Promise.all([fillPart({ ...task, from: 0, until: half }), fillPart({ ...task, from: half, until: cases })])
  log(`rows: ${Math.round((Date.now() - begun) / 1000)} s`)
  await Promise.all([0, 1].map((part) => indexTexts(ownerUrl, part)))
  await owner.query('drop table search_text')
  log(`search: ${Math.round((Date.now() - begun) / 1000)} s`)
  await tables.restore((name) => log(`index ${name.slice(0, 60)}: ${Math.round((Date.now() - begun) / 1000)} s`))
  // What triggers would have noted row by row.
  await owner.query('insert into search_fresh (case_id) select case_id from search_doc order by updated_at')
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint').catch(() => {})
  const { rows } = await owner.query('select pg_database_size(current_database()) as n')
  await owner.end()
  return { cases, events: events.reduce((a, b) => a + b, 0), seconds: (Date.now() - begun) / 1000, databaseBytes: Number(rows[0].n) }
}

const indexTexts = async (ownerUrl: string, part: number): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('set synchronous_commit = off')
  await client.query(
    `insert into search_doc (case_id, updated_at, tsv)
     select case_id, at, setweight(to_tsvector('vn', vn_fold(number || ' ' || title)), 'A') || to_tsvector('vn', vn_fold(text))
     from search_text where abs(hashtext(case_id::text)) % 2 = $1 order by at`,
    [part],
  )
  await client.end()
}
