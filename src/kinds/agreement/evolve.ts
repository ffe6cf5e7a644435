import { shortTitle } from '../../kernel/assignments/order.ts'
import type { AgreementState, AgreementText, AgreementVersion } from './contract.ts'
import type { AgreementData, AgreementEventType, LoggedAgreementEvent } from './events.ts'
import { reached } from './evolve-status.ts'
import { succeeded } from './evolve-succession.ts'

export type By = { at: string; recordedAt: string; officerId: string; agencyId: string }
type Appliers = { [K in AgreementEventType]: (state: AgreementState, data: AgreementData<K>, by: By) => AgreementState }

export const initialAgreement = (): AgreementState => ({
  status: 'none',
  ownerAgencyId: '',
  drafterId: '',
  createdAt: '',
  caseNumber: '',
  areaCode: null,
  versions: [],
  current: null,
  proposal: null,
  comments: [],
  assignments: [],
  ties: [],
  evidence: [],
  scan: null,
  signedNumber: null,
  signedOn: null,
  ending: null,
  ended: null,
  erased: false,
})

/** What an agreement is after an event. Pure and total: every type has its entry, an erased body leaves status and dates. */
export const evolveAgreement = (state: AgreementState, event: LoggedAgreementEvent): AgreementState => {
  const by: By = {
    at: event.effectiveAt.toISOString(),
    recordedAt: event.recordedAt.toISOString(),
    officerId: event.officerId,
    agencyId: event.agencyId,
  }
  const next = reached(state, event.type, by)
  if ((event.data as { erased?: boolean }).erased === true) return { ...next, erased: true }
  const apply = APPLIERS[event.type] as (state: AgreementState, data: object, by: By) => AgreementState
  return apply(next, event.data, by)
}

const APPLIERS: Appliers = {
  'agreement.created': (state, { text, caseNumber, areaCode }, by) => ({
    ...state,
    caseNumber,
    areaCode,
    versions: [fresh(1, 'draft', text, by)],
    proposal: 1,
  }),
  'agreement.edited': (state, { text }, { officerId }) => ({ ...put(state, state.proposal, { text }), drafterId: officerId }),
  'agreement.sent': (state, data, { at }) => put(state, state.proposal, { ...data, stage: 'negotiating', sentAt: at }),
  'agreement.discarded': (state) => ({ ...put(state, state.proposal, { stage: 'withdrawn' }), proposal: null }),
  'agreement.revised': (state, data, by) => next(put(state, state.proposal, { stage: 'superseded' }), data, by),
  'agreement.commented': (state, { commentId, version, clauseId, text }, { at, agencyId }) => ({
    ...state,
    comments: [...state.comments, { id: commentId, version, clauseId, agencyId, text, at, resolved: null }],
  }),
  'agreement.resolved': (state, { commentId, answer }, { at, agencyId }) => ({
    ...state,
    comments: state.comments.map((one) => (one.id === commentId ? { ...one, resolved: { byAgencyId: agencyId, answer, at } } : one)),
  }),
  'agreement.agreed': (state, { version, on }, { agencyId }) =>
    inStage(
      change(state, version, (one) => {
        const agreed = [...one.agreed, { agencyId, on }]
        return { ...one, agreed, stage: agreed.length === one.signerIds.length ? 'signing' : one.stage }
      }),
      version,
    ),
  'agreement.agreementWithdrawn': (state, { version }, { agencyId }) =>
    inStage(
      change(state, version, (one) => ({
        ...one,
        stage: 'negotiating',
        agreed: one.agreed.filter((party) => party.agencyId !== agencyId),
      })),
      version,
    ),
  'agreement.signed': (state, { version, ...signature }, { agencyId, recordedAt }) =>
    change(state, version, (one) => ({ ...one, signatures: [...one.signatures, { agencyId, recordedAt, ...signature }] })),
  'agreement.cameIntoForce': (state, { version, from, signedOn }) => ({
    ...put(put(state, state.current, { stage: 'past' }), version, { stage: 'in-force', inForceFrom: from }),
    current: version,
    proposal: null,
    signedOn: state.signedOn ?? signedOn,
  }),
  'agreement.scanAttached': (state, { fileId, number }, { at, agencyId }) => ({
    ...state,
    scan: { fileId, byAgencyId: agencyId, at },
    signedNumber: number ?? state.signedNumber,
  }),
  'agreement.proposed': next,
  'agreement.proposalWithdrawn': (state) => ({
    ...put(state, state.proposal, { stage: 'withdrawn' }),
    proposal: null,
    comments: settled(state),
  }),
  'agreement.endProposed': (state, data, { agencyId }) => ({ ...state, ending: { byAgencyId: agencyId, ...data, agreedIds: [agencyId] } }),
  'agreement.endAgreed': (state, _, { agencyId }) => ({
    ...state,
    ending: state.ending && { ...state.ending, agreedIds: [...state.ending.agreedIds, agencyId] },
  }),
  'agreement.endRefused': (state) => ({ ...state, ending: null }),
  'agreement.ended': (state, data) => ({ ...state, status: data.replacedBy === null ? 'ended' : 'replaced', ending: null, ended: data }),
  'agreement.succeeded': succeeded,
  'agreement.assigned': (state, { clauseId, assignment, ordinal, dueAt, on }, { agencyId }) => ({
    ...state,
    assignments: [
      ...state.assignments,
      {
        ...assignment,
        ordinal,
        title: shortTitle(assignment.content),
        clauseId,
        version: state.current ?? 0,
        askerId: agencyId,
        on,
        dueAt,
        cancelled: null,
      },
    ],
  }),
  'agreement.assignmentCancelled': (state, { assignmentId, reason }, { at }) => ({
    ...state,
    assignments: state.assignments.map((one) => (one.id === assignmentId ? { ...one, cancelled: { at, reason } } : one)),
  }),
  'agreement.tied': (state, data, { agencyId }) => ({ ...state, ties: [...state.ties, { ...data, byAgencyId: agencyId }] }),
  'agreement.untied': (state, { clauseId, caseId }) => ({
    ...state,
    ties: state.ties.filter((tie) => tie.clauseId !== clauseId || tie.caseId !== caseId),
  }),
  'agreement.evidenceAdded': (state, { evidenceId, ...entry }, { agencyId }) => ({
    ...state,
    evidence: [...state.evidence, { id: evidenceId, agencyId, ...entry, withdrawn: null }],
  }),
  'agreement.evidenceWithdrawn': (state, { evidenceId, reason }, { at }) => ({
    ...state,
    evidence: state.evidence.map((one) => (one.id === evidenceId ? { ...one, withdrawn: { at, reason } } : one)),
  }),
}

type Put = Pick<AgreementVersion, 'note' | 'answerBy' | 'due' | 'signerIds'> & { text: AgreementText }

/** The next version, put to the parties at once: nobody has agreed to it or signed it yet. */
function next(state: AgreementState, { text, ...data }: Put, by: By): AgreementState {
  const n = state.versions.length + 1
  const version: AgreementVersion = { ...fresh(n, 'negotiating', text, by), ...data, sentAt: by.at }
  return { ...state, versions: [...state.versions, version], proposal: n }
}

const fresh = (n: number, stage: AgreementVersion['stage'], text: AgreementText, { at, agencyId }: By): AgreementVersion => ({
  n,
  stage,
  text,
  byAgencyId: agencyId,
  at,
  sentAt: null,
  note: '',
  answerBy: null,
  due: null,
  signerIds: [],
  agreed: [],
  signatures: [],
  inForceFrom: null,
})

const change = (state: AgreementState, n: number | null, to: (version: AgreementVersion) => AgreementVersion): AgreementState => ({
  ...state,
  versions: state.versions.map((version) => (version.n === n ? to(version) : version)),
})

const put = (state: AgreementState, n: number | null, data: Partial<AgreementVersion>): AgreementState =>
  change(state, n, (version) => ({ ...version, ...data }))

/** Before anything is in force the case stands where its negotiation stands. */
const inStage = (state: AgreementState, n: number): AgreementState => {
  const stage = state.versions.find((version) => version.n === n)?.stage
  return state.current === null && (stage === 'negotiating' || stage === 'signing') ? { ...state, status: stage } : state
}

/** Comments on a proposal that was taken back have no answer any more, and ask for none. */
const settled = (state: AgreementState): AgreementState['comments'] =>
  state.comments.filter((comment) => comment.resolved !== null || comment.version <= (state.current ?? 0))
