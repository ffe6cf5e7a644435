import { requireStanding } from '../../kernel/agencies/streams/standing.ts'
import { dateWords, today } from '../../kernel/assignments/due.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import type { Decision } from '../../kernel/streams/decider.ts'
import type { AgreementContext } from './available.ts'
import type { AgreementState, Ending, Payload } from './contract.ts'
import { dayOf, one } from './decision.ts'
import type { AgreementEvent } from './events.ts'
import { problem } from './problems.ts'
import { current, inForceSince, isParty, partyIds } from './standing.ts'

/** Proposes to end it, on a day that has come; it ends when every party has agreed. */
export const proposeEnd = (
  state: AgreementState,
  { reason, on, replacedBy }: Payload<'proposeEnd'>,
  context: AgreementContext,
): Decision => {
  const day = dayOf(on, context)
  const since = inForceSince(state)
  if (since !== null && day < since) throw problem('before-force', { day: dateWords(since) })
  if (replacedBy !== null) {
    if (replacedBy === context.caseId) throw problem('same-case')
    const { later, seesCase } = context.facts ?? {}
    if (!later || !seesCase) throw problem('not-found')
    if (later.status !== 'in-force') throw problem('not-in-force')
  }
  const proposed: AgreementEvent = { type: 'agreement.endProposed', data: { reason, on: day, replacedBy } }
  return finished(state, [proposed], { byAgencyId: context.actor.agencyId, reason, on: day, replacedBy, agreedIds: [] }, context)
}

export const agreeEnd = (state: AgreementState, _: unknown, context: AgreementContext): Decision =>
  finished(state, [{ type: 'agreement.endAgreed', data: {} }], state.ending!, context)

/** Ends it where this agency's word was the last that was missing; work that still runs ends with it. */
const finished = (state: AgreementState, events: AgreementEvent[], ending: Ending, { actor, caseId }: AgreementContext): Decision => {
  const agreed = new Set([...ending.agreedIds, actor.agencyId])
  if (partyIds(current(state)!.text).some((id) => !agreed.has(id))) return { events }
  const { on, reason, replacedBy } = ending
  const followUps = state.assignments
    .filter((assignment) => !assignment.cancelled)
    .flatMap((assignment) => assignment.leadIds.map((id) => fulfilmentId(caseId, assignment.id, id)))
    .map((streamId) => ({ streamId, command: 'finish', payload: {} }))
  return { events: [...events, { type: 'agreement.ended', data: { on, reason, replacedBy } }], followUps }
}

/** The body that took the place of a merged party answers from now on. */
export const succeed = (state: AgreementState, { agencyId, successorId }: Payload<'succeed'>, context: AgreementContext): Decision => {
  const { agencies, successors } = context.facts ?? {}
  const day = today(context.now)
  if (!isParty(state, agencyId)) throw problem('not-a-party')
  const successor = requireStanding(agencies?.get(successorId), day)
  const former = agencies?.get(agencyId)?.fact
  const ended = former?.validUntil !== null && former?.validUntil !== undefined && former.validUntil < day
  if (!ended || !successors?.get(agencyId)?.includes(successorId)) throw problem('not-successor', { agency: successor.shortName })
  if (isParty(state, successorId)) throw problem('party-twice')
  return one({ type: 'agreement.succeeded', data: { agencyId, successorId } })
}
