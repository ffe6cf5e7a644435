import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import type { FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'

const answering = actor()
const asking = actor()
const { given } = specification(fulfilmentDecider)

const assigned = fulfilmentAssigned({ agencyId: answering.agencyId, askerId: asking.agencyId })
const accepted: FulfilmentEvent = { type: 'fulfilment.accepted', data: { note: null } }
const submitted: FulfilmentEvent = { type: 'fulfilment.submitted', data: { text: 'Đã rà soát', fileIds: [], periodKey: null, opened: [] } }
const returned: FulfilmentEvent = { type: 'fulfilment.returned', data: { reason: 'Thiếu số liệu', periodKey: null } }
const confirmed: FulfilmentEvent = { type: 'fulfilment.confirmed', data: { note: null, periodKey: null } }
const declined: FulfilmentEvent = { type: 'fulfilment.declined', data: { reason: 'Không thuộc phạm vi quản lý' } }

describe('the life of a fulfilment that is done once', () => {
  it('is accepted, reported on, submitted and confirmed', () => {
    given(assigned).when('accept', {}, { by: answering }).gives({ type: 'fulfilment.accepted' })
    const report = given(assigned, accepted).when('report', { text: 'Được một nửa', percent: 50 }, { by: answering })
    report.gives({ type: 'fulfilment.reported', data: { percent: 50 } })
    given(assigned, accepted)
      .when('submit', { text: 'Xong' }, { by: answering })
      .gives({ type: 'fulfilment.submitted', data: { periodKey: null } })
    given(assigned, accepted, submitted).when('confirm', {}, { by: asking }).gives({ type: 'fulfilment.confirmed' })
    const { state } = given(assigned, accepted, submitted, confirmed)
    assert.equal(state.status, 'confirmed')
    assert.equal(state.submissions[0]?.outcome, 'confirmed')
  })

  it('must be accepted before a result is submitted', () => {
    given(assigned).when('submit', { text: 'Xong' }, { by: answering }).refuses('accept-first')
  })

  it('cannot be confirmed without a submitted result', () => {
    given(assigned, accepted).when('confirm', {}, { by: asking }).refuses('nothing-submitted')
    given(assigned, accepted, submitted, returned).when('confirm', {}, { by: asking }).refuses('nothing-submitted')
  })

  it('is returned with a reason and submitted again', () => {
    given(assigned, accepted, submitted).when('return', { reason: '' }, { by: asking }).refuses('bad-input')
    given(assigned, accepted, submitted).when('return', { reason: 'Thiếu' }, { by: asking }).gives({ type: 'fulfilment.returned' })
    given(assigned, accepted, submitted, returned)
      .when('submit', { text: 'Bổ sung' }, { by: answering })
      .gives({ type: 'fulfilment.submitted' })
  })

  it('takes a result back until it is confirmed', () => {
    given(assigned, accepted, submitted).when('withdraw', {}, { by: answering }).gives({ type: 'fulfilment.withdrawn' })
    given(assigned, accepted, submitted, confirmed).when('withdraw', {}, { by: answering }).refuses('already-done')
    const withdrawn: FulfilmentEvent = { type: 'fulfilment.withdrawn', data: { periodKey: null } }
    assert.equal(given(assigned, accepted, submitted, withdrawn).state.status, 'in-progress')
    assert.equal(given(assigned, accepted, submitted, returned, submitted, withdrawn).state.status, 'returned')
  })

  it('is punctual by the submission that was confirmed', () => {
    const on = (event: FulfilmentEvent, at: string) => ({ event, at })
    const { state } = given(
      assigned,
      accepted,
      on(submitted, '2026-11-24T02:00:00.000Z'),
      on(returned, '2026-11-25T02:00:00.000Z'),
      on(submitted, '2026-11-27T02:00:00.000Z'),
      on(confirmed, '2026-12-20T02:00:00.000Z'),
    )
    assert.equal(state.submittedAt, '2026-11-27T02:00:00.000Z')
    assert.equal(state.confirmedAt, '2026-12-20T02:00:00.000Z')
  })

  it('waits for a decision when it is declined, and goes on when the order is upheld', () => {
    given(assigned).when('decline', { reason: 'Không thuộc phạm vi' }, { by: answering }).gives({ type: 'fulfilment.declined' })
    given(assigned, accepted).when('decline', { reason: 'Muộn' }, { by: answering }).refuses('already-accepted')
    given(assigned, declined).when('accept', {}, { by: answering }).refuses('is-declined')
    const upheld = given(assigned, declined).when('uphold', { note: 'Theo phân công năm 2026' }, { by: asking })
    upheld.gives({ type: 'fulfilment.upheld' })
    given(assigned, declined).when('cancel', { reason: 'Giao đơn vị khác' }, { by: asking }).gives({ type: 'fulfilment.cancelled' })
    given(assigned).when('uphold', { note: 'Giữ nguyên' }, { by: asking }).refuses('not-declined')
  })

  it('does not take effect before what it answers', () => {
    const early = { by: answering, at: '2026-11-17T00:00:00.000Z', now: '2026-11-20T00:00:00.000Z' }
    given(assigned).when('accept', {}, early).refuses('before-assigned')
    const before = { by: asking, at: '2026-11-18T03:30:00.000Z' }
    given(assigned, accepted, submitted).when('confirm', {}, before).refuses('before-assigned')
  })

  it('is chased at most once a day and never once it is done', () => {
    const chased: FulfilmentEvent = { type: 'fulfilment.chased', data: { message: null } }
    const at = (day: string) => ({ by: asking, at: `2026-11-${day}T08:00:00.000Z` })
    given(assigned).when('chase', {}, at('18')).gives({ type: 'fulfilment.chased' })
    given(assigned, chased).when('chase', {}, at('18')).refuses('chased-today')
    given(assigned, chased).when('chase', {}, at('19')).gives({ type: 'fulfilment.chased' })
    given(assigned, accepted, submitted).when('chase', {}, at('19')).refuses('waits-for-confirmation')
    given(assigned, accepted, submitted, confirmed).when('chase', {}, at('19')).refuses('already-done')
  })

  it('takes only attachments of its own agency that belong to no other case', () => {
    const fileId = randomUUID()
    const submit = (file: { caseId: string | null; agencyId: string } | null) =>
      given(assigned, accepted).when(
        'submit',
        { text: 'Xong', fileIds: [fileId] },
        { by: answering, caseId: 'c', facts: { files: file ? [{ id: fileId, ...file }] : [] } },
      )
    submit({ caseId: null, agencyId: answering.agencyId }).gives({ type: 'fulfilment.submitted', data: { fileIds: [fileId] } })
    submit({ caseId: 'c', agencyId: answering.agencyId }).gives({ type: 'fulfilment.submitted' })
    submit({ caseId: 'other', agencyId: answering.agencyId }).refuses('file-unknown')
    submit({ caseId: null, agencyId: asking.agencyId }).refuses('file-unknown')
    submit(null).refuses('file-unknown')
  })

  it('knows no period', () => {
    given(assigned, accepted).when('submit', { text: 'Xong', periodKey: '2026-H2' }, { by: answering }).refuses('period-unneeded')
    given(assigned, accepted).when('reportNothing', {}, { by: answering }).refuses('no-periods')
  })

  it('ends with its case by itself only', () => {
    given(assigned).when('finish', {}, { by: asking }).refuses('by-the-case')
    given(assigned).when('finish', {}, { by: asking, followUp: true }).gives({ type: 'fulfilment.finished' })
    given(assigned, accepted, submitted, confirmed).when('finish', {}, { by: asking, followUp: true }).gives()
    given(assigned, accepted, submitted, confirmed).when('cancel', { reason: 'Huỷ' }, { by: asking, followUp: true }).gives()
    given(assigned, accepted, submitted, confirmed).when('cancel', { reason: 'Huỷ' }, { by: asking }).refuses('already-done')
  })
})
