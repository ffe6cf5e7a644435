import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { agencyFact } from '../../../testing/builders/agency.ts'
import { agreementText } from '../../../testing/builders/agreement.ts'
import { specification, type Stamped } from '../../../testing/specification.ts'
import type { AgreementState } from './contract.ts'
import type { AgreementEvent } from './events.ts'
import { initialAgreement } from './evolve.ts'
import type { AgreementFacts } from './facts.ts'
import { agreementDecider } from './rules.ts'
import { current, isParty } from './standing.ts'

const heir = agencyFact()
const former = agencyFact({ validUntil: '2026-06-30', successorIds: [heir.id] })
const police = agencyFact()
const [own, gone] = [actor({ agencyId: police.id }), actor({ agencyId: former.id })]
const text = {
  ...agreementText([police.id, former.id]),
  briefing: { months: [6, 12], hosts: [former.id, police.id], firstHost: former.id, extraordinary: false },
}

type E = Stamped<AgreementEvent>
const by = (who: typeof own, event: AgreementEvent): E => ({ event, by: who, at: '2026-01-05T02:00:00.000Z' })
const signed = (who: typeof own) =>
  by(who, {
    type: 'agreement.signed',
    data: { version: 1, position: 'Giám đốc', on: '2026-01-05', fileId: null, unitId: null, formerId: null },
  })
const running: E[] = [
  by(own, { type: 'agreement.created', data: { text, caseNumber: 'QC-2026-001', areaCode: null } }),
  by(own, { type: 'agreement.sent', data: { note: '', answerBy: null, due: null, signerIds: [police.id, former.id] } }),
  ...[own, gone].map((who) => by(who, { type: 'agreement.agreed', data: { version: 1, on: '2026-01-05' } })),
  signed(own),
  signed(gone),
  by(gone, { type: 'agreement.cameIntoForce', data: { version: 1, from: '2026-01-05', signedOn: '2026-01-05' } }),
]
const facts = (successors: string[]): AgreementFacts => ({
  agencies: new Map([heir, former, police].map((fact) => [fact.id, { id: fact.id, fact, successors: [] }])),
  successors: new Map([[former.id, successors]]),
})
const spec = specification(agreementDecider)
const succeeded = by(own, { type: 'agreement.succeeded', data: { agencyId: former.id, successorId: heir.id } })

test('a merged party is followed by the body that took its place, and by no other', () => {
  const give = (successorId: string, known: AgreementFacts) =>
    spec.given(...running).when('succeed', { agencyId: former.id, successorId }, { by: own, facts: known })
  give(heir.id, facts([heir.id])).gives({ type: 'agreement.succeeded' })
  give(heir.id, facts([])).refuses('not-successor')
  spec
    .given(...running)
    .when('succeed', { agencyId: police.id, successorId: heir.id }, { by: own, facts: facts([heir.id]) })
    .refuses('not-successor')
})

test('the successor answers and hosts from then on; the signature stays that of the body that signed', () => {
  const { state } = spec.given(...running, succeeded)
  const version = current(state)!
  assert.equal(isParty(state, heir.id), true)
  assert.equal(isParty(state, former.id), false)
  assert.deepEqual(version.text.briefing?.hosts, [heir.id, police.id])
  assert.deepEqual(
    version.signatures.map(({ agencyId, formerId }) => [agencyId, formerId]),
    [
      [police.id, null],
      [heir.id, former.id],
    ],
  )
})

test('sight passes from the merged party to its successor', () => {
  const changes = spec.given(...running, succeeded).changes()
  const sight = changes.flatMap((change) => (change.table === 'visible' ? [[change.subjectId, change.until === null]] : []))
  assert.deepEqual(sight, [
    [former.id, false],
    [heir.id, true],
  ])
})

test('it is replaced by a later agreement that is in force, when all parties say so', () => {
  const successor = actor({ agencyId: heir.id })
  const later = randomUUID()
  const propose = (state: AgreementState | null, seesCase = true) =>
    spec
      .given(...running, succeeded)
      .when('proposeEnd', { reason: 'Có quy chế mới', on: '2026-11-02', replacedBy: later }, { by: own, facts: { later: state, seesCase } })
  propose({ ...initialAgreement(), status: 'in-force' }).gives({ type: 'agreement.endProposed', data: { replacedBy: later } })
  propose({ ...initialAgreement(), status: 'draft' }).refuses('not-in-force')
  propose({ ...initialAgreement(), status: 'in-force' }, false).refuses('not-found')
  const proposed = by(own, { type: 'agreement.endProposed', data: { reason: 'Có quy chế mới', on: '2026-11-02', replacedBy: later } })
  const decision = spec
    .given(...running, succeeded, proposed)
    .when('agreeEnd', {}, { by: successor })
    .gives({ type: 'agreement.endAgreed' }, { type: 'agreement.ended', data: { replacedBy: later } })
  const { state } = spec.given(...running, succeeded, proposed, ...(decision.events as AgreementEvent[]).map((event) => by(own, event)))
  assert.equal(state.status, 'replaced')
})

test('a wish to end it that is refused leaves it in force', () => {
  const proposed = by(own, { type: 'agreement.endProposed', data: { reason: 'Hết', on: '2026-06-01', replacedBy: null } })
  const refused = by(gone, { type: 'agreement.endRefused', data: { reason: 'Còn việc' } })
  const { state } = spec.given(...running, proposed, refused)
  assert.deepEqual([state.status, state.ending], ['in-force', null])
})
