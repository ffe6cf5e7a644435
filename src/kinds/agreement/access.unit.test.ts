import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { agreementAssignment, agreementText } from '../../../testing/builders/agreement.ts'
import { specification, type Stamped } from '../../../testing/specification.ts'
import type { Right } from '../../kernel/access/actor.ts'
import type { CommandName } from './contract.ts'
import { payloads } from './contract.ts'
import type { AgreementEvent } from './events.ts'
import type { AgreementFacts } from './facts.ts'
import { agreementDecider } from './rules.ts'

const [ownFact, otherFact, adviserFact] = [agencyFact(), agencyFact(), agencyFact()] as const
const [own, other, adviser] = [ownFact, otherFact, adviserFact].map((fact) => actor({ agencyId: fact.id })) as [Party, Party, Party]
type Party = ReturnType<typeof actor>

const text = agreementText([own.agencyId, other.agencyId])
text.parties.push({ agencyId: adviser.agencyId, unitId: null, formerId: null, role: 'adviser', position: '' })
const clauseId = text.articles[0]!.clauses[0]!.id
const signerIds = [own, other, adviser].map((one) => one.agencyId)
const facts: AgreementFacts = {
  agencies: new Map([ownFact, otherFact, adviserFact].map((fact) => [fact.id, { id: fact.id, fact, successors: [] }])),
  successors: new Map(),
  files: [],
  subordinateIds: [],
  seesCase: true,
}

type E = Stamped<AgreementEvent>
const by = (who: Party, event: AgreementEvent): E => ({ event, by: who, at: '2026-11-02T02:00:00.000Z' })
const put = { note: '', answerBy: null, due: null, signerIds }
const created = by(own, { type: 'agreement.created', data: { text, caseNumber: 'QC-2026-001', areaCode: '42' } })
const sent = by(own, { type: 'agreement.sent', data: put })
const agreed = (who: Party, version = 1) => by(who, { type: 'agreement.agreed', data: { version, on: '2026-11-02' } })
const signed = (who: Party, version = 1) =>
  by(who, {
    type: 'agreement.signed',
    data: { version, position: 'Giám đốc', on: '2026-11-02', fileId: null, unitId: null, formerId: null },
  })
const commented = (who: Party) =>
  by(who, { type: 'agreement.commented', data: { commentId: randomUUID(), version: 1, clauseId, text: 'Ghi rõ' } })
const force = by(other, { type: 'agreement.cameIntoForce', data: { version: 1, from: '2026-11-02', signedOn: '2026-11-02' } })

const draft = [created]
const negotiating = [created, sent]
const signing = [...negotiating, agreed(own), agreed(other), agreed(adviser)]
const running = [...signing, signed(own), signed(adviser), signed(other), force]
const proposed = [...running, by(other, { type: 'agreement.proposed', data: { text, ...put } })]
const ending = [...running, by(own, { type: 'agreement.endProposed', data: { reason: 'Hết', on: '2026-11-02', replacedBy: null } })]
const working = [
  ...running,
  by(own, {
    type: 'agreement.assigned',
    data: { clauseId, assignment: agreementAssignment(other.agencyId), ordinal: 1, dueAt: null, on: '2026-11-02' },
  }),
  by(own, { type: 'agreement.tied', data: { clauseId, caseId: randomUUID(), note: '', on: '2026-11-02' } }),
  by(own, {
    type: 'agreement.evidenceAdded',
    data: { evidenceId: randomUUID(), clauseId, title: 'Việc', text: '', fileIds: [], on: '2026-11-02' },
  }),
]

/** Per command: where it is allowed, to whom, by which right; and a party that may not give it there, with the reason. */
const TABLE: Record<Exclude<CommandName, 'create'>, { given: E[]; may: Party; right: Right; not: Party; why: string }> = {
  edit: { given: draft, may: own, right: 'draft', not: other, why: 'party-only' },
  send: { given: draft, may: own, right: 'draft', not: other, why: 'party-only' },
  discard: { given: negotiating, may: own, right: 'draft', not: other, why: 'drafter-only' },
  revise: { given: negotiating, may: own, right: 'draft', not: other, why: 'drafter-only' },
  withdrawProposal: { given: proposed, may: other, right: 'draft', not: own, why: 'drafter-only' },
  comment: { given: [...negotiating, agreed(own)], may: other, right: 'answer', not: own, why: 'already-agreed' },
  resolve: { given: [...negotiating, commented(other)], may: own, right: 'answer', not: adviser, why: 'no-comments' },
  agree: { given: [...negotiating, agreed(own)], may: other, right: 'issue', not: own, why: 'already-agreed' },
  withdrawAgree: { given: [...negotiating, agreed(own)], may: own, right: 'issue', not: other, why: 'not-agreed' },
  sign: { given: [...signing, signed(own)], may: other, right: 'issue', not: own, why: 'already-signed' },
  attachScan: { given: running, may: other, right: 'draft', not: actor(), why: 'party-only' },
  propose: { given: running, may: other, right: 'draft', not: actor(), why: 'party-only' },
  proposeEnd: { given: running, may: other, right: 'issue', not: actor(), why: 'party-only' },
  agreeEnd: { given: ending, may: other, right: 'issue', not: own, why: 'end-agreed' },
  refuseEnd: { given: ending, may: other, right: 'issue', not: actor(), why: 'party-only' },
  succeed: { given: running, may: other, right: 'issue', not: actor(), why: 'party-only' },
  assign: { given: running, may: other, right: 'issue', not: adviser, why: 'adviser-not' },
  cancelAssignment: { given: working, may: own, right: 'issue', not: other, why: 'nothing-of-yours' },
  tie: { given: running, may: other, right: 'answer', not: actor(), why: 'party-only' },
  untie: { given: working, may: own, right: 'answer', not: other, why: 'nothing-of-yours' },
  addEvidence: { given: running, may: adviser, right: 'answer', not: actor(), why: 'party-only' },
  withdrawEvidence: { given: working, may: own, right: 'answer', not: other, why: 'nothing-of-yours' },
}

const spec = specification(agreementDecider)
const verdict = (given: E[], command: string, who: Party) => {
  const found = spec.given(...given).available({ by: who, facts })[command]
  return found === true || found === undefined ? found : found.code
}

for (const [command, { given, may, right, not, why }] of Object.entries(TABLE)) {
  test(`${command}: by the party it belongs to, with the right to, and by nobody else`, () => {
    assert.equal(verdict(given, command, may), true)
    const rights = may.rights.filter((held) => held !== right)
    assert.equal(verdict(given, command, { ...may, rights }), 'no-right')
    assert.equal(verdict(given, command, not), why)
    assert.equal(verdict(given, command, actor()), 'party-only')
    assert.equal(verdict([], command, may), 'not-found')
  })
}

test('the table of access names every command', () => {
  assert.deepEqual([...Object.keys(TABLE), 'create'].sort(), Object.keys(payloads).sort())
})

test('nobody signs for another: a signature carries the agency that acts, and the version it read', () => {
  const sign = (version: number) => spec.given(...signing).when('sign', { version, position: 'Giám đốc' }, { by: other, facts })
  sign(2).refuses('version-passed')
  sign(1).gives({ type: 'agreement.signed', data: { version: 1, on: '2026-11-20' } })
  spec
    .given(...negotiating, agreed(own))
    .when('sign', { version: 1, position: 'Giám đốc' }, { by: own, facts })
    .refuses('agreement-pending')
  spec
    .given(...signing)
    .when('sign', { version: 1, position: 'Giám đốc', on: '2026-11-21' }, { by: other, facts })
    .refuses('on-future')
})

test('the last signature brings it into force from the latest day, or from the day the text names', () => {
  const almost = [...signing, signed(own), signed(adviser)]
  const give = { version: 1, position: 'Giám đốc', on: '2026-11-19' }
  spec
    .given(...almost)
    .when('sign', give, { by: other, facts })
    .gives({ type: 'agreement.signed' }, { type: 'agreement.cameIntoForce', data: { from: '2026-11-19', signedOn: '2026-11-19' } })
})

test('a draft is put to the parties only when it is whole', () => {
  const refusedFor = (change: object, code: string) => {
    const event = by(own, { type: 'agreement.created', data: { text: { ...text, ...change }, caseNumber: 'QC-2026-001', areaCode: null } })
    spec.given(event).when('send', {}, { by: own, facts }).refuses(code)
  }
  refusedFor({ title: '' }, 'needs-title')
  refusedFor({ parties: text.parties.slice(0, 1) }, 'needs-parties')
  refusedFor({ parties: [...text.parties, text.parties[0]] }, 'party-twice')
  refusedFor({ parties: text.parties.slice(1) }, 'needs-own-party')
  refusedFor({ articles: [] }, 'needs-clause')
  refusedFor({ articles: [...text.articles, ...text.articles] }, 'clause-twice')
  refusedFor({ briefing: { months: [6], hosts: [randomUUID()], firstHost: own.agencyId, extraordinary: false } }, 'not-a-party')
  refusedFor({ briefing: { months: [6], hosts: [own.agencyId], firstHost: other.agencyId, extraordinary: false } }, 'host-rule')
  refusedFor({ term: { from: '2026-11-02', until: '2026-11-01' } }, 'term-order')
  spec.given(created).when('send', {}, { by: own, facts }).gives({ type: 'agreement.sent', data: { signerIds } })
})

test('a party must exist today; for a former body its successor stands, and none else', () => {
  const ended = { ...otherFact, validUntil: '2025-02-28', successorIds: [ownFact.id] }
  const standing = (fact: typeof otherFact) =>
    new Map([ownFact, fact, adviserFact].map((one) => [one.id, { id: one.id, fact: one, successors: ['CQ mới'] }]))
  spec
    .given(created)
    .when('send', {}, { by: own, facts: { ...facts, agencies: standing(ended) } })
    .refuses('agency-ended')
  const formerId = randomUUID()
  const parties = text.parties.map((party, i) => (i === 1 ? { ...party, formerId } : party))
  const event = by(own, { type: 'agreement.created', data: { text: { ...text, parties }, caseNumber: 'QC-2026-001', areaCode: null } })
  const send = (successorIds: string[]) =>
    spec.given(event).when('send', {}, { by: own, facts: { ...facts, successors: new Map([[formerId, successorIds]]) } })
  send([]).refuses('not-successor')
  send([other.agencyId]).gives({ type: 'agreement.sent' })
})

test('work goes to parties and to one’s own subordinates, for a clause in force', () => {
  const below = agencyFact()
  const known = { ...facts, agencies: new Map([...facts.agencies!, [below.id, { id: below.id, fact: below, successors: [] }]]) }
  const assign = (leadId: string, more: AgreementFacts = known, clause = clauseId) =>
    spec.given(...running).when('assign', { clauseId: clause, assignment: agreementAssignment(leadId) }, { by: own, facts: more })
  const decision = assign(other.agencyId).gives({ type: 'agreement.assigned', data: { clauseId, ordinal: 1 } })
  assert.equal([...(decision.children ?? [])].length, 1)
  assign(below.id).refuses('lead-not-party')
  assign(below.id, { ...known, subordinateIds: [below.id] }).gives({ type: 'agreement.assigned' })
  assign(other.agencyId, known, randomUUID()).refuses('clause-unknown')
})

test('evidence lies between the first day in force and today', () => {
  const add = (on: string) => spec.given(...running).when('addEvidence', { clauseId, title: 'Việc', on }, { by: other, facts })
  add('2026-11-01').refuses('before-force')
  add('2026-11-21').refuses('on-future')
  add('2026-11-02').gives({ type: 'agreement.evidenceAdded', data: { on: '2026-11-02' } })
})
