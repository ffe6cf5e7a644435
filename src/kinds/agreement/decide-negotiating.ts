import { today } from '../../kernel/assignments/due.ts'
import { checkOwnFiles } from '../../kernel/documents/own-files.ts'
import type { Decision } from '../../kernel/streams/decider.ts'
import { derivedId } from '../../kernel/streams/derived-id.ts'
import type { AgreementContext } from './available.ts'
import { checkParties, checkText } from './check-text.ts'
import type { AgreementState, AgreementText, AgreementVersion, Payload } from './contract.ts'
import { dayOf, dueBy, one } from './decision.ts'
import type { AgreementEvent } from './events.ts'
import { problem } from './problems.ts'
import { clausesOf, current, openComments, partyIds, working } from './standing.ts'

type Put = { note: string; answerBy: string | null }

export const send = (state: AgreementState, { note, answerBy }: Put, context: AgreementContext): Decision => {
  const { text } = working(state)!
  return one({ type: 'agreement.sent', data: { note, answerBy, ...put(state, text, answerBy, context) } })
}

/** The next version of what is negotiated; it goes to all parties at once. */
export const revise = (state: AgreementState, { text, note, answerBy }: Payload<'revise'>, context: AgreementContext): Decision =>
  one({ type: 'agreement.revised', data: { text, note, answerBy, ...put(state, text, answerBy, context) } })

/** The first version of an amendment. */
export const propose = (state: AgreementState, { text, note, answerBy }: Payload<'propose'>, context: AgreementContext): Decision =>
  one({ type: 'agreement.proposed', data: { text, note, answerBy, ...put(state, text, answerBy, context) } })

/** Checks a text that is put to the parties, and says who must agree to it: its parties, and those it would leave out. */
const put = (state: AgreementState, text: AgreementText, answerBy: string | null, context: AgreementContext) => {
  const facts = context.facts ?? {}
  const day = today(context.now)
  checkText(text, context.actor.agencyId)
  checkParties(text, facts, day)
  const before = partyIds(current(state)?.text ?? text).filter((id) => exists(id, context, day))
  return { signerIds: [...new Set([...partyIds(text), ...before])], due: dueBy(answerBy, context) }
}

const exists = (agencyId: string, { facts }: AgreementContext, day: string): boolean => {
  const fact = facts?.agencies?.get(agencyId)?.fact
  return fact !== null && fact !== undefined && (fact.validUntil === null || day <= fact.validUntil)
}

export const comment = (state: AgreementState, { version, clauseId, text }: Payload<'comment'>, context: AgreementContext): Decision => {
  const next = sameVersion(state, version)
  if (clauseId !== null && !clausesOf(next.text).some((clause) => clause.id === clauseId)) throw problem('clause-unknown')
  const commentId = derivedId(`${context.streamId}/comment/${context.version + 1}`)
  return one({ type: 'agreement.commented', data: { commentId, version, clauseId, text } })
}

export const resolve = (state: AgreementState, { commentId, answer }: Payload<'resolve'>, { actor }: AgreementContext): Decision => {
  const known = openComments(state).find((open) => open.id === commentId)
  if (!known) throw problem('comment-unknown')
  const drafter = (working(state)?.byAgencyId ?? state.ownerAgencyId) === actor.agencyId
  if (!drafter && known.agencyId !== actor.agencyId) throw problem('comment-not-yours')
  return one({ type: 'agreement.resolved', data: { commentId, answer } })
}

export const agree = (state: AgreementState, { version, on }: Payload<'agree'>, context: AgreementContext): Decision => {
  sameVersion(state, version)
  return one({ type: 'agreement.agreed', data: { version, on: dayOf(on, context) } })
}

export const withdrawAgree = (state: AgreementState, { version, reason }: Payload<'withdrawAgree'>): Decision => {
  sameVersion(state, version)
  return one({ type: 'agreement.agreementWithdrawn', data: { version, reason } })
}

/** Records the signature of one's own agency; the last one brings the version into force. */
export const sign = (state: AgreementState, { version, position, on, fileId }: Payload<'sign'>, context: AgreementContext): Decision => {
  const next = sameVersion(state, version)
  const { actor, caseId, facts } = context
  checkOwnFiles(fileId ? [fileId] : [], facts?.files, { agencyId: actor.agencyId, caseId })
  const party = [...next.text.parties, ...(current(state)?.text.parties ?? [])].find((known) => known.agencyId === actor.agencyId)
  const day = dayOf(on, context)
  const signed: AgreementEvent = {
    type: 'agreement.signed',
    data: { version, position, on: day, fileId, unitId: party?.unitId ?? null, formerId: party?.formerId ?? null },
  }
  const others = next.signerIds.filter((id) => id !== actor.agencyId)
  if (others.some((id) => !next.signatures.some((signature) => signature.agencyId === id))) return one(signed)
  const signedOn = [day, ...next.signatures.map((signature) => signature.on)].sort().at(-1)!
  const from = next.text.term.from ?? signedOn
  return { events: [signed, { type: 'agreement.cameIntoForce', data: { version, from, signedOn } }] }
}

/** The version that is negotiated, which must be the one the officer has read. Throws 'version-passed'. */
const sameVersion = (state: AgreementState, version: number): AgreementVersion => {
  const next = working(state)!
  if (next.n !== version) throw problem('version-passed', { version: next.n })
  return next
}
