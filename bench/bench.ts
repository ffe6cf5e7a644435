import type pg from 'pg'
import type { World } from './data/world.ts'
import type { Timing } from './load/drive.ts'
import { type Answer, HttpConnection } from './load/http.ts'
import type { BenchServer } from './load/server.ts'
import type { Cost } from './load/side.ts'

/** An agency that sees a known share of all cases, and the cookie of its officer. */
export type Viewer = { share: string; agencyId: string; officerId: string; cases: number; cookie: string }

export type Bench = {
  cases: number
  seconds: number
  /** The short form: what it leaves out stands in README.md. */
  short: boolean
  ownerUrl: string
  appUrl: string
  system: pg.Client
  master: Buffer
  world: World
  server: BenchServer
  postmaster: number
  viewers: Viewer[]
  cookieOf: (officerId: string) => Promise<string>
  figures: Figure[]
}

export type Figure = {
  name: string
  value: number
  unit: string
  /** The product beside its limit in the same run, by throughput; null where there is nothing to stand beside. */
  ratio: number | null
  latency?: Timing
  best?: Timing
  bare?: Timing
  /** What one request costs, and one of the bare side. */
  cost?: Cost
  bareCost?: Cost
  /** Rows that one command adds or changes, by table. */
  rows?: { product: Record<string, number>; bare: Record<string, number> }
  more?: Record<string, unknown>
}

export const report = (bench: Bench, figure: Figure): void => {
  bench.figures.push(figure)
  const value = figure.value >= 100 ? Math.round(figure.value) : Math.round(figure.value * 100) / 100
  console.log(`${figure.name}: ${value} ${figure.unit}, ratio ${figure.ratio === null ? '-' : figure.ratio.toFixed(2)}`)
}

/** The most that ask at once. */
export const MOST_LANES = 16

/** Connections of one officer to the server; asking checks that the answer is a success. */
export class Officer {
  readonly #connections: HttpConnection[]
  constructor(bench: Bench, cookie: string, lanes = MOST_LANES, port = bench.server.port) {
    this.#connections = Array.from({ length: lanes }, () => new HttpConnection(port, cookie))
  }
  /** `more`: header lines, each with its end. */
  async get(lane: number, path: string, more = ''): Promise<Answer> {
    return checked(await (this.#connections[lane] as HttpConnection).get(path, more), path)
  }
  async post(lane: number, path: string, key: string, body: unknown): Promise<Answer> {
    return checked(await (this.#connections[lane] as HttpConnection).post(path, key, JSON.stringify(body)), path)
  }
  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}

const checked = (answer: Answer, path: string): Answer => {
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
  return answer
}
