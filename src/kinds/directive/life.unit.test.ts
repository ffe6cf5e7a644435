import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { directiveAssignment, directiveDocument, directiveDraft, to } from '../../../testing/builders/directive.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { fulfilmentDecider } from '../../kernel/assignments/fulfilment.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import { fill } from '../../kernel/problems/problem.ts'
import { payloads, type CommandName, type DirectiveState } from './contract.ts'
import type { LoggedDirectiveEvent } from './events.ts'
import { directive } from './kind.ts'
import { directiveDecider } from './rules.ts'
import { directiveTimeline } from './timeline.ts'

const [owner, police, science, stranger] = [actor(), actor(), actor(), actor()]
const at = new Date('2026-11-18T02:00:00.000Z')
const agencies = [owner, police, science].map(({ agencyId }) => agencyFact({ id: agencyId }))
const document = directiveDocument({ issuerId: owner.agencyId })
const [once, standing] = [
  directiveAssignment({ leads: [to(police.agencyId), to(science.agencyId)] }),
  directiveAssignment({ ordinal: 2, leads: [to(police.agencyId)], shape: 'continuous', deadline: null }),
]

const begin = async (assignments = [once, standing], caseId: string = randomUUID()) => {
  const streams = new CaseInMemory(caseId, [directiveDecider, fulfilmentDecider], agencies)
  await streams.give('directive', caseId, 'create', directiveDraft({ document, assignments }), { by: owner, at })
  const give = (name: string, payload: object = {}, by = owner) => streams.give('directive', caseId, name, payload, { by, at })
  const part = (assignmentId: string, by: typeof police) => {
    const id = fulfilmentId(caseId, assignmentId, by.agencyId)
    const act = (name: string, payload: object, who: typeof police) => streams.give('fulfilment', id, name, payload, { by: who, at })
    const done = async () => {
      await act('accept', {}, by)
      await act('submit', { text: 'Xong' }, by)
      await act('confirm', {}, owner)
    }
    return { done, act, state: () => streams.state<FulfilmentState>(id) }
  }
  return { streams, caseId, give, part, state: () => streams.state<DirectiveState>(caseId) }
}
const issued = async () => {
  const one = await begin()
  await one.give('issue')
  return one
}

describe('the life of a directive', () => {
  it('is a draft that can be changed and discarded until it is issued', async () => {
    const { give, state } = await begin()
    await give('edit', { document: { ...document, subject: 'V/v khác' }, recipients: [science.agencyId] })
    assert.equal(state().document.subject, 'V/v khác')
    assert.equal(state().assignments.length, 2)
    await assert.rejects(give('close', { summary: 'Xong' }), { code: 'issued-only' })
    await give('discard')
    assert.equal(state().status, 'discarded')
    await assert.rejects(give('issue'), { code: 'case-discarded' })
    const again = await issued()
    await assert.rejects(again.give('edit', { recipients: [] }), { code: 'draft-only' })
    await assert.rejects(again.give('create', directiveDraft()), { code: 'case-exists' })
  })

  it('refuses spans outside the text and attachments that are not its own', async () => {
    const { give } = await begin()
    const outside = [{ ...once, span: { start: 0, end: 40 } }]
    await assert.rejects(give('edit', { assignments: outside }), { code: 'bad-input' })
    await assert.rejects(give('edit', { document: { ...document, fileId: randomUUID() } }), { code: 'file-unknown' })
  })

  it('closes once everything that ends is confirmed or cancelled; standing work ends with it', async () => {
    const { give, part, state, streams, caseId } = await issued()
    await assert.rejects(
      give('close', { summary: 'Xong' }),
      (error: { text: { vi: string } }) => error.text.vi === 'Còn 2 phần việc chưa xác nhận.',
    )
    await part(once.id, police).done()
    assert.equal(((await streams.available(caseId, { by: owner, at }))['close'] as { code: string }).code, 'still-open')
    await part(once.id, science).act('cancel', { reason: 'Không cần' }, owner)
    await give('close', { summary: 'Đã thực hiện' })
    assert.equal(state().status, 'closed')
    assert.equal(part(standing.id, police).state().status, 'finished')
    assert.equal(part(once.id, police).state().status, 'confirmed')
    await assert.rejects(give('close', { summary: 'Lần nữa' }), { code: 'case-closed' })
  })

  it('adds and cancels assignments after issue', async () => {
    const { give, part, state } = await issued()
    const more = directiveAssignment({ ordinal: 3, leads: [to(science.agencyId)] })
    await assert.rejects(give('addAssignment', { assignment: { ...more, confirmed: false } }), { code: 'unconfirmed' })
    await give('addAssignment', { assignment: more })
    assert.equal(part(more.id, science).state().status, 'assigned')
    await assert.rejects(give('addAssignment', { assignment: more }), { code: 'duplicate-assignment' })
    await part(once.id, police).done()
    await give('cancelAssignment', { assignmentId: once.id, reason: 'Trùng' })
    assert.equal(part(once.id, science).state().status, 'cancelled')
    assert.equal(part(once.id, police).state().status, 'confirmed')
    assert.ok(state().assignments[0]?.cancelled)
    await assert.rejects(give('cancelAssignment', { assignmentId: once.id, reason: 'Trùng' }), { code: 'assignment-cancelled' })
    await assert.rejects(give('cancelAssignment', { assignmentId: randomUUID(), reason: 'Trùng' }), { code: 'assignment-unknown' })
  })

  it('finds its parts again where their ids stand beside each other', async () => {
    const caseId = '019aa9b5-3c1f-7abc-8def-0123456789ab'
    const { give, part, streams } = await begin([once, standing], caseId)
    await give('issue')
    const parts = [...streams.streams.keys()].filter((id) => id !== caseId)
    assert.equal(parts.length, 3)
    for (const id of parts) assert.equal(id.slice(0, 15), caseId.slice(0, 15))
    await give('cancelAssignment', { assignmentId: once.id, reason: 'Đã làm ở văn bản khác' })
    for (const by of [police, science]) assert.equal(part(once.id, by).state().status, 'cancelled')
    await give('close', { summary: 'Xong' })
    assert.equal(part(standing.id, police).state().status, 'finished')
  })

  it('is amended, or replaced by a later one of the same agency, which cancels what runs', async () => {
    const { give, part, state, streams, caseId } = await issued()
    const [later, foreign] = [randomUUID(), randomUUID()]
    const other = (status: string, ownerAgencyId: string) => ({ ...state(), status, ownerAgencyId })
    const stored = { type: 'directive', parentId: null, version: 1, events: [], changes: [] }
    streams.streams.set(later, { ...stored, state: other('issued', owner.agencyId) })
    streams.streams.set(foreign, { ...stored, state: other('issued', stranger.agencyId) })
    await assert.rejects(give('replaceBy', { caseId, note: '' }), { code: 'same-case' })
    await assert.rejects(give('replaceBy', { caseId: foreign, note: '' }), { code: 'not-found' })
    await assert.rejects(give('amendBy', { caseId: randomUUID(), note: '' }), { code: 'not-found' })
    await give('amendBy', { caseId: later, note: 'Kéo dài' })
    assert.equal(state().status, 'issued')
    await give('replaceBy', { caseId: later, note: '' })
    assert.equal(state().status, 'replaced')
    assert.equal(part(once.id, police).state().status, 'cancelled')
    assert.equal(part(standing.id, police).state().status, 'cancelled')
  })

  it('bears any body being erased', async () => {
    const { streams, caseId } = await issued()
    const events = streams.streams.get(caseId)!.events as LoggedDirectiveEvent[]
    for (const which of events.keys()) {
      const erased = events.with(which, { ...events[which]!, data: { erased: true } } as unknown as LoggedDirectiveEvent)
      const state = erased.reduce(directiveDecider.evolve, directiveDecider.initial())
      assert.equal(state.status, 'issued')
      assert.equal(state.erased, true)
      assert.deepEqual(directiveDecider.project(state, state, erased.at(-1)!), [])
    }
  })

  it('has words for every status and every event but the saves of a draft', async () => {
    const { streams, caseId } = await issued()
    const [event] = streams.streams.get(caseId)!.events
    const data = { resolved: [], assignment: once, reason: 'r', note: 'n', summary: 's', document, recipients: [], assignments: [] }
    for (const type of Object.keys(directiveDecider.events)) {
      const told = directiveTimeline({ ...event!, type, data })
      assert.equal(told === null, type === 'directive.edited', type)
      if (!told) continue
      const { vi, en } = fill(told.text, { agency: 'Sở', ...told.params })
      assert.ok(!/[{}]/.test(vi + en), `${type}: ${vi}`)
    }
    assert.deepEqual(Object.keys(directive.statuses), ['draft', 'issued', 'closed', 'replaced', 'discarded'])
  })
})

describe('who may act on a directive', () => {
  const code = async (name: string, by: typeof owner, status: 'draft' | 'issued') => {
    const { streams, caseId } = status === 'draft' ? await begin() : await issued()
    const verdict = (await streams.available(caseId, { by, at }))[name]
    return verdict === true ? null : verdict?.code
  }
  const RIGHTS: Record<Exclude<CommandName, 'create'>, 'draft' | 'issue'> = {
    edit: 'draft',
    discard: 'draft',
    issue: 'issue',
    addAssignment: 'issue',
    cancelAssignment: 'issue',
    amendBy: 'issue',
    replaceBy: 'issue',
    close: 'issue',
  }
  it('names a right for every command', () => assert.deepEqual(['create', ...Object.keys(RIGHTS)].sort(), Object.keys(payloads).sort()))

  for (const [name, right] of Object.entries(RIGHTS)) {
    it(`${name} is for the owner with the right '${right}'`, async () => {
      for (const status of ['draft', 'issued'] as const) {
        assert.equal(await code(name, police, status), 'owner-only')
        assert.equal(await code(name, stranger, status), 'owner-only')
        const rights = (['draft', 'issue', 'answer', 'directory'] as const).filter((one) => one !== right)
        assert.equal(await code(name, actor({ agencyId: owner.agencyId, rights }), status), 'no-right')
      }
    })
  }

  it('create needs the right to draft', async () => {
    const caseId = randomUUID()
    const streams = new CaseInMemory(caseId, [directiveDecider], agencies)
    const create = (by: typeof owner) => streams.give('directive', caseId, 'create', directiveDraft({ document }), { by, at })
    await assert.rejects(create(actor({ rights: ['issue', 'answer'] })), { code: 'no-right' })
    await create(owner)
  })
})
