import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startEmbeddedPostgres } from '../src/kernel/db/embedded.ts'
import { migrate } from '../src/kernel/db/migrate.ts'
import { closePools, openPools } from '../src/kernel/db/pool.ts'
import { userOf } from '../src/kernel/db/url.ts'
import { foldFresh } from '../src/kernel/search/folding.ts'
import { type Bench, report, type Viewer } from './bench.ts'
import { generate, startFillers } from './data/generate.ts'
import { enterPeople } from './data/people.ts'
import { openSessions } from './data/sessions.ts'
import { buildWorld, type World } from './data/world.ts'
import { goalsOf } from './goals.ts'
import { startServer } from './load/server.ts'
import { memoryOf } from './load/usage.ts'
import { measureCases } from './measures/cases.ts'
import { measureCommands } from './measures/commands.ts'
import { measureFirstView } from './measures/first-view.ts'
import { measureIssue } from './measures/issue.ts'
import { measureLive } from './measures/live.ts'
import { measureProcesses } from './measures/processes.ts'
import { measureDesk, measureLists } from './measures/reads.ts'
import { measureRebuild } from './measures/rebuild.ts'
import { measureRight } from './measures/right.ts'
import { measureSearch } from './measures/search.ts'
import { newestRun, writeResults } from './results.ts'
import { figuresTable, table } from './table.ts'

const { values: given } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '10' },
    officers: { type: 'string' },
    only: { type: 'string' },
    data: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
const cases = Number(given.cases)
const seconds = Number(given.seconds)
if (!(cases >= 1000 && seconds > 0)) throw new Error('bench: --cases from 1000, --seconds above 0')

const short = seconds < 5

const dataDir = resolve(given.data ?? join(import.meta.dirname, '../data/bench'))
const log = { info: (text: string) => console.error(text), warn: console.error, error: console.error }
const quiet = { ...log, info: () => {} }

/** How long each part of the run took, in seconds. */
const took: Record<string, number> = {}
const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const begun = performance.now()
  const result = await work()
  took[name] = Math.round((performance.now() - begun) / 100) / 10
  return result
}

/** Agencies that see few, some, a tenth and all of the cases, and the committee that issues most. */
const viewersOf = async (system: pg.Client, world: World, cookieOf: Bench['cookieOf']): Promise<Viewer[]> => {
  const { rows } = await system.query<{ id: string; n: number }>(
    'select subject_id as id, count(*)::int as n from feed group by 1 order by 2',
  )
  const of = (wanted: number) => rows.reduce((best, row) => (Math.abs(row.n - wanted) < Math.abs(best.n - wanted) ? row : best))
  const committee = rows.find((row) => row.id === world.provinces[0]?.committee.id) as { id: string; n: number }
  const chosen: [string, { id: string; n: number }][] = [
    ['few', of(60)],
    ['some', of(cases / 200)],
    ['committee', committee],
    ['tenth', rows.find((row) => row.id === world.tenth.id) as { id: string; n: number }],
    ['all', rows.find((row) => row.id === world.all.id) as { id: string; n: number }],
  ]
  const viewers: Viewer[] = []
  for (const [share, row] of chosen) {
    const agency = world.agencies.find((one) => one.id === row.id)
    if (agency)
      viewers.push({ share, agencyId: row.id, officerId: agency.officerId, cases: row.n, cookie: await cookieOf(agency.officerId) })
  }
  return viewers
}

/** Folds in what a run before left, as the worker of a running product does by and by. */
const fold = async (appUrl: string): Promise<void> => {
  const system = new pg.Client({ connectionString: appUrl, options: '-c role=app_system' })
  await system.connect()
  await foldFresh(system, 256)
  await system.end()
}

/** Prepares the data directory; data kept from a run before is used again. */
const prepare = async () => {
  // The bare side asks over more connections than an installation has.
  const settings = { max_connections: '200' }
  const embedded = await startEmbeddedPostgres({ dataDir, log: quiet, settings })
  await migrate(embedded.ownerUrl, join(import.meta.dirname, '../src/kernel/db/migrations'), quiet, {
    'hiepdong.app_role': userOf(embedded.appUrl),
  })
  const world = buildWorld()
  const state = join(dataDir, 'bench.json')
  let known: { master: string; cases: number; generated: unknown } | null = null
  try {
    known = JSON.parse(readFileSync(state, 'utf8'))
  } catch {
    // A new data directory.
  }
  if (known && known.cases !== cases) throw new Error(`${dataDir} holds ${known.cases} cases; remove it or ask for as many`)
  if (known) {
    await fold(embedded.appUrl)
    return { embedded, world, master: Buffer.from(known.master, 'hex'), generated: known.generated }
  }
  const master = randomBytes(32)
  const pools = openPools(embedded.appUrl)
  const officers = Number(given.officers ?? Math.min(20_000, Math.max(5000, cases / 50)))
  const fillers = startFillers(embedded.ownerUrl, master, cases)
  await timed('directory', () => enterPeople(pools, master, world, officers))
  await closePools(pools)
  log.info(`directory: ${world.agencies.length} agencies that answer, ${officers} officers`)
  const generated = await timed('cases made', () =>
    generate({ ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, fillers, cases, log: cases > 100_000 ? log.info : () => {} }),
  )
  writeFileSync(state, JSON.stringify({ master: master.toString('hex'), cases, generated }))
  return { embedded, world, master, generated }
}

const MEASURES: Record<string, (bench: Bench) => Promise<void>> = {
  cases: measureCases,
  lists: measureLists,
  desk: measureDesk,
  search: measureSearch,
  right: measureRight,
  commands: measureCommands,
  live: measureLive,
  issue: measureIssue,
  first: measureFirstView,
  processes: measureProcesses,
  rebuild: measureRebuild,
}

const main = async (): Promise<void> => {
  mkdirSync(dataDir, { recursive: true })
  const { embedded, world, master, generated } = await timed('data', prepare)
  const urls = { ownerUrl: embedded.ownerUrl, appUrl: embedded.appUrl, master, dataDir: join(dataDir, 'server') }
  const server = await startServer(urls)
  // For the bench's own questions, which are not measured.
  const system = new pg.Client({ connectionString: embedded.appUrl, options: '-c role=app_system' })
  await system.connect()
  const cookies = new Map<string, string>()
  const cookieOf = async (officerId: string): Promise<string> => {
    const known = cookies.get(officerId)
    if (known) return known
    const [made] = await openSessions(embedded.ownerUrl, master, [officerId])
    cookies.set(officerId, made as string)
    return made as string
  }
  const all = world.agencies.map((one) => one.officerId)
  const made = await openSessions(embedded.ownerUrl, master, all)
  all.forEach((officerId, i) => cookies.set(officerId, made[i] as string))
  const bench: Bench = {
    cases,
    seconds,
    short,
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    system,
    master,
    world,
    server,
    postmaster: embedded.pid(),
    viewers: [],
    cookieOf,
    figures: [],
  }
  let whole = false
  try {
    const viewers = await viewersOf(system, world, cookieOf)
    bench.viewers = short ? viewers.filter(({ share }) => ['few', 'committee', 'all'].includes(share)) : viewers
    const parts: Record<string, { walBytes: number; serverMemory: number }> = {}
    report(bench, { name: 'start', value: server.startMs, unit: 'ms', ratio: null })
    for (const [name, run] of Object.entries(MEASURES)) {
      if (given.only && !given.only.split(',').includes(name)) continue
      const { rows: before } = await system.query(`select pg_current_wal_insert_lsn() as lsn`)
      await timed(name, () => run(bench))
      const { rows } = await system.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1) as bytes`, [before[0].lsn])
      parts[name] = { walBytes: Number(rows[0].bytes), serverMemory: memoryOf(bench.server.pid) }
      // After each, so that a run that is cut off leaves what it had.
      if (!given.only)
        writeResults(bench, {
          generated,
          took,
          parts,
          machine: { cpus: cpus().length, model: cpus()[0]?.model, memory: totalmem(), loadAverage: loadavg() },
        })
    }
    const memory = Math.max(...Object.values(parts).map((part) => part.serverMemory))
    report(bench, { name: 'memory of the server, at most', value: memory / 1e6, unit: 'MB', ratio: null })
    console.log(`\n${figuresTable(bench.figures)}\n`)
    const goals = goalsOf(bench, newestRun(10_000, cases)).map(({ goal, figure, met }) => [goal, figure, met])
    console.log(table(['goal', 'worst figure', 'met'], goals))
    whole = true
  } finally {
    await system.end()
    await bench.server.stop()
    const stopped = embedded.stop()
    // Data that are thrown away need not reach the disk.
    if (whole && !given.keep) process.kill(bench.postmaster, 'SIGQUIT')
    await stopped
    log.info(
      `took: ${Object.entries(took)
        .map(([name, n]) => `${name} ${n} s`)
        .join(', ')}`,
    )
    if (!given.keep) rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
process.exit(0)
