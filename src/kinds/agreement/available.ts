import { dateWords, today } from '../../kernel/assignments/due.ts'
import { Problem, type Reason } from '../../kernel/problems/problem.ts'
import type { Right } from '../../kernel/access/actor.ts'
import type { Available, Context } from '../../kernel/streams/decider.ts'
import { checkText } from './check-text.ts'
import { payloads, type AgreementState, type AgreementVersion, type CommandName } from './contract.ts'
import type { AgreementFacts } from './facts.ts'
import { reason, type Code } from './problems.ts'
import { current, isParty, notInForce, openComments, partyIds, working } from './standing.ts'

export type AgreementContext = Context<AgreementFacts | undefined>
type Check = (state: AgreementState, context: AgreementContext) => Reason | null
/** `side`: who may ever do this; `right`: what the post must allow; `check`: why the state does not admit it. */
type Rule = { side: 'drafter' | 'party' | 'signer'; right: Right; check: Check }

/** The one table of what may be done with an agreement. `create` opens the stream and stands apart. */
const RULES: Record<Exclude<CommandName, 'create'>, Rule> = {
  edit: { side: 'drafter', right: 'draft', check: inDraft },
  send: { side: 'drafter', right: 'draft', check: (s, c) => inDraft(s) ?? whyNotSend(s, c) },
  discard: { side: 'drafter', right: 'draft', check: (s) => no(s.current !== null, 'already-in-force') },
  revise: { side: 'drafter', right: 'draft', check: (s) => negotiated(s) },
  withdrawProposal: { side: 'drafter', right: 'draft', check: (s) => negotiated(s) ?? no(s.current === null, 'not-in-force') },
  comment: { side: 'signer', right: 'answer', check: (s, c) => commentable(s) ?? agreedAlready(s, c) },
  resolve: { side: 'party', right: 'answer', check: (s, c) => no(resolvable(s, c) === 0, 'no-comments') },
  agree: { side: 'signer', right: 'issue', check: (s, c) => negotiated(s) ?? agreedAlready(s, c) ?? ownComments(s, c) },
  withdrawAgree: {
    side: 'signer',
    right: 'issue',
    check: (s, c) => negotiated(s) ?? signedAlready(s, c) ?? no(!agreedOn(s, c), 'not-agreed'),
  },
  sign: { side: 'signer', right: 'issue', check: (s, c) => negotiated(s) ?? signedAlready(s, c) ?? allAgreed(s) },
  attachScan: { side: 'party', right: 'draft', check: (s) => no(s.current === null, 'not-in-force') },
  propose: { side: 'party', right: 'draft', check: (s, c) => notInForce(s, day(c)) ?? nothingOpen(s) },
  proposeEnd: { side: 'party', right: 'issue', check: (s) => noForceYet(s) ?? nothingOpen(s) },
  agreeEnd: {
    side: 'party',
    right: 'issue',
    check: (s, c) => no(s.ending === null, 'no-end-proposed') ?? no(s.ending?.agreedIds.includes(c.actor.agencyId) === true, 'end-agreed'),
  },
  refuseEnd: { side: 'party', right: 'issue', check: (s) => no(s.ending === null, 'no-end-proposed') },
  succeed: { side: 'party', right: 'issue', check: () => null },
  assign: { side: 'party', right: 'issue', check: (s, c) => notInForce(s, day(c)) ?? no(isAdviser(s, c), 'adviser-not') },
  cancelAssignment: {
    side: 'party',
    right: 'issue',
    check: (s, c) => no(!s.assignments.some((one) => one.askerId === c.actor.agencyId && !one.cancelled), 'nothing-of-yours'),
  },
  tie: { side: 'party', right: 'answer', check: noForceYet },
  untie: {
    side: 'party',
    right: 'answer',
    check: (s, c) => no(!s.ties.some((tie) => tie.byAgencyId === c.actor.agencyId), 'nothing-of-yours'),
  },
  addEvidence: { side: 'party', right: 'answer', check: noForceYet },
  withdrawEvidence: {
    side: 'party',
    right: 'answer',
    check: (s, c) => no(!s.evidence.some((one) => one.agencyId === c.actor.agencyId && !one.withdrawn), 'nothing-of-yours'),
  },
}

const NAMES = Object.keys(payloads) as CommandName[]

/** Commands that stay possible when an agreement is over: what was done for it may be completed and corrected. */
const AFTER_END: ReadonlySet<CommandName> = new Set(['addEvidence', 'withdrawEvidence', 'attachScan', 'tie', 'untie'])

/** What may be done now by this actor, and if not, why not. */
export const availableForAgreement = (state: AgreementState, context: AgreementContext): Available =>
  Object.fromEntries(NAMES.map((name) => [name, whyNot(state, name, context) ?? true]))

const whyNot = (state: AgreementState, name: CommandName, context: AgreementContext): Reason | null => {
  const { actor } = context
  if (name === 'create') return no(state.status !== 'none', 'case-exists') ?? no(!actor.rights.includes('draft'), 'no-right')
  if (state.status === 'none') return reason('not-found')
  if (state.erased) return reason('erased')
  const { side, right, check } = RULES[name]
  return (
    (AFTER_END.has(name) ? null : over(state)) ??
    no(!isParty(state, actor.agencyId), 'party-only') ??
    no(side === 'drafter' && drafterOf(state) !== actor.agencyId, 'drafter-only') ??
    no(side === 'signer' && !signers(state).includes(actor.agencyId), 'party-only') ??
    no(!actor.rights.includes(right), 'no-right') ??
    check(state, context)
  )
}

const no = (refused: boolean, code: Code, params: Record<string, string | number> = {}): Reason | null =>
  refused ? reason(code, params) : null

const day = (context: AgreementContext): string => today(context.effectiveAt)

const over = ({ status }: AgreementState): Reason | null =>
  no(status === 'ended', 'agreement-ended') ??
  no(status === 'replaced', 'agreement-replaced') ??
  no(status === 'discarded', 'case-discarded')

const drafterOf = (state: AgreementState): string => working(state)?.byAgencyId ?? state.ownerAgencyId

const signers = (state: AgreementState): string[] => {
  const next = working(state)
  return next ? (next.stage === 'draft' ? [next.byAgencyId] : next.signerIds) : partyIds(current(state)!.text)
}

const own = <T extends { agencyId: string }>(list: T[], { actor }: AgreementContext): T | undefined =>
  list.find((one) => one.agencyId === actor.agencyId)

const agreedOn = (state: AgreementState, context: AgreementContext) => own(working(state)?.agreed ?? [], context)

function inDraft(state: AgreementState): Reason | null {
  return no(state.current !== null, 'already-in-force') ?? no(working(state)?.stage !== 'draft', 'already-sent')
}

/** Why no version is being negotiated; null where one is. */
function negotiated(state: AgreementState): Reason | null {
  const next = working(state)
  if (!next) return reason('no-proposal')
  return no(next.stage === 'draft', 'not-sent')
}

function commentable(state: AgreementState): Reason | null {
  return negotiated(state) ?? no(working(state)?.stage === 'signing', 'all-agreed')
}

function agreedAlready(state: AgreementState, context: AgreementContext): Reason | null {
  const agreed = agreedOn(state, context)
  return agreed ? reason('already-agreed', { day: dateWords(agreed.on) }) : null
}

function signedAlready(state: AgreementState, context: AgreementContext): Reason | null {
  const signed = own(working(state)?.signatures ?? [], context)
  return signed ? reason('already-signed', { day: dateWords(signed.on) }) : null
}

function ownComments(state: AgreementState, { actor }: AgreementContext): Reason | null {
  const count = openComments(state, actor.agencyId).length
  return no(count > 0, 'own-comments-open', { count })
}

function allAgreed(state: AgreementState): Reason | null {
  const next: AgreementVersion | null = working(state)
  const count = next ? next.signerIds.length - next.agreed.length : 0
  return no(count > 0, 'agreement-pending', { count })
}

function resolvable(state: AgreementState, { actor }: AgreementContext): number {
  return openComments(state, drafterOf(state) === actor.agencyId ? undefined : actor.agencyId).length
}

function nothingOpen(state: AgreementState): Reason | null {
  return no(state.proposal !== null, 'proposal-open', { version: state.proposal ?? 0 }) ?? no(state.ending !== null, 'end-proposed')
}

/** Evidence and ties belong to what is or was in force. */
function noForceYet(state: AgreementState): Reason | null {
  return no(state.status === 'discarded', 'case-discarded') ?? no(state.current === null, 'not-in-force')
}

function isAdviser(state: AgreementState, { actor }: AgreementContext): boolean {
  return own(current(state)?.text.parties ?? [], { actor } as AgreementContext)?.role === 'adviser'
}

function whyNotSend(state: AgreementState, { actor }: AgreementContext): Reason | null {
  try {
    checkText(working(state)!.text, actor.agencyId)
    return null
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, text: error.text }
    throw error
  }
}
