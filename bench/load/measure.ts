import { type Bench, type Figure, MOST_LANES, report } from '../bench.ts'
import { Bare, type Statement } from './bare.ts'
import type { Timing } from './drive.ts'
import { besideEachOther, Side } from './side.ts'

/** The viewer beside whom the bare side is measured in the short form. */
const BESIDE = 'committee'

/** Whether the bare side is left out here: in the short form it stands beside one viewer of each thing. */
const timeAlone = ({ short, viewers }: Bench, name: string): boolean => {
  const share = viewers.find((viewer) => name.endsWith(`, ${viewer.share}`))?.share
  return short && share !== undefined && share !== BESIDE
}

type Ask = (lane: number, n: number) => Promise<unknown>

export type Asked = {
  name: string
  product: Ask
  /** The same asked in another way, measured beside it: the name of its own line, and how. */
  also?: { name: string; product: Ask }
  /** The least that PostgreSQL must be asked for the same; absent where only the time counts. */
  bare?: { role: string; statements: (n: number) => Statement[] }
  /** Or what was measured of it before, at two lanes. */
  limit?: Timing
  /** What the line shows: p95 in milliseconds, or how many a second. */
  show: 'p95' | 'per-second'
  writes?: boolean
  more?: Record<string, unknown>
}

/** The same as browsers ask for it: the answer comes packed. */
export const asBrowser = (name: string, product: Ask): Pick<Asked, 'also'> => ({
  also: { name: `${name}, packed as browsers ask`, product },
})

/** The most who give commands at once: those that come together share transactions, so that sixteen are not the best that the server can. */
export const MOST_WRITERS = 64
const LANES = { reading: [4, 8, MOST_LANES], writing: [4, 16, MOST_WRITERS] }
let cold = true

/** The first 500 reports of a new process cost it ten times as much as later ones, the next 500 four times: then most of its code is compiled. */
const COMPILED = 1500

/**
 * Connections plan each statement a few times before they keep a plan, and code runs cold at first: neither is what is asked here. The bare side's code
 * is warm from one thing to the next; its connections are new.
 */
const warmUp = async (
  { seconds, short }: Bench,
  lanes: number,
  writes: boolean,
  product: Side,
  bare: Side,
  another: Side | null,
): Promise<void> => {
  const most = Math.min(2, seconds * (cold ? 0.4 : short ? 0.1 : 0.15))
  cold = false
  for (let n = 0, turn = 0; turn < (writes ? 4 : 1) && n < COMPILED; turn++)
    n += (await product.warmUp(lanes, most / (writes ? 2 : 1))).count
  await another?.warmUp(lanes, most / 3)
  await bare.warmUp(lanes, most / 2)
}

/**
 * Measures one thing: alone for its times, then for its throughput at several concurrencies, the bare side at the same, each taking its turn. No two
 * requests get the same `n`, whoever asks.
 */
export const measure = async (bench: Bench, asked: Asked): Promise<Figure> => {
  const { seconds, short } = bench
  const { name, show, also, writes = false, more } = asked
  const { role, statements } = (timeAlone(bench, name) ? null : asked.bare) ?? {}
  let n = 0
  const side = (ask: Ask) => new Side(bench, writes, (lane) => ask(lane, n++))
  const product = side(asked.product)
  const figure = (of: string, latency: Timing): Figure => ({
    name: of,
    value: latency.p95,
    unit: 'ms',
    ratio: null,
    latency,
    ...(more ? { more } : {}),
  })
  if (!role || !statements) {
    await asked.product(0, n++)
    const latency = await product.window(2, seconds * (short ? 0.07 : 0.12))
    const { limit } = asked
    const alone: Figure = {
      ...figure(name, latency),
      cost: product.cost,
      ...(limit ? { bare: limit, ratio: latency.perSecond / limit.perSecond } : {}),
    }
    report(bench, alone)
    return alone
  }
  const lanes = writes ? LANES.writing : LANES.reading
  const most = Math.max(...lanes)
  const client = await Bare.open(bench.appUrl, role, most)
  const bare = side((lane, m) => client.run(lane, statements(m)))
  const another = also ? side(also.product) : null
  const sides = [product, ...(another ? [another] : []), bare]
  await warmUp(bench, most, writes, product, bare, another)
  const latencies: Timing[] = []
  for (const one of sides.slice(0, -1)) {
    latencies.push(await one.window(2, seconds * (short ? 0.12 : 0.15)))
    // Not one of the concurrencies at which the bare side may show its best.
    one.best = null
  }
  await besideEachOther(sides, lanes, seconds * (short ? 0.15 : 0.3))
  await client.close()
  const beside = (of: string, one: Side, latency: Timing): Figure => {
    const [best, limit] = [one.best as Timing, bare.best as Timing]
    return {
      ...figure(of, latency),
      ...(show === 'per-second' ? { value: best.perSecond, unit: '/s' } : {}),
      ratio: best.perSecond / limit.perSecond,
      best,
      bare: limit,
      cost: one.cost,
      bareCost: bare.cost,
    }
  }
  const made = beside(name, product, latencies[0] as Timing)
  report(bench, made)
  if (also && another) report(bench, beside(also.name, another, latencies[1] as Timing))
  return made
}
