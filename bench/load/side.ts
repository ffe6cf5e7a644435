import type { Bench } from '../bench.ts'
import { drive, type Timing } from './drive.ts'
import { cpuOf, cpuOfPostgres } from './usage.ts'

/** What requests cost: processor time in milliseconds of the server, of PostgreSQL and of the client that asks; bytes written to the log of PostgreSQL. */
export type Cost = { server: number; postgres: number; client: number; walBytes: number }

const costSoFar = async (bench: Bench, writes: boolean): Promise<Cost> => {
  const lsn = writes ? await bench.system.query(`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`) : null
  const { user, system } = process.cpuUsage()
  return {
    server: cpuOf(bench.server.pid),
    postgres: cpuOfPostgres(bench.postmaster),
    client: (user + system) / 1000,
    walBytes: Number(lsn?.rows[0].bytes ?? 0),
  }
}

/** One of those that are measured beside each other: asks, and keeps its best window and what all its windows cost. */
export class Side {
  best: Timing | null = null
  readonly #bench: Bench
  readonly #writes: boolean
  readonly #ask: (lane: number) => Promise<unknown>
  readonly #spent: Cost = { server: 0, postgres: 0, client: 0, walBytes: 0 }
  #requests = 0

  constructor(bench: Bench, writes: boolean, ask: (lane: number) => Promise<unknown>) {
    this.#bench = bench
    this.#writes = writes
    this.#ask = ask
  }

  warmUp(lanes: number, seconds: number): Promise<Timing> {
    return drive(lanes, seconds, (lane) => this.#ask(lane))
  }

  async window(lanes: number, seconds: number): Promise<Timing> {
    const before = await costSoFar(this.#bench, this.#writes)
    const timing = await drive(lanes, seconds, (lane) => this.#ask(lane))
    const after = await costSoFar(this.#bench, this.#writes)
    for (const what of Object.keys(this.#spent) as (keyof Cost)[]) this.#spent[what] += after[what] - before[what]
    this.#requests += timing.count
    if (!this.best || timing.perSecond > this.best.perSecond) this.best = timing
    return timing
  }

  /** What one request cost, over all windows. */
  get cost(): Cost {
    const { server, postgres, client, walBytes } = this.#spent
    const of = (sum: number) => sum / this.#requests
    return { server: of(server), postgres: of(postgres), client: of(client), walBytes: of(walBytes) }
  }
}

/** Gives each side a window at each concurrency; who is first changes, so that none finds always what another left warm. */
export const besideEachOther = async (sides: Side[], lanes: number[], seconds: number): Promise<void> => {
  for (const [turn, count] of lanes.entries())
    for (const i of sides.keys()) await (sides[(i + turn) % sides.length] as Side).window(count, seconds / lanes.length)
}
