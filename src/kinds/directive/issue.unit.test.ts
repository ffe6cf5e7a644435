import { randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { directiveAssignment, directiveDocument, directiveDraft, to, toClass } from '../../../testing/builders/directive.ts'
import { CaseInMemory } from '../../../testing/case-in-memory.ts'
import { fulfilmentDecider } from '../../kernel/assignments/fulfilment.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import type { FulfilmentState } from '../../kernel/assignments/state.ts'
import type { Change } from '../../kernel/streams/change.ts'
import type { AgencyFact } from '../../kernel/streams/look.ts'
import type { DirectiveState, Payload } from './contract.ts'
import { directiveDecider } from './rules.ts'

const owner = actor()
const at = new Date('2026-11-18T02:00:00.000Z')
const issuer = agencyFact({ id: owner.agencyId, typeId: 'provincial-peoples-committee', shortName: 'UBND tỉnh' })
const science = agencyFact({ shortName: 'Sở KH&CN' })
const police = agencyFact({ typeId: 'provincial-police', shortName: 'Công an tỉnh' })
const division = agencyFact({ typeId: 'police-division', parentId: police.id })
const old = agencyFact({ validUntil: '2025-02-28', successorIds: [science.id], shortName: 'Sở TT&TT' })
const communes = [1, 2, 3].map((n) => agencyFact({ typeId: 'commune-peoples-committee', areaCode: '52', shortName: `UBND xã ${n}` }))
const all: AgencyFact[] = [issuer, science, police, division, old, ...communes]
const document = directiveDocument({ issuerId: issuer.id })

const draft = async (given: Partial<Payload<'create'>> = {}, by = owner) => {
  const caseId = randomUUID()
  const streams = new CaseInMemory(caseId, [directiveDecider, fulfilmentDecider], all)
  await streams.give('directive', caseId, 'create', directiveDraft({ document, ...given }), { by, at })
  const give = (name: string, payload: object = {}, who = owner, when = at) =>
    streams.give('directive', caseId, name, payload, { by: who, at: when })
  return { streams, caseId, give, state: () => streams.state<DirectiveState>(caseId) }
}

/** Issuing is refused with the code, and the button shows the same reason. */
const refusedToIssue = async (given: Partial<Payload<'create'>>, code: string, text?: RegExp) => {
  const { give, streams, caseId } = await draft(given)
  await assert.rejects(
    give('issue'),
    (error: { code: string; text: { vi: string } }) => error.code === code && (text?.test(error.text.vi) ?? true),
  )
  assert.equal(((await streams.available(caseId, { by: owner, at }))['issue'] as { code: string }).code, code)
}

describe('issuing a directive', () => {
  it('gives each agency that answers a fulfilment of its own, classes and divisions resolved on the day', async () => {
    const assignment = directiveAssignment({
      leads: [toClass('commune-peoples-committee', '52'), to(division.id)],
      coordinating: [to(science.id), to(police.id)],
    })
    const { give, streams, caseId, state } = await draft({ assignments: [assignment], recipients: [science.id, police.id] })
    await give('issue')
    const expected = [...communes.map((one) => one.id), police.id]
    assert.deepEqual(state().assignments[0]?.resolved?.leadIds, expected)
    assert.deepEqual(state().assignments[0]?.resolved?.coordinatingIds, [science.id])
    for (const id of expected) {
      const { assignment: part, due } = streams.state<FulfilmentState>(fulfilmentId(caseId, assignment.id, id))
      assert.equal(part?.agencyId, id)
      assert.equal(part.askerId, owner.agencyId)
      assert.equal(due?.lastDay, '2026-11-30')
    }
    assert.equal(streams.streams.size, 5)
  })

  it('makes parties, tells those who do not lead, and asks nothing more of the drafter', async () => {
    const { give, streams, caseId } = await draft({
      assignments: [directiveAssignment({ leads: [to(police.id)], coordinating: [to(science.id)] })],
      recipients: [police.id, communes[0]!.id],
    })
    const asksOf = () => streams.streams.get(caseId)!.changes.find((one) => one.table === 'asks') as Extract<Change, { table: 'asks' }>
    assert.deepEqual(
      asksOf().rows.map((row) => [row.act, row.officerId]),
      [['finishDraft', owner.officerId]],
    )
    await give('issue')
    const { changes } = streams.streams.get(caseId)!
    const parties = changes.flatMap((one) => (one.table === 'party' ? [[one.agencyId, one.role]] : []))
    assert.deepEqual(
      new Map(parties as [string, string][]),
      new Map([
        [communes[0]!.id, 'informed'],
        [science.id, 'coordinating'],
        [police.id, 'lead'],
      ]),
    )
    const told = changes.flatMap((one) => (one.table === 'notify' ? [[one.agencyId, one.what]] : []))
    assert.deepEqual(
      told.sort(),
      [
        [communes[0]!.id, 'directive.informed'],
        [science.id, 'directive.coordinating'],
      ].sort(),
    )
    assert.deepEqual(asksOf().rows, [])
  })

  it('needs number, full date, issuer, subject and an assignment', async () => {
    const without = (change: object) => ({ document: { ...document, ...change } })
    await refusedToIssue(without({ number: '' }), 'needs-number')
    await refusedToIssue(without({ date: null, dateWords: 'ngày 2-5' }), 'needs-date')
    await refusedToIssue(without({ date: '2026-12-24' }), 'date-future')
    await refusedToIssue(without({ issuerId: null }), 'needs-issuer')
    await refusedToIssue(without({ subject: '' }), 'needs-subject')
    await refusedToIssue({ assignments: [] }, 'needs-assignment')
  })

  it('needs every assignment read, with a lead that is known and valid on the day', async () => {
    const one = (change: object) => ({ assignments: [directiveAssignment({ leads: [to(police.id)], ...change })] })
    await refusedToIssue(one({ confirmed: false }), 'unconfirmed', /Còn 1 nhiệm vụ/)
    await refusedToIssue(one({ content: '' }), 'needs-content')
    await refusedToIssue(one({ leads: [] }), 'needs-lead')
    await refusedToIssue(one({ leads: [{ kind: 'unknown', as: 'Ban Chỉ đạo 35' }] }), 'unknown-target', /Ban Chỉ đạo 35/)
    await refusedToIssue(one({ leads: [toClass('district-peoples-committee', '52')] }), 'class-empty')
    await refusedToIssue(one({ leads: [to(randomUUID())] }), 'agency-unknown')
    await refusedToIssue(one({ leads: [to(old.id)] }), 'agency-ended', /Sở TT&TT .* Chọn Sở KH&CN/)
    await refusedToIssue({ ...one({}), recipients: [old.id] }, 'agency-ended')
    const twice = directiveAssignment({ leads: [to(police.id)] })
    await refusedToIssue({ assignments: [twice, twice] }, 'duplicate-assignment')
  })

  it('lets a coordinating body that nobody can name stay as words', async () => {
    const { give, state } = await draft({
      assignments: [directiveAssignment({ leads: [to(police.id)], coordinating: [{ kind: 'unknown', as: 'các cơ quan liên quan' }] })],
    })
    await give('issue')
    assert.deepEqual(state().assignments[0]?.resolved?.coordinatingIds, [])
    assert.equal(state().assignments[0]?.coordinating[0]?.as, 'các cơ quan liên quan')
  })

  it('refuses a deadline before the date of issue, also one that must be met before that very day', async () => {
    const due = (date: string, inclusive: boolean) => ({
      assignments: [directiveAssignment({ leads: [to(police.id)], deadline: { words: '', date, inclusive } })],
    })
    await refusedToIssue(due('2026-11-15', true), 'deadline-before-issue')
    await refusedToIssue(due('2026-11-16', false), 'deadline-before-issue')
    await refusedToIssue(due('2066-01-01', true), 'day-out-of-range')
    const { give } = await draft(due('2026-11-16', true))
    await give('issue')
  })

  it('refuses a number that the issuer has used in the year', async () => {
    const { streams, caseId } = await draft({ assignments: [directiveAssignment({ leads: [to(police.id)] })] })
    const context = { now: at, effectiveAt: at, actor: owner, streamId: caseId, caseId, version: 1, followUp: false, facts: undefined }
    const look = { ...streams.look(), caseWithNumber: async () => randomUUID() }
    const facts = await directiveDecider.prepare!(streams.state(caseId), { name: 'issue', payload: {} }, context, look)
    assert.throws(() => directiveDecider.decide(streams.state(caseId), { name: 'issue', payload: {} }, { ...context, facts }), {
      code: 'number-taken',
    })
  })

  it('takes 3,321 agencies in well under 200 ms', async () => {
    const agencies = Array.from({ length: 3_321 }, () => agencyFact({ typeId: 'commune-peoples-committee' }))
    const caseId = randomUUID()
    const streams = new CaseInMemory(caseId, [directiveDecider, fulfilmentDecider], [issuer, ...agencies])
    const assignment = directiveAssignment({ leads: [toClass('commune-peoples-committee', null)] })
    await streams.give('directive', caseId, 'create', directiveDraft({ document, assignments: [assignment] }), { by: owner, at })
    const context = { now: at, effectiveAt: at, actor: owner, streamId: caseId, caseId, version: 1, followUp: false, facts: undefined }
    const state = streams.state<DirectiveState>(caseId)
    const command = { name: 'issue', payload: {} }
    const facts = await directiveDecider.prepare!(state, command, context, streams.look())
    const begin = process.cpuUsage()
    const { children } = directiveDecider.decide(state, command, { ...context, facts })
    for (const child of children!) {
      const event = {
        ...child.events[0]!,
        seq: '',
        streamId: child.id,
        caseId,
        version: 1,
        recordedAt: at,
        effectiveAt: at,
        officerId: '',
        agencyId: owner.agencyId,
      } as never
      const before = fulfilmentDecider.initial()
      fulfilmentDecider.project(before, fulfilmentDecider.evolve(before, event), event)
    }
    const { user, system } = process.cpuUsage(begin)
    assert.equal(new Set(Array.from(children!, (child) => child.id)).size, 3_321)
    assert.ok((user + system) / 1000 < 200, `${(user + system) / 1000} ms`)
  })
})
