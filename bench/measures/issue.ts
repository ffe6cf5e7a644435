import { randomUUID } from 'node:crypto'
import { drive } from '../load/drive.ts'
import { type Bench, Officer, report, type Viewer } from '../bench.ts'
import { newDirective } from './payloads.ts'

/** A directive goes to every commune while others work: its own time, and what it does to theirs. */
export const measureIssue = async (bench: Bench): Promise<void> => {
  const owner = bench.world.all
  const cookie = await bench.cookieOf(owner.officerId)
  const issuer = new Officer(bench, cookie, 1)
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const others = new Officer(bench, viewer.cookie, 4)
  const work = (lane: number) => others.get(lane, lane % 2 ? '/api/desk' : '/api/cases')
  const alone = await drive(4, Math.max(1, bench.seconds / 2), work)
  const times: number[] = []
  const during: number[] = []
  const rounds = bench.seconds > 5 ? 3 : 1
  for (let round = 0; round < rounds; round++) {
    const key = randomUUID()
    const made = await issuer.post(
      0,
      '/api/directive',
      key,
      newDirective(owner, [], { typeIds: ['commune-peoples-committee'], areaCode: null }),
    )
    const { streamId } = JSON.parse(made.body.toString()) as { streamId: string }
    let running = true
    const working = Promise.all(
      [0, 1, 2, 3].map(async (lane) => {
        while (running) {
          const from = performance.now()
          await work(lane)
          during.push(performance.now() - from)
        }
      }),
    )
    const from = performance.now()
    try {
      await issuer.post(0, `/api/directive/${streamId}/issue`, randomUUID(), {})
    } finally {
      times.push(performance.now() - from)
      running = false
      await working
    }
    const { rows } = await bench.system.query('select count(*)::int as n from fulfilment where case_id = $1', [streamId])
    if (rows[0].n < 3000) throw new Error(`issued to ${rows[0].n} communes only`)
  }
  during.sort((a, b) => a - b)
  const p95 = during[Math.floor(during.length * 0.95)] ?? Number.NaN
  issuer.close()
  others.close()
  report(bench, { name: 'issue to 3,321 communes', value: times.reduce((a, b) => a + b, 0) / times.length, unit: 'ms', ratio: null })
  report(bench, {
    name: "others' p95 meanwhile",
    value: p95,
    unit: 'ms',
    ratio: p95 / alone.p95,
    more: { alone, p99: during[Math.floor(during.length * 0.99)] },
  })
}
