import type pg from 'pg'
import type { World } from './data/world.ts'
import { Bare, type Statement } from './load/bare.ts'
import { drive, sweep, type Timing } from './load/drive.ts'
import { type Answer, HttpConnection } from './load/http.ts'
import type { BenchServer } from './load/server.ts'
import { cpuOf, cpuOfPostgres } from './load/usage.ts'

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
  cpuMsPerRequest?: { server: number; postgres: number }
  more?: Record<string, unknown>
}

export const report = (bench: Bench, figure: Figure): void => {
  bench.figures.push(figure)
  const value = figure.value >= 100 ? Math.round(figure.value) : Math.round(figure.value * 100) / 100
  console.log(`${figure.name}: ${value} ${figure.unit}, ratio ${figure.ratio === null ? '-' : figure.ratio.toFixed(2)}`)
}

const MOST_LANES = 16

/** Connections of one officer to the server; asking checks that the answer is a success. */
export class Officer {
  readonly #connections: HttpConnection[]
  constructor(bench: Bench, cookie: string, lanes = MOST_LANES, port = bench.server.port) {
    this.#connections = Array.from({ length: lanes }, () => new HttpConnection(port, cookie))
  }
  async get(lane: number, path: string): Promise<Answer> {
    return checked(await (this.#connections[lane] as HttpConnection).get(path), path)
  }
  async post(lane: number, path: string, key: string, body: unknown): Promise<Answer> {
    return checked(await (this.#connections[lane] as HttpConnection).post(path, key, JSON.stringify(body)), path)
  }
  close(): void {
    for (const connection of this.#connections) connection.close()
  }
}

/** The viewer beside whom the bare side is measured in the short form. */
const BESIDE = 'committee'

/** Whether the bare side is left out here: in the short form it stands beside one viewer of each thing. */
const timeAlone = ({ short, viewers }: Bench, name: string): boolean => {
  const share = viewers.find((viewer) => name.endsWith(`, ${viewer.share}`))?.share
  return short && share !== undefined && share !== BESIDE
}

const checked = (answer: Answer, path: string): Answer => {
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString().slice(0, 300)}`)
  return answer
}

type Asked = {
  name: string
  product: (lane: number, n: number) => Promise<unknown>
  /** The least that PostgreSQL must be asked for the same; absent where only the time counts. */
  bare?: { role: string; statements: (n: number) => Statement[] }
  /** What the line shows: p95 in milliseconds, or how many a second. */
  show: 'p95' | 'per-second'
  more?: Record<string, unknown>
}

/** Measures one thing: alone for its times, then at the best concurrency for its throughput, and beside it the bare side, likewise. */
export const measure = async (bench: Bench, asked: Asked): Promise<Figure> => {
  const { seconds } = bench
  const { role, statements } = (timeAlone(bench, asked.name) ? null : asked.bare) ?? {}
  await asked.product(0, 0)
  // A new connection plans each statement a few times before it keeps a plan, and code runs cold at first: neither is what is asked here.
  if (asked.bare) await drive(MOST_LANES, Math.min(2, seconds * 0.15), (lane, n) => asked.product(lane, n + 1))
  const latency = await drive(2, seconds * (asked.bare ? 0.15 : bench.short ? 0.07 : 0.12), (lane, n) => asked.product(lane, n + 50_000))
  if (!role || !statements) {
    const figure = { name: asked.name, value: latency.p95, unit: 'ms', ratio: null, latency, ...(asked.more ? { more: asked.more } : {}) }
    report(bench, figure)
    return figure
  }
  const cpu = () => ({ server: cpuOf(bench.server.pid), postgres: cpuOfPostgres(bench.postmaster) })
  const sweeping = seconds * (bench.short ? 0.2 : 0.3)
  const before = cpu()
  let offset = 100_000
  const best = await sweep([4, 16], sweeping, (lane) => asked.product(lane, offset++))
  const after = cpu()
  const total = offset - 100_000
  const client = await Bare.open(bench.appUrl, role, MOST_LANES)
  let m = 0
  for (let lane = 0; lane < MOST_LANES; lane++) await client.run(lane, statements(m++))
  const bare = await sweep([4, 8, 16], sweeping, (lane) => client.run(lane, statements(m++)))
  await client.close()
  const figure: Figure = {
    name: asked.name,
    value: asked.show === 'p95' ? latency.p95 : best.perSecond,
    unit: asked.show === 'p95' ? 'ms' : '/s',
    ratio: best.perSecond / bare.perSecond,
    latency,
    best,
    bare,
    cpuMsPerRequest: { server: (after.server - before.server) / total, postgres: (after.postgres - before.postgres) / total },
    ...(asked.more ? { more: asked.more } : {}),
  }
  report(bench, figure)
  return figure
}
