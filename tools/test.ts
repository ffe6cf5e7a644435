import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { delimiter, join, relative } from 'node:path'
import { run } from 'node:test'
import { startTestCluster } from '../testing/cluster.ts'
import type { TestCluster } from '../testing/cluster.ts'
import { dropRun } from '../testing/database.ts'
import { addCounts, countLine, failureText, verdictOf } from './test-report.ts'
import type { Counts } from './test-report.ts'

/**
 * `npm test` runs every check and test; `npm test -- WORD …` only the test files whose path has one of the words;
 * `npm test -- --c-locale …` on databases of locale C; `--times` tells how long each file took. The integration and end-to-end tests share one PostgreSQL: the embedded one, or the
 * server (15 or newer) of HIEPDONG_TEST_OWNER_URL and HIEPDONG_TEST_APP_URL.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const libcLocale = process.argv.includes('--c-locale')
/** `alone.int` tests hold a limit on time, which others beside them would spoil. */
type Cost = 'unit' | 'int' | 'alone.int' | 'e2e'

/** A test that never ends would hold the run for ever. The limit is for a whole file, of which none takes minutes on a quiet machine. */
const FILE_LIMIT_MS = 30 * 60_000

const none: Counts = { passed: 0, failed: 0, skipped: 0 }

const allFiles = globSync('{src,testing,tools,bench}/**/*.test.ts', { cwd: root }).toSorted()
const files = allFiles.filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
const isAlone = (file: string) => file.endsWith('.alone.int.test.ts')
const ofCost = (cost: Cost) => files.filter((file) => file.endsWith(`.${cost}.test.ts`) && (cost === 'alone.int' || !isAlone(file)))

process.chdir(root)
process.env['PATH'] = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`
process.env['HIEPDONG_TEST_RUN'] = randomBytes(3).toString('hex')

const failures: string[] = []
let cluster: TestCluster | undefined
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void (cluster?.remove() ?? Promise.resolve()).then(() => process.exit(130)))
}

const counts = [words.length === 0 ? await checks() : none]
if (words.length === 0 || ofCost('e2e').length > 0) counts.push(await step('web bundle', process.execPath, 'tools/build-web.ts'))
counts.push(await tests('unit', availableParallelism()))
if (files.some((file) => !file.endsWith('.unit.test.ts'))) {
  await provideServer()
  counts.push(await tests('int', Math.min(4, availableParallelism())), await tests('alone.int', 1), await tests('e2e', 1))
  // On a server that lives on, nobody else would drop the stocks and what a killed test file left.
  if (!cluster)
    await dropRun({ ownerUrl: process.env['HIEPDONG_TEST_OWNER_URL'] ?? '', appUrl: process.env['HIEPDONG_TEST_APP_URL'] ?? '' })
  await cluster?.remove()
}

if (failures.length > 0) console.log(`\n${failures.join('\n')}`)
const total = addCounts(none, ...counts)
if (files.length === 0) console.log(`No test file matches ${words.join(', ')}`)
console.log(countLine(total))
// A test file that leaves a handle open must not hold the answer back.
process.exit(total.failed > 0 || files.length === 0 ? 1 : 0)

async function checks(): Promise<Counts> {
  const unnamed = allFiles.filter((file) => !/\.(unit|int|e2e)\.test\.ts$/.test(file))
  if (unnamed.length > 0) failures.push(`✖ names: a test carries its cost (.unit, .int or .e2e): ${unnamed.join(', ')}\n`)
  return addCounts(
    { ...none, failed: unnamed.length > 0 ? 1 : 0, passed: unnamed.length > 0 ? 0 : 1 },
    await step('types of the server', 'tsc', '-p', 'tsconfig.json'),
    await step('types of the web', 'tsc', '-p', 'tsconfig.web.json'),
    await step("types of the web's tests", 'tsc', '-p', 'tsconfig.web-tests.json'),
    await step('lint', 'oxlint', '--deny-warnings'),
    await step('form', 'oxfmt', '--check'),
  )
}

/** One command that must end with 0; it counts as one check, and its output is shown only when it fails. */
function step(name: string, command: string, ...args: string[]): Promise<Counts> {
  const started = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (text: string) => (output += text)
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.once('error', (error) => (output += error.message))
    child.once('close', (code) => {
      note(code === 0, name, started)
      if (code !== 0) failures.push(`✖ ${name}\n${output}`)
      resolve(code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 })
    })
  })
}

async function tests(cost: Cost, concurrency: number): Promise<Counts> {
  const chosen = ofCost(cost)
  if (chosen.length === 0) return none
  const started = Date.now()
  const found = { ...none }
  const times: [file: string, milliseconds: number][] = []
  const stream = run({
    files: chosen.map((file) => join(root, file)),
    concurrency,
    timeout: FILE_LIMIT_MS,
    execArgv: ['--import', join(root, 'testing/seed.ts')],
  })
  for await (const { type, data } of stream) {
    if (type === 'test:stderr' || type === 'test:stdout') process.stderr.write(`[${relative(root, data.file ?? '')}] ${data.message}`)
    if (type === 'test:summary' && data.file) times.push([relative(root, data.file), data.duration_ms])
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const verdict = verdictOf(type, data)
    if (verdict) found[verdict] += 1
    if (type !== 'test:fail' || verdict !== 'failed') continue
    failures.push(failureText(data))
    console.log(`  ✖ ${data.file ? relative(root, data.file) : ''}: ${data.name}`)
  }
  if (process.argv.includes('--times'))
    for (const [file, took] of times.toSorted((a, b) => b[1] - a[1])) console.log(`${(took / 1000).toFixed(1).padStart(8)} s ${file}`)
  note(found.failed === 0, `${cost} tests in ${chosen.length} files: ${countLine(found)}`, started)
  return found
}

/** Test files find the server through the environment (testing/database.ts). */
async function provideServer(): Promise<void> {
  if (process.env['HIEPDONG_TEST_OWNER_URL'] && process.env['HIEPDONG_TEST_APP_URL']) return
  cluster = await startTestCluster(libcLocale ? { libcLocale } : {})
  process.env['HIEPDONG_TEST_OWNER_URL'] = cluster.ownerUrl
  process.env['HIEPDONG_TEST_APP_URL'] = cluster.appUrl
}

function note(ok: boolean, text: string, started: number): void {
  console.log(`${ok ? '✔' : '✖'} ${text} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}
