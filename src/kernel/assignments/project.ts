import { SIGHT, type Change, type FulfilmentChange, type VisibleChange } from '../streams/change.ts'
import { asksOf } from './asks.ts'
import type { LoggedFulfilmentEvent } from './events.ts'
import type { FulfilmentNotification } from './notification-texts.ts'
import { notificationsOf } from './notifications.ts'
import { evidenceOf } from './project-evidence.ts'
import { hasPeriods } from './shape.ts'
import { currentDue, currentPeriod, isOver, type FulfilmentState } from './state.ts'

/** What an event of a fulfilment changes for screens: its row, who sees it, who is asked what, who is told. */
export const projectFulfilment = (
  before: FulfilmentState,
  after: FulfilmentState,
  event: LoggedFulfilmentEvent,
): Change<FulfilmentNotification>[] => {
  if (after.erased || !after.assignment) return []
  const { streamId, caseId } = event
  return [
    rowOf(after, streamId, caseId),
    ...(event.type === 'fulfilment.assigned' ? sightOf(after, event) : []),
    { table: 'asks', streamId, caseId, rows: asksOf(after) },
    ...evidenceOf(before, after, event),
    ...notificationsOf(after, event),
  ]
}

/** The row stands for the whole or, where there are periods, for the earliest unanswered one. */
const rowOf = (state: FulfilmentState, id: string, caseId: string): FulfilmentChange => {
  const { assignmentId, ordinal, parentId, agencyId, askerId, shape, title } = state.assignment!
  const period = currentPeriod(state)
  const due = state.status === 'finished' ? null : currentDue(state)
  const periodReturned = period?.answer === 'returned' && (state.status === 'accepted' || state.status === 'in-progress')
  const date = (instant: string | null) => (instant === null ? null : new Date(instant))
  return {
    table: 'fulfilment',
    id,
    caseId,
    assignmentId,
    ordinal,
    parentId,
    agencyId,
    askerId,
    shape,
    title,
    state: periodReturned ? 'returned' : state.status,
    dueAt: date(due?.dueAt ?? null),
    soonAt: date(due?.soonAt ?? null),
    acceptedAt: date(state.acceptedAt),
    submittedAt: date(state.submittedAt),
    confirmedAt: date(state.confirmedAt),
    extensionAsked: state.extension !== null,
    officerId: isOver(state) ? null : (state.handedOn?.officerId ?? null),
    unitId: isOver(state) ? null : (state.handedOn?.unitId ?? null),
    periodKey: hasPeriods(shape) ? (period?.key ?? null) : null,
  }
}

/**
 * Those who answer for it and who help see their part. What was handed on is seen by the one who handed it on and by the one who
 * got it, who sees the case by its header alone: the inside of an agency stays inside.
 */
const sightOf = (state: FulfilmentState, { streamId, caseId, effectiveAt }: LoggedFulfilmentEvent): VisibleChange[] => {
  const { agencyId, askerId, coordinatingIds, parentId } = state.assignment!
  const sees = (subjectId: string, reason: string, over: Partial<VisibleChange> = {}): VisibleChange => ({
    table: 'visible',
    subjectId,
    streamId,
    caseId,
    level: SIGHT.part,
    reason,
    from: effectiveAt,
    until: null,
    ...over,
  })
  const handedOn = parentId
    ? [sees(askerId, `asker:${streamId}`), sees(agencyId, `handed-on:${streamId}`, { streamId: caseId, level: SIGHT.header })]
    : []
  return [
    sees(agencyId, `accountable:${streamId}`),
    ...coordinatingIds.filter((id) => id !== agencyId).map((id) => sees(id, `coordinating:${streamId}`)),
    ...handedOn,
  ]
}
