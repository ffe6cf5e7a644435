import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { specification } from '../../../testing/specification.ts'
import { SIGHT, type AsksChange, type VisibleChange } from '../streams/change.ts'
import type { FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'
import type { FulfilmentState } from './state.ts'

const [province, police, commune] = [actor(), actor(), actor()]
const below = agencyFact({ id: commune.agencyId, parentId: police.agencyId, typeId: 'commune-police' })
const division = agencyFact({ parentId: police.agencyId, typeId: 'police-division' })
const order = { agencyId: police.agencyId, askerId: province.agencyId }
const accepted: FulfilmentEvent = { type: 'fulfilment.accepted', data: { note: null } }
const at = (day: string) => new Date(`2026-11-${day}T02:00:00.000Z`)

/** A case in which the police have accepted an order due 30/11 and may hand it on. */
const accept = (given: Parameters<typeof fulfilmentAssigned>[0] = {}) => {
  const id = randomUUID()
  const all = new CaseInMemory(randomUUID(), [fulfilmentDecider], [below, division])
  all.open('fulfilment', id, [fulfilmentAssigned({ ...order, ...given })], { by: province, at: at('18') })
  all.open('fulfilment', id, [accepted], { by: police, at: at('18') })
  const give = (stream: string, name: string, payload: object, by: typeof police, day: string) =>
    all.give('fulfilment', stream, name, payload, { by, at: at(day) })
  const child = () => [...all.streams].find(([, stream]) => stream.parentId === id)![0]
  return { all, id, give, child, parent: () => all.state<FulfilmentState>(id), of: (stream: string) => all.state<FulfilmentState>(stream) }
}

describe('handing on inside an agency', () => {
  const { given } = specification(fulfilmentDecider)
  const handOn = (payload: object, inside: boolean) =>
    given(fulfilmentAssigned(order), accepted).when(
      'handOn',
      { instruction: 'Đồng chí xử lý', ...payload },
      { by: police, facts: { handTo: { inside } } },
    )
  const officerId = randomUUID()

  it('goes to an officer or a division of one’s own with an inner limit no later than one’s own', () => {
    handOn({ officerId }, true).gives({ type: 'fulfilment.handedOn', data: { officerId, due: null } })
    handOn({ officerId, dueOn: '2026-11-27' }, true).gives({ type: 'fulfilment.handedOn' })
    handOn({ officerId, dueOn: '2026-12-02' }, true).refuses('later-than-own')
    handOn({ officerId, dueOn: '2026-11-02' }, true).refuses('day-past')
    handOn({ officerId }, false).refuses('not-in-agency')
    handOn({}, true).refuses('bad-input')
  })

  it('puts the work on that officer’s desk by the inner limit', () => {
    const { events } = handOn({ officerId, dueOn: '2026-11-27' }, true).decide()
    const changes = given(fulfilmentAssigned(order), accepted, events[0] as FulfilmentEvent).changes()
    const [row] = (changes.find((change) => change.table === 'asks') as AsksChange).rows
    assert.equal(row!.officerId, officerId)
    assert.equal(row!.dueAt?.toISOString(), '2026-11-27T17:00:00.000Z')
    assert.ok(changes.some((change) => change.table === 'notify' && change.officerId === officerId))
  })
})

describe('handing on to subordinate agencies', () => {
  it('gives each a fulfilment of its own, asked by the agency that hands on', async () => {
    const { id, give, child, of, parent } = accept()
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId, dueOn: '2026-11-25', content: 'Rà soát tại xã' }] }, police, '19')
    const state = of(child())
    assert.equal(state.assignment?.askerId, police.agencyId)
    assert.equal(state.assignment?.parentId, id)
    assert.equal(state.due?.lastDay, '2026-11-25')
    assert.deepEqual(
      parent().children.map((one) => one.id),
      [child()],
    )
  })

  it('keeps the inside inside: the one above sees nothing of it, the subordinate sees the case by its header', async () => {
    const { all, id, give, child } = accept()
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '19')
    const seen = all.streams.get(child())!.changes.filter((change): change is VisibleChange => change.table === 'visible')
    const who = seen.map(({ subjectId, streamId, level }) => [subjectId, streamId === all.caseId ? 'case' : 'part', level])
    assert.deepEqual(who, [
      [commune.agencyId, 'part', SIGHT.part],
      [police.agencyId, 'part', SIGHT.part],
      [commune.agencyId, 'case', SIGHT.header],
    ])
  })

  it('refuses a later limit, strangers, divisions and a second order while one runs', async () => {
    const { id, give } = accept()
    const to = (agencyId: string, dueOn?: string) => give(id, 'delegate', { to: [{ agencyId, ...(dueOn ? { dueOn } : {}) }] }, police, '19')
    await assert.rejects(to(commune.agencyId, '2026-12-01'), { code: 'later-than-own' })
    await assert.rejects(to(randomUUID()), { code: 'agency-unknown' })
    await assert.rejects(to(division.id), { code: 'not-subordinate' })
    await to(commune.agencyId)
    await assert.rejects(to(commune.agencyId), { code: 'already-delegated' })
  })

  it('can order anew what was declined', async () => {
    const { id, give, child, parent } = accept()
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '19')
    await give(child(), 'decline', { reason: 'Không có thuê bao' }, commune, '19')
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '20')
    assert.equal(new Set(parent().children.map((one) => one.id)).size, 2)
  })

  it('carries suspension, resumption, an earlier limit and the end down', async () => {
    const { id, give, child, of, parent } = accept()
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '19')
    await give(id, 'suspend', { reason: 'Chờ hướng dẫn' }, province, '20')
    assert.equal(of(child()).status, 'suspended')
    await assert.rejects(give(child(), 'resume', {}, police, '21'), { code: 'held-above' })
    await give(id, 'resume', {}, province, '23')
    assert.equal(of(child()).due?.dueAt, parent().due?.dueAt)
    await give(id, 'changeDeadline', { dueOn: '2026-11-26', reason: 'Gấp' }, province, '23')
    assert.equal(of(child()).due?.lastDay, '2026-11-26')
    await give(id, 'cancel', { reason: 'Không cần nữa' }, province, '24')
    assert.equal(of(child()).status, 'cancelled')
  })

  it('leaves a part that its own asker suspended as it is when the one above runs on', async () => {
    const { id, give, child, of } = accept()
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '19')
    await give(child(), 'suspend', { reason: 'Chờ số liệu' }, police, '19')
    await give(id, 'suspend', { reason: 'Chờ hướng dẫn' }, province, '20')
    await give(id, 'resume', {}, province, '21')
    assert.equal(of(child()).status, 'suspended')
  })

  it('shares the periods of standing work and takes no day of its own for it', async () => {
    const { id, give, child, of, parent } = accept({ shape: 'continuous', dueOn: null })
    await assert.rejects(give(id, 'delegate', { to: [{ agencyId: commune.agencyId, dueOn: '2026-11-25' }] }, police, '19'), {
      code: 'bad-input',
    })
    await give(id, 'delegate', { to: [{ agencyId: commune.agencyId }] }, police, '19')
    assert.deepEqual(
      of(child()).periods.map((one) => [one.key, one.due.dueAt]),
      parent().periods.map((one) => [one.key, one.due.dueAt]),
    )
  })
})
