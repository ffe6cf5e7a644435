import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { deadlineStatus, type ClockedStatus } from '../clocks/deadline-status.ts'
import { Problem } from '../problems/problem.ts'
import type { FulfilmentChange } from '../streams/change.ts'
import type { Available } from '../streams/decider.ts'
import { fulfilmentPayloads, type FulfilmentCommandName } from './commands.ts'
import { endsLater } from './due.ts'
import type { LoggedFulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'
import { dueOf } from './reporting.ts'
import { SHAPES, type Shape } from './shape.ts'
import { currentDue, isOver, isUnanswered, type FulfilmentState } from './state.ts'

const [province, police, commune, stranger] = [actor(), actor(), actor(), actor()]
const ACTORS = [province, police, commune, stranger]
const WHO = ['province', 'police', 'commune', 'stranger']
const NAMES = Object.keys(fulfilmentPayloads) as FulfilmentCommandName[]
const BEGINS = Date.parse('2026-03-02T01:00:00.000Z')
const HOUR = 3_600_000

/** `eager`: pick among what is offered to that officer now; otherwise any command, mostly one that will be refused. */
type Step = {
  who: number
  name: FulfilmentCommandName
  eager: boolean
  pick: number
  stream: number
  hours: number
  back: number
  days: number
}
const step: fc.Arbitrary<Step> = fc.record({
  who: fc.oneof({ weight: 8, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constant(3) }),
  name: fc.constantFrom(...NAMES),
  eager: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  pick: fc.nat(100),
  stream: fc.nat(3),
  hours: fc.oneof({ weight: 5, arbitrary: fc.nat(48) }, { weight: 1, arbitrary: fc.nat(2_000) }),
  back: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  days: fc.nat(60),
})

/** What ends a life comes up less often, so that long ones are seen too. */
const choose = ({ eager, name, pick }: Step, table: Available): FulfilmentCommandName => {
  const offered = NAMES.filter((one) => table[one] === true && (pick % 5 === 0 || (one !== 'cancel' && one !== 'decline')))
  return eager && offered.length > 0 ? offered[pick % offered.length]! : name
}

/** A payload that the shape admits; what the rules may still say against it stands in OF_PAYLOAD. */
const payloadOf = (name: FulfilmentCommandName, at: Date, days: number): object => {
  const on = new Date(at.getTime() + days * 24 * HOUR).toISOString().slice(0, 10)
  const words = { note: 'n', reason: 'r', text: 't', until: on, dueOn: on, instruction: 'i', dueAt: at.toISOString(), lastDay: on }
  if (name === 'handOn') return { officerId: police.agencyId, instruction: 'i', dueOn: on }
  if (name === 'delegate') return { to: [days % 3 === 0 ? { agencyId: commune.agencyId } : { agencyId: commune.agencyId, dueOn: on }] }
  if (name === 'resumeBelow') return { limits: [] }
  return name === 'limit' ? { ...words, periodKey: null } : words
}

const OF_PAYLOAD: Partial<Record<FulfilmentCommandName, string[]>> = {
  askExtension: ['extension-not-later', 'day-past'],
  grantExtension: ['extension-not-later', 'later-than-own'],
  handOn: ['later-than-own', 'day-past', 'not-in-agency'],
  delegate: ['later-than-own', 'day-past', 'already-delegated', 'bad-input', 'not-subordinate', 'agency-unknown'],
  changeDeadline: ['day-past', 'later-than-own', 'before-period-ends'],
}

const MOVES = ['fulfilment.extensionGranted', 'fulfilment.resumed', 'fulfilment.deadlineChanged']
const ROLLS = ['fulfilment.submitted', 'fulfilment.nothingReported', 'fulfilment.returned', 'fulfilment.withdrawn']

const begin = (shape: Shape, dueOn: string | null) => {
  const all = new CaseInMemory(randomUUID(), [fulfilmentDecider], [agencyFact({ id: commune.agencyId, parentId: police.agencyId })])
  const order = { agencyId: police.agencyId, askerId: province.agencyId, issuedAt: new Date(BEGINS).toISOString() }
  const event = fulfilmentAssigned({ ...order, shape, dueOn, recurrence: shape === 'recurring' ? 'monthly' : null })
  all.open('fulfilment', randomUUID(), [event], { by: province, at: new Date(BEGINS) })
  return all
}

type Check = (all: CaseInMemory, before: CaseInMemory['streams'], at: Date) => void

/** Runs random commands by random officers at random times and checks after each one that took effect. */
const run = (check: Check) =>
  fc.asyncProperty(
    fc.constantFrom(...SHAPES),
    fc.option(fc.constantFrom('2026-03-20', '2026-04-30', '2026-08-02')),
    fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }),
    async (shape, dueOn, steps) => {
      const all = begin(shape, dueOn)
      let clock = BEGINS
      const story: string[] = []
      for (const one of steps) {
        const { who, stream, hours, back, days } = one
        clock += hours * HOUR
        const at = new Date(clock - back * HOUR)
        const id = [...all.streams.keys()][stream % all.streams.size]!
        const given = { by: ACTORS[who]!, at }
        const table = await all.available(id, given)
        const name = choose(one, table)
        const verdict = table[name]!
        const before = all.streams
        const refused = await all.give('fulfilment', id, name, payloadOf(name, at, days), given).then(
          () => null,
          (error: unknown) => (error instanceof Problem ? error : assert.fail(error as Error)),
        )
        if (verdict === true) assert.ok(refused === null || OF_PAYLOAD[name]?.includes(refused.code), `${name}: ${refused?.code}`)
        else assert.equal(refused?.code, verdict.code, `${name} was to be refused with ${verdict.code}`)
        if (refused) continue
        story.push(`${at.toISOString().slice(0, 16)} ${WHO[who]} ${name} #${stream % before.size} +${days}`)
        try {
          check(all, before, new Date(clock))
        } catch (error) {
          throw new Error(`${shape} due ${dueOn}\n${story.join('\n')}`, { cause: error })
        }
      }
    },
  )

const states = (all: CaseInMemory) => [...all.streams.keys()].map((id) => all.state<FulfilmentState>(id))
const holds = (check: Check, numRuns = 150) => fc.assert(run(check), { numRuns, endOnFailure: true })

describe('the life of a fulfilment, at random', () => {
  it('takes every command that is offered, refuses every other with the reason shown', () => holds(() => {}))

  it('reaches confirmed only with a submitted result', () =>
    holds((all) => {
      for (const { status, periods, submissions, submittedAt, confirmedAt } of states(all)) {
        const proven = (key: string | null) => submissions.some((one) => one.periodKey === key && one.outcome === 'confirmed')
        if (status === 'confirmed') assert.ok(proven(null) && submittedAt !== null && confirmedAt! >= submittedAt)
        for (const period of periods) if (period.answer === 'confirmed') assert.ok(proven(period.key) && period.submittedAt !== null)
      }
    }))

  it('derives a status that its dates bear out', () =>
    holds((all, _, now) => {
      for (const { changes } of all.streams.values()) {
        const row = changes.findLast((change): change is FulfilmentChange => change.table === 'fulfilment')
        if (!row || row.state === 'finished') continue
        const iso = (date: Date | null) => date?.toISOString() ?? null
        const dates = {
          dueAt: iso(row.dueAt),
          submittedAt: iso(row.submittedAt),
          confirmedAt: iso(row.confirmedAt),
          dueSoonFrom: iso(row.soonAt),
        }
        const status = deadlineStatus({ state: row.state as ClockedStatus, ...dates, now: now.toISOString() })
        const past = (at: Date) => row.dueAt !== null && at > row.dueAt
        if (status === 'done-late') assert.ok(past(row.submittedAt!))
        if (status === 'done-in-time') assert.ok(!past(row.submittedAt!) && row.confirmedAt !== null)
        if (status === 'overdue') assert.ok(past(now) && row.confirmedAt === null)
        if (['not-begun', 'in-time', 'due-soon', 'returned'].includes(status)) assert.ok(!past(now) && row.submittedAt === null)
        if (row.soonAt) assert.ok(row.dueAt !== null && row.soonAt <= row.dueAt)
      }
    }))

  it('moves a limit only by extension, resumption, change or the roll of a period', () =>
    holds((all, before) => {
      for (const [id, { state, events }] of all.streams) {
        const [old, now] = [before.get(id), state as FulfilmentState]
        if (!old || currentDue(old.state as FulfilmentState)?.dueAt === currentDue(now)?.dueAt) continue
        const types = events.slice(old.events.length).map((event) => event.type)
        const allowed = now.assignment!.shape === 'once' ? MOVES : [...MOVES, ...ROLLS]
        assert.ok(
          types.some((type) => allowed.includes(type)),
          `moved by ${types.join()}`,
        )
      }
    }))

  it('never lets what was handed on end later than what it comes from', () =>
    holds((all, _, now) => {
      for (const child of states(all)) {
        const parentId = child.assignment?.parentId
        if (!parentId || isOver(child)) continue
        const parent = all.state<FulfilmentState>(parentId)
        assert.ok(!endsLater(child.due, parent.due), 'ends later')
        const confirmed = new Set(parent.periods.filter((one) => one.answer === 'confirmed').map((one) => one.key))
        for (const period of child.periods.filter((one) => isUnanswered(one) && !confirmed.has(one.key))) {
          assert.ok(!endsLater(period.due, dueOf(parent, period.key, now.toISOString().slice(0, 10))), `${period.key} ends later`)
        }
      }
    }))

  it('always keeps a period without an answer, for the desk to stand for', () =>
    holds((all) => {
      for (const state of states(all)) if (state.periods.length > 0) assert.ok(state.periods.some(isUnanswered))
    }))

  it('is the same replayed from its log, and after its snapshot', () =>
    holds((all) => {
      for (const { state, events } of all.streams.values()) {
        const replayed = (events as LoggedFulfilmentEvent[]).reduce(fulfilmentDecider.evolve, fulfilmentDecider.initial())
        assert.deepEqual(replayed, state)
        assert.deepEqual(JSON.parse(JSON.stringify(state)), state)
      }
    }, 100))

  it('bears any body being erased, and then lets nothing more be done', () =>
    holds((all) => {
      for (const { events } of all.streams.values()) {
        const which = events.length % 7 === 0 ? 0 : Math.floor(events.length / 2)
        const erased = (events as LoggedFulfilmentEvent[]).with(which, {
          ...events[which]!,
          data: { erased: true },
        } as unknown as LoggedFulfilmentEvent)
        const state = erased.reduce(fulfilmentDecider.evolve, fulfilmentDecider.initial())
        assert.equal(state.erased, true)
        assert.deepEqual(fulfilmentDecider.project(state, state, erased.at(-1)!), [])
        const at = { now: new Date(), effectiveAt: new Date(), streamId: '', caseId: '', version: 1, followUp: false, facts: undefined }
        for (const by of ACTORS) {
          for (const verdict of Object.values(fulfilmentDecider.available(state, { ...at, actor: by }))) assert.notEqual(verdict, true)
        }
      }
    }, 100))
})
