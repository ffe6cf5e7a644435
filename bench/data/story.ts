import { assigned, countOrder } from '../../src/kernel/assignments/order.ts'
import { type FulfilmentState, isOver } from '../../src/kernel/assignments/state.ts'
import { fulfilmentDecider } from '../../src/kernel/assignments/fulfilment.ts'
import { localDate } from '../../src/kernel/clocks/zone.ts'
import { addDays } from '../../src/kernel/clocks/dates.ts'
import type { AnyDecider, NewEvent } from '../../src/kernel/streams/decider.ts'
import { applyEvents, type Unit, unborn } from '../../src/kernel/streams/units.ts'
import { directive as directiveKind } from '../../src/kinds/directive/kind.ts'
import { agencySlot, assignmentSlot, CASE_ID, END, fulfilmentSlot, NUMBER, nameSlot, officerSlot, textSlot } from './slots.ts'

/** How far the agencies of a story have come: the number of steps each has taken after being assigned. */
export type StoryPlan = {
  /** For each assignment the slots of its leads. */
  assignments: { leads: number[]; coordinating: number[]; dueInDays: number | null }[]
  /** Slots that are told, and lead nothing. */
  informed: number[]
  status: 'draft' | 'issued' | 'closed'
  /** Steps of the nth lead: 0 assigned, 1 accepted, 2 reported, 3 submitted, 4 confirmed; more are further reports. */
  steps: (nth: number) => number
  /** Days from the first to the last event. */
  days: number
}

const DAY = 86_400_000

/** What one command does, and when. */
export type Step = { at: string; unit: Unit }
/** A whole story: what each stream becomes, and the steps in their order. */
export type Story = { units: Unit[]; steps: Step[] }

/** Keeps the events of one stream together, as they would have come from commands at their own times. */
class Stream {
  #unit: Unit
  readonly steps: Step[] = []
  constructor(decider: AnyDecider, id: string, parentId: string | null = null) {
    const before = unborn(decider, id, CASE_ID, parentId)
    this.#unit = { before, after: before.state, events: [], changes: [] }
  }
  add(at: number, slot: number, ...events: NewEvent[]): this {
    const { before, after, events: had, changes } = this.#unit
    for (const event of events) before.decider.events[event.type]?.schema.parse(event.data)
    const moment = new Date(at)
    const next = applyEvents({ ...before, state: after, version: had.length }, events, {
      now: moment,
      effectiveAt: moment,
      officerId: officerSlot(slot),
      agencyId: agencySlot(slot),
    })
    this.steps.push({ at: moment.toISOString(), unit: next })
    this.#unit = { before, after: next.after, events: [...had, ...next.events], changes: [...changes, ...next.changes] }
    return this
  }
  get over(): boolean {
    return isOver(this.#unit.after as FulfilmentState)
  }
  get unit(): Unit {
    return this.#unit
  }
}

const storyOf = (streams: Stream[]): Story => ({
  units: streams.map((stream) => stream.unit),
  steps: streams.flatMap((stream) => stream.steps).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
})

/** One directive as the rules make it, with slots for what differs from case to case. */
export const tellStory = (plan: StoryPlan): Story => {
  const start = END - plan.days * DAY
  const issuedAt = new Date(start + DAY)
  const date = localDate(issuedAt.toISOString())
  const document = {
    type: 'cong-van',
    number: NUMBER,
    date,
    dateWords: null,
    place: nameSlot(0),
    issuerId: agencySlot(0),
    issuerName: nameSlot(0),
    subject: textSlot('subject', 14),
    urgency: 'normal',
    signer: { capacity: 'TM', position: 'Chủ tịch' },
    legalBases: ['Luật An ninh mạng số 116/2025/QH15'],
    fileId: null,
    sourceText: textSlot('source', 110),
  }
  const target = (slot: number) => ({ kind: 'agency' as const, agencyId: agencySlot(slot), as: nameSlot(slot) })
  const assignments = plan.assignments.map((one, i) => ({
    id: assignmentSlot(i),
    ordinal: i + 1,
    verb: 'giao' as const,
    content: textSlot(`content${i}`, 18),
    leads: one.leads.map(target),
    coordinating: one.coordinating.map(target),
    span: { start: i * 100, end: i * 100 + 90 },
    quote: textSlot(`quote${i}`, 26),
    deadline: one.dueInDays === null ? null : { words: 'theo văn bản', date: addDays(date, one.dueInDays), inclusive: true },
    shape: 'once' as const,
    recurrence: null,
    confirmed: true,
    unsure: [],
  }))
  const directive = new Stream(directiveKind.decider, CASE_ID)
  directive.add(start, 0, { type: 'directive.created', data: { document, recipients: plan.informed.map(agencySlot), assignments } })
  if (plan.status === 'draft') return storyOf([directive])
  const counted = assignments.map((one, i) =>
    countOrder({
      assignmentId: one.id,
      ordinal: one.ordinal,
      content: one.content,
      verb: one.verb,
      askerId: agencySlot(0),
      coordinatingIds: (plan.assignments[i]?.coordinating ?? []).map(agencySlot),
      shape: one.shape,
      recurrence: null,
      deadline: one.deadline,
      parentId: null,
      instruction: null,
      issuedAt,
    }),
  )
  const resolved = counted.map(({ due }, i) => ({
    assignmentId: assignmentSlot(i),
    leadIds: (plan.assignments[i]?.leads ?? []).map(agencySlot),
    coordinatingIds: (plan.assignments[i]?.coordinating ?? []).map(agencySlot),
    dueAt: due?.dueAt ?? null,
  }))
  directive.add(issuedAt.getTime(), 0, {
    type: 'directive.issued',
    data: { resolved, informedIds: plan.informed.map(agencySlot), areaCode: null },
  })
  let nth = 0
  const parts = counted.flatMap((order, i) =>
    (plan.assignments[i]?.leads ?? []).map((slot) => {
      const stream = new Stream(fulfilmentDecider, fulfilmentSlot(i, slot))
      stream.add(issuedAt.getTime(), 0, assigned(order, agencySlot(slot)))
      const steps = plan.steps(nth++)
      for (let step = 1; step <= steps; step++) {
        const at = issuedAt.getTime() + Math.floor(((plan.days - 1) * DAY * step) / (steps + 1)) + (nth % 997)
        stream.add(at, step === steps && steps >= 4 ? 0 : slot, stepEvent(step, steps, `${i}.${slot}.${step}`))
      }
      return stream
    }),
  )
  if (plan.status === 'closed') {
    directive.add(END, 0, { type: 'directive.closed', data: { summary: textSlot('summary', 20) } })
    for (const part of parts) if (!part.over) part.add(END, 0, { type: 'fulfilment.finished', data: {} })
  }
  return storyOf([directive, ...parts])
}

const stepEvent = (step: number, steps: number, key: string): NewEvent => {
  if (step === 1) return { type: 'fulfilment.accepted', data: { note: null } }
  if (steps >= 4 && step === steps) return { type: 'fulfilment.confirmed', data: { note: null, periodKey: null } }
  if (steps >= 3 && step === (steps >= 4 ? steps - 1 : steps)) {
    return { type: 'fulfilment.submitted', data: { text: textSlot(`result${key}`, 20), fileIds: [], periodKey: null, opened: [] } }
  }
  return { type: 'fulfilment.reported', data: { text: textSlot(`report${key}`, 16), percent: 40, fileIds: [] } }
}
