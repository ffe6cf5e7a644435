import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import type { AsksChange, FulfilmentChange } from '../streams/change.ts'
import { holdsCaseOpen } from './closing.ts'
import type { FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'
import type { Shape } from './shape.ts'

const [answering, asking] = [actor(), actor()]
const { given } = specification(fulfilmentDecider)
const accepted: FulfilmentEvent = { type: 'fulfilment.accepted', data: { note: null } }
const monthly = (shape: Shape = 'recurring') =>
  fulfilmentAssigned({
    agencyId: answering.agencyId,
    askerId: asking.agencyId,
    shape,
    recurrence: 'monthly',
    dueOn: null,
    issuedAt: '2026-07-20T01:00:00.000Z',
  })
const begun = (shape?: Shape) => ({ event: monthly(shape), at: '2026-07-20T01:00:00.000Z' })
const accept = { event: accepted, at: '2026-07-21T01:00:00.000Z' }
const AUTUMN = '2026-11-18T02:00:00.000Z'

const row = (changes: object[]) => changes.find((change) => (change as { table: string }).table === 'fulfilment') as FulfilmentChange
const acts = (changes: object[]) =>
  (changes.find((change) => (change as { table: string }).table === 'asks') as AsksChange).rows.map((r) => r.act)

describe('assignments with periods', () => {
  it('begin with the period of their day of issue, six-monthly where nothing is said', () => {
    const { periods } = fulfilmentAssigned({ shape: 'continuous', dueOn: null }).data
    assert.equal(periods.length, 1)
    assert.match(periods[0]!.key, /H[12]$/)
    assert.equal(fulfilmentAssigned({ shape: 'on-event', recurrence: 'yearly' }).data.due, null)
  })

  it('stand on the desk for the earliest unanswered period, without any event of time', () => {
    const changes = given(begun(), accept).changes()
    assert.equal(row(changes).periodKey, monthly().data.periods[0]!.key)
    assert.equal(row(changes).dueAt?.toISOString(), monthly().data.periods[0]!.due.dueAt)
    assert.deepEqual(acts(changes), ['submit'])
  })

  it('take "nothing to report" for all periods that are over, in one command', () => {
    const { events } = given(begun(), accept)
      .when('reportNothing', {}, { by: answering, at: AUTUMN })
      .gives({ type: 'fulfilment.nothingReported' })
    const event = events[0] as Extract<FulfilmentEvent, { type: 'fulfilment.nothingReported' }>
    assert.ok(event.data.periodKeys.length >= 4)
    const after = given(begun(), accept, { event, at: AUTUMN })
    const open = after.state.periods.filter((period) => period.answer === 'open')
    assert.equal(open.length, 1)
    assert.ok(open[0]!.until >= '2026-11-18')
    after.when('reportNothing', {}, { by: answering, at: AUTUMN }).refuses('no-period-due')
  })

  it('let a running period be answered by a result but not by "nothing to report"', () => {
    const early = { by: answering, at: '2026-07-22T02:00:00.000Z' }
    const running = given(begun(), accept)
    running.when('reportNothing', {}, early).refuses('no-period-due')
    const { events } = running.when('submit', { text: 'Đã làm' }, early).gives({ type: 'fulfilment.submitted' })
    const event = events[0] as Extract<FulfilmentEvent, { type: 'fulfilment.submitted' }>
    assert.equal(event.data.opened.length, 1)
    const done = given(begun(), accept, { event, at: early.at })
    done.when('submit', { text: 'Kỳ sau' }, early).refuses('no-period-due')
    assert.deepEqual(acts(done.changes()), ['submit', 'confirm'])
    assert.equal(done.state.status, 'in-progress')
  })

  it('confirm and return each period by itself', () => {
    const [first] = monthly().data.periods
    const submitted: FulfilmentEvent = {
      type: 'fulfilment.submitted',
      data: { text: 'Xong', fileIds: [], periodKey: first!.key, opened: [] },
    }
    const history = [begun(), accept, { event: submitted, at: '2026-08-17T02:00:00.000Z' }] as const
    const { events } = given(...history)
      .when('return', { reason: 'Thiếu' }, { by: asking })
      .gives({ type: 'fulfilment.returned', data: { periodKey: first!.key } })
    const returned = given(...history, { event: events[0] as FulfilmentEvent, at: '2026-08-18T02:00:00.000Z' })
    assert.equal(row(returned.changes()).state, 'returned')
    assert.deepEqual(acts(returned.changes()), ['resubmit'])
    assert.equal(returned.state.periods[0]!.submittedAt, null)
    given(...history)
      .when('confirm', { periodKey: '2020-01' }, { by: asking })
      .refuses('period-unknown')
    const confirmation = given(...history)
      .when('confirm', {}, { by: asking })
      .gives({ type: 'fulfilment.confirmed', data: { periodKey: first!.key } })
    const confirmed = given(...history, { event: confirmation.events[0] as FulfilmentEvent, at: '2026-08-18T02:00:00.000Z' })
    assert.equal(confirmed.state.status, 'in-progress')
    assert.equal(confirmed.state.periods[0]!.answer, 'confirmed')
  })

  it('name a period that has not begun as unknown', () => {
    const at = { by: answering, at: AUTUMN }
    given(begun(), accept).when('submit', { text: 'Sớm', periodKey: '2027-03' }, at).refuses('period-unknown')
  })

  it('hold a case open while something recurring is owed, and never when they are continuous or on event', () => {
    const [soon, late] = [new Date('2026-07-22T00:00:00Z'), new Date(AUTUMN)]
    const state = (shape: Shape) => given(begun(shape), accept).state
    assert.equal(holdsCaseOpen(state('recurring'), soon), false)
    assert.equal(holdsCaseOpen(state('recurring'), late), true)
    assert.equal(holdsCaseOpen(state('continuous'), late), false)
    assert.equal(holdsCaseOpen(state('on-event'), late), false)
    assert.equal(holdsCaseOpen(given(fulfilmentAssigned()).state, soon), true)
  })

  it('give back suspended time to the period that runs', () => {
    const suspended: FulfilmentEvent = { type: 'fulfilment.suspended', data: { reason: 'Chờ', above: false } }
    const held = given(begun(), accept, { event: suspended, at: '2026-07-22T02:00:00.000Z' })
    const { events } = held.when('resume', {}, { by: asking, at: '2026-08-05T02:00:00.000Z' }).gives({ type: 'fulfilment.resumed' })
    const { data } = events[0] as Extract<FulfilmentEvent, { type: 'fulfilment.resumed' }>
    assert.equal(data.due, null)
    assert.ok(data.dues[0]!.due.dueAt > monthly().data.periods[0]!.due.dueAt)
  })
})
