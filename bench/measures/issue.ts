import { type Bench, Officer, report, type Viewer } from '../bench.ts'
import { newId } from '../data/time-id.ts'
import { timingOf } from '../load/drive.ts'
import { newDirective } from './payloads.ts'

const LANES = 4

/** A directive goes to every commune while others work: its own time, and what it does to theirs. */
export const measureIssue = async (bench: Bench): Promise<void> => {
  const owner = bench.world.all
  const issuer = new Officer(bench, await bench.cookieOf(owner.officerId), 1)
  const viewer = bench.viewers.find((one) => one.share === 'committee') as Viewer
  const others = new Officer(bench, viewer.cookie, LANES)
  const sleep = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1000))
  // The others never stop; each answer counts where it was asked for.
  const [warmingUp, alone, during]: [number[], number[], number[]] = [[], [], []]
  let times = warmingUp
  let running = true
  const lane = async (index: number): Promise<void> => {
    while (running) {
      const [mine, from] = [times, performance.now()]
      await others.get(index, index % 2 ? '/api/desk' : '/api/cases')
      mine.push(performance.now() - from)
    }
  }
  const working = Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)))
  const issued: number[] = []
  let quiet = 0
  try {
    await sleep(Math.max(0.3, bench.seconds / 4))
    const rounds = bench.short ? 2 : 4
    for (let round = 0; round < rounds; round++) {
      const body = newDirective(owner, [], { typeIds: ['commune-peoples-committee'], areaCode: null })
      const { streamId } = JSON.parse((await issuer.post(0, '/api/directive', newId(), body)).body.toString()) as { streamId: string }
      times = alone
      const begun = performance.now()
      await sleep(Math.max(0.5, bench.seconds / 4))
      quiet += performance.now() - begun
      times = during
      const from = performance.now()
      await issuer.post(0, `/api/directive/${streamId}/issue`, newId(), {})
      issued.push(performance.now() - from)
      // What follows the commit belongs to neither side.
      times = warmingUp
      await sleep(0.3)
      const { rows } = await bench.system.query('select count(*)::int as n from fulfilment where case_id = $1', [streamId])
      if (rows[0].n < 3000) throw new Error(`issued to ${rows[0].n} communes only`)
    }
  } finally {
    running = false
    await working
    issuer.close()
    others.close()
  }
  const sum = issued.reduce((a, b) => a + b, 0)
  const [before, meanwhile] = [timingOf(alone, quiet / 1000, LANES), timingOf(during, sum / 1000, LANES)]
  report(bench, { name: 'issue to 3,321 communes', value: sum / issued.length, unit: 'ms', ratio: null, more: { issued } })
  const more = { alone: before, meanwhile, longest: { alone: Math.max(...alone), meanwhile: Math.max(...during) } }
  report(bench, { name: "others' p95 meanwhile", value: meanwhile.p95, unit: 'ms', ratio: meanwhile.p95 / before.p95, more })
  report(bench, { name: "others' p99 meanwhile", value: meanwhile.p99, unit: 'ms', ratio: meanwhile.p99 / before.p99 })
}
