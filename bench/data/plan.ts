import { fulfilmentId } from '../../src/kernel/assignments/fulfilment-id.ts'
import type { Filling } from './slots.ts'
import type { StoryPlan } from './story.ts'
import { timeId } from './time-id.ts'
import { randomFrom, sentence } from './words.ts'
import type { BenchAgency, World } from './world.ts'

const DAY = 86_400_000
const YEARS_3 = 3 * 365 * DAY

/** Made-up cases: how many leads each assignment has, how far they are, and whether the one in ten is told too. About ten events each. */
const SHAPES: { leads: number[]; steps: number[]; status: StoryPlan['status'] }[] = [
  { leads: [1], steps: [0], status: 'draft' },
  { leads: [2], steps: [1, 2], status: 'issued' },
  { leads: [2, 1], steps: [0, 2, 3], status: 'issued' },
  { leads: [1, 1], steps: [4, 2], status: 'issued' },
  { leads: [3], steps: [1, 4, 0], status: 'issued' },
  { leads: [2, 1], steps: [4, 4, 4], status: 'closed' },
  { leads: [2], steps: [4, 4], status: 'closed' },
  { leads: [1, 2], steps: [3, 3, 4], status: 'closed' },
  { leads: [2], steps: [5, 3], status: 'closed' },
  { leads: [3], steps: [4, 2, 1], status: 'closed' },
]

/** A story, and for how many agencies it has room beside owner, `all` and `tenth`. */
export type Casting = { plan: StoryPlan; leads: number }

/** Slots: 0 owner, then the leads, then `all`, then `tenth`. */
const casting = (shape: (typeof SHAPES)[number], withTenth: boolean): Casting => {
  let slot = 1
  const assignments = shape.leads.map((n, i) => ({
    leads: Array.from({ length: n }, () => slot++),
    coordinating: [],
    dueInDays: i % 2 ? 60 : 30,
  }))
  const leads = slot - 1
  const informed = [slot, ...(withTenth ? [slot + 1] : [])]
  return {
    leads,
    plan: { assignments, informed, status: shape.status, steps: (nth) => shape.steps[nth % shape.steps.length] ?? 0, days: 40 },
  }
}

/** Two stories of each shape: without and with the agency that is told of one case in ten. */
export const castings = (): Casting[] => SHAPES.flatMap((shape) => [casting(shape, false), casting(shape, true)])

/** One directive to many: every lead in one assignment, `steps` apart. */
export const bigCasting = (leads: number, steps: (nth: number) => number): Casting => ({
  leads,
  plan: {
    assignments: [{ leads: Array.from({ length: leads }, (_, i) => i + 1), coordinating: [], dueInDays: 30 }],
    informed: [leads + 1],
    status: 'issued',
    steps,
    days: 20,
  },
})

/** The two special cases of every run, by their index beyond the ordinary ones. Their ids do not hang on the day of the run: they lie among the others. */
const SPECIAL = Date.UTC(2026, 0, 5, 2)
export const PROGRESS_CASE = timeId(SPECIAL, 'case:progress')
export const TIMELINE_CASE = timeId(SPECIAL, 'case:timeline')

/** Which of the stories the nth case tells. */
export const storyOf = (n: number): number => {
  const random = randomFrom(n * 7919 + 1)()
  return Math.floor(random * SHAPES.length) * 2 + (n % 10 === 0 ? 1 : 0)
}

/**
 * Fills the nth of `total` cases: newest last, spread over three years before `now`; who takes part is skewed. Ids begin with the moment at which the case
 * was opened, as the product gives them.
 */
export const fillingOf = (
  world: World,
  n: number,
  total: number,
  now: number,
  { leads, plan }: Casting,
  given?: { caseId: string; leads: BenchAgency[] },
): Filling => {
  const random = randomFrom(n * 104_729 + 17)
  const province = world.provinces[Math.floor(world.provinces.length * random() ** 1.5)] as World['provinces'][number]
  const owner =
    given || random() < 0.6
      ? (given ? (world.provinces[0] as World['provinces'][number]) : province).committee
      : pick(province.bodies, random() ** 2)
  const cast = new Map<string, BenchAgency>()
  for (const agency of given?.leads ?? []) cast.set(agency.id, agency)
  while (cast.size < leads) {
    const agency = random() < 0.6 ? pick(province.bodies, random() ** 2) : pick(province.communes, random() ** 2.2)
    if (agency.id !== owner.id) cast.set(agency.id, agency)
  }
  const agencies = [owner, ...cast.values(), world.all, world.tenth]
  const end = Math.floor(now - YEARS_3 * (1 - (n + 1) / total) - 60_000)
  const opened = end - plan.days * DAY
  const caseId = given?.caseId ?? timeId(opened, `case:${n}`)
  const assignments = [0, 1, 2, 3].map((i) => timeId(opened, `assignment:${caseId}:${i}`))
  const texts = new Map<string, string>()
  // Each id stands in many rows.
  const fulfilments = new Map<string, string>()
  return {
    caseId,
    number: `${n}/UBND-B`,
    agencies: agencies.map((one) => one.id),
    officers: agencies.map((one) => one.officerId),
    names: agencies.map((one) => one.name),
    assignments,
    now,
    end,
    moments: new Map(),
    text: (key, syllables) => {
      const known = texts.get(key)
      if (known !== undefined) return known
      // Contents stay under the length at which titles are cut, so that a title is its content.
      const made = sentence(random, syllables)
        .slice(0, key.startsWith('content') ? 118 : undefined)
        .trim()
      texts.set(key, made)
      return made
    },
    fulfilment: (assignment, slot) => {
      const key = `${assignment}.${slot}`
      const known = fulfilments.get(key)
      if (known !== undefined) return known
      const made = fulfilmentId(caseId, assignments[assignment] as string, agencies[slot]?.id as string)
      fulfilments.set(key, made)
      return made
    },
  }
}

const pick = (list: BenchAgency[], at: number): BenchAgency => list[Math.min(list.length - 1, Math.floor(list.length * at))] as BenchAgency
