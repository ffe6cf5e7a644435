import { requireStanding } from '../../kernel/agencies/streams/standing.ts'
import { dateWords, today } from '../../kernel/assignments/due.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { assigned, countOrder } from '../../kernel/assignments/order.ts'
import { checkOwnFiles } from '../../kernel/documents/own-files.ts'
import type { Decision } from '../../kernel/streams/decider.ts'
import { derivedId } from '../../kernel/streams/derived-id.ts'
import type { AgreementContext } from './available.ts'
import type { AgreementState, Payload } from './contract.ts'
import { dayOf, one } from './decision.ts'
import { placedClauses } from './labels.ts'
import { problem } from './problems.ts'
import { current, inForceSince, isClauseOfForce, partyIds } from './standing.ts'

/** Orders work for a clause in force: one fulfilment for each agency that answers. */
export const assign = (state: AgreementState, { clauseId, assignment }: Payload<'assign'>, context: AgreementContext): Decision => {
  const { text } = current(state)!
  const placed = placedClauses(text).find(({ clause }) => clause.id === clauseId)
  if (!placed) throw problem('clause-unknown')
  if (state.assignments.some((known) => known.id === assignment.id)) throw problem('duplicate-assignment')
  const day = today(context.effectiveAt)
  const may = new Set([...partyIds(text), ...(context.facts?.subordinateIds ?? [])])
  const leadIds = [...new Set(assignment.leadIds)]
  const coordinatingIds = [...new Set(assignment.coordinatingIds)].filter((id) => !leadIds.includes(id))
  for (const id of [...leadIds, ...coordinatingIds]) {
    requireStanding(context.facts?.agencies?.get(id), today(context.now))
    if (!may.has(id)) throw problem('lead-not-party')
  }
  const { deadline, shape } = assignment
  if (deadline?.date && (deadline.inclusive ? deadline.date < day : deadline.date <= day)) throw problem('day-past')
  const ordinal = state.assignments.length + 1
  const counted = countOrder({
    assignmentId: assignment.id,
    ordinal,
    content: assignment.content,
    verb: assignment.verb,
    askerId: context.actor.agencyId,
    coordinatingIds,
    shape,
    recurrence: shape === 'once' ? null : assignment.recurrence,
    deadline,
    parentId: null,
    // Subordinates see of the agreement its header alone: the clause goes with the order, as it stands today.
    instruction: `${placed.label.vi}: ${placed.clause.text}`,
    issuedAt: context.effectiveAt,
  })
  const children = leadIds.map((agencyId) => ({
    type: 'fulfilment',
    id: fulfilmentId(context.caseId, assignment.id, agencyId),
    events: [assigned(counted, agencyId)],
  }))
  const data = { clauseId, assignment: { ...assignment, leadIds, coordinatingIds }, ordinal, dueAt: counted.due?.dueAt ?? null, on: day }
  return { ...one({ type: 'agreement.assigned', data }), children }
}

export const cancelAssignment = (
  state: AgreementState,
  { assignmentId, reason }: Payload<'cancelAssignment'>,
  { actor, caseId }: AgreementContext,
): Decision => {
  const known = state.assignments.find((assignment) => assignment.id === assignmentId)
  if (!known) throw problem('assignment-unknown')
  if (known.askerId !== actor.agencyId) throw problem('assignment-not-yours')
  if (known.cancelled) throw problem('assignment-cancelled')
  const followUps = known.leadIds.map((agencyId) => ({
    streamId: fulfilmentId(caseId, assignmentId, agencyId),
    command: 'cancel',
    payload: { reason },
  }))
  return one({ type: 'agreement.assignmentCancelled', data: { assignmentId, reason } }, followUps)
}

export const tie = (state: AgreementState, { clauseId, caseId, note }: Payload<'tie'>, context: AgreementContext): Decision => {
  if (!isClauseOfForce(state, clauseId)) throw problem('clause-unknown')
  if (caseId === context.caseId) throw problem('same-case')
  if (!context.facts?.seesCase) throw problem('not-found')
  if (state.ties.some((known) => known.clauseId === clauseId && known.caseId === caseId)) throw problem('tied-already')
  return one({ type: 'agreement.tied', data: { clauseId, caseId, note, on: today(context.effectiveAt) } })
}

export const untie = (state: AgreementState, { clauseId, caseId }: Payload<'untie'>, { actor }: AgreementContext): Decision => {
  const known = state.ties.find((one) => one.clauseId === clauseId && one.caseId === caseId)
  if (!known) throw problem('not-tied')
  if (known.byAgencyId !== actor.agencyId) throw problem('tie-not-yours')
  return one({ type: 'agreement.untied', data: { clauseId, caseId } })
}

/** Records work that one's own agency did for a clause, on a day since the agreement came into force. */
export const addEvidence = (
  state: AgreementState,
  { clauseId, title, text, fileIds, on }: Payload<'addEvidence'>,
  context: AgreementContext,
): Decision => {
  const { actor, caseId, facts } = context
  if (!isClauseOfForce(state, clauseId)) throw problem('clause-unknown')
  checkOwnFiles(fileIds, facts?.files, { agencyId: actor.agencyId, caseId })
  const day = dayOf(on, context)
  const since = inForceSince(state)
  if (since !== null && day < since) throw problem('before-force', { day: dateWords(since) })
  if (state.ended && day > state.ended.on) throw problem('agreement-ended')
  const evidenceId = derivedId(`${context.streamId}/evidence/${context.version + 1}`)
  return one({ type: 'agreement.evidenceAdded', data: { evidenceId, clauseId, title, text, fileIds, on: day } })
}

export const withdrawEvidence = (
  state: AgreementState,
  { evidenceId, reason }: Payload<'withdrawEvidence'>,
  { actor }: AgreementContext,
): Decision => {
  const known = state.evidence.find((entry) => entry.id === evidenceId && !entry.withdrawn)
  if (!known) throw problem('evidence-unknown')
  if (known.agencyId !== actor.agencyId) throw problem('evidence-not-yours')
  return one({ type: 'agreement.evidenceWithdrawn', data: { evidenceId, reason } })
}
