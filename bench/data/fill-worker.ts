import { randomBytes } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import pg from 'pg'
import { CopyInto } from './copy.ts'
import { bigCasting, type Casting, castings, fillingOf, PROGRESS_CASE, storyOf, TIMELINE_CASE } from './plan.ts'
import { fillStory, keyLine, storyRows, type StoryRows, TABLES, type TableName } from './rows.ts'
import { tellStory } from './story.ts'
import { buildWorld } from './world.ts'

/** Cases `from` to `until` of `total`; the worker that makes the last ones adds the two special cases. */
export type FillTask = { ownerUrl: string; master: string; from: number; until: number; total: number; now: number }

const task = workerData as FillTask
const BATCH = 400

const compile = async (casting: Casting): Promise<{ casting: Casting; rows: StoryRows }> => ({
  casting,
  rows: await storyRows(tellStory(casting.plan)),
})

const main = async (): Promise<void> => {
  const master = Buffer.from(task.master, 'hex')
  const world = buildWorld()
  const stories = await Promise.all(castings().map(compile))
  // The tables are made ready while the stories are.
  await new Promise((go) => parentPort?.once('message', go))
  const names = Object.keys(TABLES) as TableName[]
  const empty = () => Object.fromEntries(names.map((name) => [name, ''])) as Record<TableName, string>
  // One connection a table, so that all COPYs run at once and nothing is kept in memory.
  const clients: pg.Client[] = []
  const open = async (table: string, columns: readonly string[]) => {
    const client = new pg.Client({ connectionString: task.ownerUrl })
    await client.connect()
    await client.query(`set synchronous_commit = off`)
    clients.push(client)
    return CopyInto.begin(client, table, columns)
  }
  const copies = new Map<TableName, CopyInto>()
  for (const name of names) copies.set(name, await open(name, TABLES[name]))
  const keys = await open('vault.seal_key', ['case_id', 'subject_id', 'wrapped'])
  let events = 0
  const tell = async (from: number, until: number) => {
    const lines = empty()
    let keyLines = ''
    for (let n = from; n < until; n++) {
      const story = stories[storyOf(n)] as (typeof stories)[number]
      const filling = fillingOf(world, n, task.total, task.now, story.casting)
      const key = randomBytes(32)
      keyLines += keyLine(master, filling.caseId, key)
      fillStory(story.rows, filling, key, lines)
      events += story.rows.events
    }
    for (const name of names) await copies.get(name)?.send(lines[name])
    await keys.send(keyLines)
  }
  for (let n = task.from; n < task.until; n += BATCH) await tell(n, Math.min(task.until, n + BATCH))
  if (task.until === task.total) {
    const everybody = world.provinces.flatMap((one) => one.communes)
    const specials = [
      { id: PROGRESS_CASE, casting: bigCasting(200, (nth) => nth % 6), n: task.total },
      { id: TIMELINE_CASE, casting: bigCasting(250, () => 19), n: task.total + 1 },
    ]
    for (const special of specials) {
      const { rows } = await compile(special.casting)
      const lines = empty()
      const leads = everybody.slice(0, special.casting.leads)
      const filling = fillingOf(world, special.n, task.total + 2, task.now, special.casting, { caseId: special.id, leads })
      const key = randomBytes(32)
      fillStory(rows, filling, key, lines)
      for (const name of names) await copies.get(name)?.send(lines[name])
      await keys.send(keyLine(master, special.id, key))
      events += rows.events
    }
  }
  for (const copy of copies.values()) await copy.end()
  await keys.end()
  for (const client of clients) await client.end()
  parentPort?.postMessage({ events })
}

await main()
