import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import { countDue } from './due.ts'
import type { FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'

const [answering, asking] = [actor(), actor()]
const { given } = specification(fulfilmentDecider)
const order = { agencyId: answering.agencyId, askerId: asking.agencyId }
const assigned = fulfilmentAssigned(order)
const accepted: FulfilmentEvent = { type: 'fulfilment.accepted', data: { note: null } }
const asked: FulfilmentEvent = { type: 'fulfilment.extensionAsked', data: { until: '2026-12-04', reason: 'Chờ số liệu', periodKey: null } }
const suspended: FulfilmentEvent = { type: 'fulfilment.suspended', data: { reason: 'Chờ quy định mới', above: false } }

describe('limits of a fulfilment', () => {
  it('end with the stated day in Viet Nam and carry their reason', () => {
    const { due } = assigned.data
    assert.equal(due?.dueAt, '2026-11-30T17:00:00.000Z')
    assert.ok(due.reason.some(({ step }) => step === 'stated'))
    assert.ok(due.soonAt < due.dueAt)
  })

  it('are moved by an extension that was asked for, to the day granted', () => {
    given(assigned, accepted).when('grantExtension', { until: '2026-12-04' }, { by: asking }).refuses('no-extension-asked')
    given(assigned, accepted, asked)
      .when('askExtension', { until: '2026-12-05', reason: 'Thêm' }, { by: answering })
      .refuses('extension-asked')
    given(assigned, accepted, asked)
      .when('grantExtension', { until: '2026-12-03' }, { by: asking })
      .gives({ type: 'fulfilment.extensionGranted', data: { due: { dueAt: '2026-12-03T17:00:00.000Z' } } })
    given(assigned, accepted, asked).when('grantExtension', { until: '2026-11-28' }, { by: asking }).refuses('extension-not-later')
    given(assigned, accepted, asked)
      .when('refuseExtension', { reason: 'Không lùi' }, { by: asking })
      .gives({ type: 'fulfilment.extensionRefused' })
  })

  it('can be extended after they have passed', () => {
    const late = { by: asking, at: '2026-12-10T02:00:00.000Z' }
    given(assigned, accepted, asked).when('grantExtension', { until: '2026-12-04' }, late).gives({ type: 'fulfilment.extensionGranted' })
  })

  it('are asked to be extended only to a later day ahead', () => {
    const ask = (until: string, at = '2026-11-20T02:00:00.000Z') =>
      given(assigned).when('askExtension', { until, reason: 'Chờ số liệu' }, { by: answering, at })
    ask('2026-12-04').gives({ type: 'fulfilment.extensionAsked' })
    ask('2026-11-30').refuses('extension-not-later')
    ask('2026-12-04', '2026-12-10T02:00:00.000Z').refuses('day-past')
    ask('2150-01-01').refuses('day-out-of-range')
    const none = given(fulfilmentAssigned({ ...order, dueOn: null }))
    none.when('askExtension', { until: '2026-12-04', reason: 'Thêm' }, { by: answering }).refuses('no-deadline')
  })

  it('get back the time of a suspension', () => {
    const resumed = given(assigned, accepted, { event: suspended, at: '2026-11-20T02:00:00.000Z' }).when(
      'resume',
      {},
      { by: asking, at: '2026-11-25T02:00:00.000Z' },
    )
    resumed.gives({ type: 'fulfilment.resumed', data: { due: { dueAt: '2026-12-07T17:00:00.000Z' } } })
    given(assigned).when('resume', {}, { by: asking }).refuses('not-suspended')
    given(assigned, accepted, suspended).when('submit', { text: 'Xong' }, { by: answering }).refuses('is-suspended')
  })

  it('are changed to a day ahead, with a reason, and the wish for more time is answered by it', () => {
    const change = (dueOn: string, inclusive = true) =>
      given(assigned, asked).when(
        'changeDeadline',
        { dueOn, inclusive, reason: 'Theo kế hoạch mới' },
        { by: asking, at: '2026-11-25T02:00:00.000Z' },
      )
    const { events } = change('2026-11-27').gives({
      type: 'fulfilment.deadlineChanged',
      data: { due: { dueAt: '2026-11-27T17:00:00.000Z' } },
    })
    change('2026-11-27', false).gives({ type: 'fulfilment.deadlineChanged', data: { due: { dueAt: '2026-11-26T17:00:00.000Z' } } })
    change('2026-11-20').refuses('day-past')
    assert.equal(given(assigned, asked, events[0] as FulfilmentEvent).state.extension, null)
  })

  it('never outlast the one above', () => {
    const parent = specification(fulfilmentDecider).given(fulfilmentAssigned({ dueOn: '2026-12-02' })).state
    const facts = { parent }
    const child = given(assigned, accepted, asked)
    child.when('grantExtension', { until: '2026-12-04' }, { by: asking, facts }).refuses('later-than-own')
    child.when('grantExtension', { until: '2026-12-02' }, { by: asking, facts }).gives({ type: 'fulfilment.extensionGranted' })
    child.when('changeDeadline', { dueOn: '2026-12-03', reason: 'Lùi' }, { by: asking, facts }).refuses('later-than-own')
    given(assigned, accepted, { event: suspended, at: '2026-11-20T02:00:00.000Z' })
      .when('resume', {}, { by: asking, at: '2026-11-25T02:00:00.000Z', facts })
      .gives({ type: 'fulfilment.resumed', data: { due: { dueAt: '2026-12-02T17:00:00.000Z' } } })
  })

  it('are drawn in with the one above, and never put off by it', () => {
    const limit = (lastDay: string) => {
      const { dueAt } = countDue({ date: lastDay, inclusive: true, article: null, since: '2026-11-18T01:00:00.000Z', after: 0 })
      return given(assigned).when('limit', { dueAt, lastDay, periodKey: null }, { followUp: true })
    }
    limit('2026-11-26').gives({ type: 'fulfilment.deadlineChanged', data: { follows: true, due: { lastDay: '2026-11-26' } } })
    limit('2026-12-01').gives()
  })
})
