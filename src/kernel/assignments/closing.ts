import { isOver, isUnanswered, type FulfilmentState } from './state.ts'

/**
 * Whether a case must wait for this fulfilment before it closes. What is done once has to be confirmed or cancelled; what recurs
 * must owe nothing now, neither an answer that is due nor one that waits; continuous and on-event work simply ends with the case.
 */
export const holdsCaseOpen = (state: FulfilmentState, at: Date): boolean => {
  if (isOver(state) || !state.assignment) return false
  switch (state.assignment.shape) {
    case 'once':
      return true
    case 'recurring':
      return (
        state.status === 'declined' ||
        state.periods.some((period) => period.answer === 'submitted' || (isUnanswered(period) && period.due.dueAt < at.toISOString()))
      )
    case 'continuous':
    case 'on-event':
      return false
  }
}
