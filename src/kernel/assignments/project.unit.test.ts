import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { fulfilmentAssigned } from '../../../testing/builders/fulfilment.ts'
import { specification } from '../../../testing/specification.ts'
import { notificationText } from '../inbox/texts.ts'
import { fill } from '../problems/problem.ts'
import type { AskRow, Change, FulfilmentChange, NotifyChange, VisibleChange } from '../streams/change.ts'
import { Registry } from '../streams/registry.ts'
import { fulfilmentSchemas, type FulfilmentEvent } from './events.ts'
import { fulfilmentDecider } from './fulfilment.ts'
import { fulfilmentTimeline } from './timeline.ts'

const [answering, asking] = [actor(), actor()]
const helper = randomUUID()
const registry = new Registry([fulfilmentDecider])
const assigned = fulfilmentAssigned({ agencyId: answering.agencyId, askerId: asking.agencyId, coordinatingIds: [helper] })
const { due } = assigned.data
const e = <T extends FulfilmentEvent['type']>(type: T, data: Extract<FulfilmentEvent, { type: T }>['data']) =>
  ({ type, data }) as FulfilmentEvent

/** Events of every type, so that each text is tried. */
const each: Record<FulfilmentEvent['type'], FulfilmentEvent> = {
  'fulfilment.assigned': assigned,
  'fulfilment.accepted': e('fulfilment.accepted', { note: null }),
  'fulfilment.declined': e('fulfilment.declined', { reason: 'r' }),
  'fulfilment.upheld': e('fulfilment.upheld', { note: 'n' }),
  'fulfilment.reported': e('fulfilment.reported', { text: 't', percent: 10, fileIds: [] }),
  'fulfilment.submitted': e('fulfilment.submitted', { text: 't', fileIds: [], periodKey: null, opened: [] }),
  'fulfilment.withdrawn': e('fulfilment.withdrawn', { periodKey: null }),
  'fulfilment.nothingReported': e('fulfilment.nothingReported', { periodKeys: ['2026-H1'], opened: [] }),
  'fulfilment.returned': e('fulfilment.returned', { reason: 'r', periodKey: null }),
  'fulfilment.confirmed': e('fulfilment.confirmed', { note: null, periodKey: null }),
  'fulfilment.extensionAsked': e('fulfilment.extensionAsked', { until: '2026-12-04', reason: 'r', periodKey: null }),
  'fulfilment.extensionGranted': e('fulfilment.extensionGranted', {
    until: '2026-12-04',
    note: null,
    due: due!,
    article: 'a',
    periodKey: null,
  }),
  'fulfilment.extensionRefused': e('fulfilment.extensionRefused', { reason: 'r' }),
  'fulfilment.handedOn': e('fulfilment.handedOn', { officerId: randomUUID(), unitId: null, instruction: 'i', due: null }),
  'fulfilment.delegated': e('fulfilment.delegated', { children: [], instruction: null }),
  'fulfilment.suspended': e('fulfilment.suspended', { reason: 'r', above: false }),
  'fulfilment.resumed': e('fulfilment.resumed', { due, dues: [], above: false }),
  'fulfilment.cancelled': e('fulfilment.cancelled', { reason: 'r' }),
  'fulfilment.finished': e('fulfilment.finished', {}),
  'fulfilment.chased': e('fulfilment.chased', { message: null }),
  'fulfilment.deadlineChanged': e('fulfilment.deadlineChanged', {
    deadline: { words: '', date: '2026-11-30', inclusive: true },
    due: due!,
    article: null,
    periodKey: null,
    reason: 'r',
    follows: false,
    opened: [],
  }),
}
const { given } = specification(fulfilmentDecider)
const by = (...types: FulfilmentEvent['type'][]) => {
  const sides = (type: string) =>
    /assigned|upheld|returned|confirmed|Granted|Refused|suspended|resumed|cancelled|chased|Changed/.test(type) ? asking : answering
  return given(...types.map((type) => ({ event: each[type], by: sides(type) })))
}
const of = <T extends Change['table']>(changes: Change<string>[], table: T) =>
  changes.filter((one): one is Extract<Change<string>, { table: T }> => one.table === table)
const asks = (...types: FulfilmentEvent['type'][]): AskRow[] => of(by(...types).changes(), 'asks')[0]!.rows
const acts = (...types: FulfilmentEvent['type'][]) =>
  asks(...types).map((row) => [row.agencyId === answering.agencyId ? 'accountable' : 'asker', row.act])

const [A, B, S, R] = ['fulfilment.assigned', 'fulfilment.accepted', 'fulfilment.submitted', 'fulfilment.returned'] as const

describe('what a fulfilment shows', () => {
  it('asks the one who has to act, and nobody once it is over or suspended', () => {
    assert.deepEqual(acts(A), [['accountable', 'accept']])
    assert.deepEqual(acts(A, B), [['accountable', 'submit']])
    assert.deepEqual(acts(A, B, S), [['asker', 'confirm']])
    assert.deepEqual(acts(A, B, S, R), [['accountable', 'resubmit']])
    assert.deepEqual(acts(A, B, 'fulfilment.extensionAsked'), [
      ['accountable', 'submit'],
      ['asker', 'decideExtension'],
    ])
    assert.deepEqual(acts(A, 'fulfilment.declined'), [['asker', 'decideDecline']])
    assert.deepEqual(acts(A, B, 'fulfilment.extensionAsked', 'fulfilment.suspended'), [])
    for (const end of ['fulfilment.cancelled', 'fulfilment.finished'] as const)
      assert.deepEqual(acts(A, B, 'fulfilment.extensionAsked', end), [])
    assert.deepEqual(acts(A, B, S, 'fulfilment.confirmed'), [])
  })

  it('names in an ask who waits, how it asks and by when', () => {
    const [row] = asks(A)
    assert.equal(row!.askerId, asking.agencyId)
    assert.equal(row!.verb, 'giao')
    assert.equal(row!.dueAt?.toISOString(), due!.dueAt)
    assert.ok(row!.title.length <= 120)
  })

  it('keeps in its row no submission that was returned', () => {
    const row = (...types: FulfilmentEvent['type'][]): FulfilmentChange => of(by(...types).changes(), 'fulfilment')[0]!
    assert.ok(row(A, B, S).submittedAt)
    assert.equal(row(A, B, S, R).submittedAt, null)
    assert.equal(row(A, B, S, 'fulfilment.withdrawn').submittedAt, null)
    assert.equal(row(A, B, 'fulfilment.extensionAsked').extensionAsked, true)
    const { title, content } = fulfilmentAssigned({ content: `${'Tăng cường quản lý '.repeat(30)}` }).data
    assert.ok(title.length <= 120 && title.endsWith('…') && content.length > 500)
  })

  it('is seen by those who answer and help; the one who asked sees it through the case', () => {
    const seen = of(by(A).changes(), 'visible') as VisibleChange[]
    assert.deepEqual(seen.map((one) => one.subjectId).sort(), [answering.agencyId, helper].sort())
  })

  it('tells the other side only, with a text for every key', () => {
    const told = (type: FulfilmentEvent['type']): NotifyChange[] => of(by(A, ...(type === A ? [] : [type])).changes(), 'notify')
    for (const type of Object.keys(each) as FulfilmentEvent['type'][]) {
      for (const one of told(type)) {
        const { vi, en } = notificationText(registry, one.what, { ...one.params, asker: 'X', number: '1' })
        assert.ok(!/[{}]/.test(vi + en) && vi !== one.what, `${one.what}: ${vi}`)
      }
    }
    assert.deepEqual(
      told('fulfilment.submitted').map((one) => one.agencyId),
      [asking.agencyId],
    )
    assert.deepEqual(
      told('fulfilment.confirmed').map((one) => one.agencyId),
      [answering.agencyId],
    )
    assert.deepEqual(told('fulfilment.accepted'), [])
    const late = given(assigned, { event: each['fulfilment.chased'], by: asking, at: '2026-12-03T02:00:00.000Z' }).changes()
    assert.partialDeepStrictEqual(of(late, 'notify')[0], { what: 'fulfilment.chasedLate', params: { days: 3 } })
  })

  it('tells every event in one sentence in both languages', () => {
    for (const type of Object.keys(fulfilmentSchemas) as FulfilmentEvent['type'][]) {
      const { events } = given(each[type])
      const told = fulfilmentTimeline(events[0]!)!
      const names = Object.fromEntries(Object.keys(told.agencyParams).map((name) => [name, 'Sở']))
      const { vi, en } = fill(told.text, { agency: 'Sở', to: 'Sở', ordinal: 7, ...told.params, ...names })
      assert.ok(!/[{}]/.test(vi + en) && vi !== en, `${type}: ${vi} | ${en}`)
    }
  })
})
