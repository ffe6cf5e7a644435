import type { FulfilmentEventType } from './events.ts'
import type { FulfilmentState, FulfilmentStatus } from './state.ts'

/**
 * Where an event leads that nobody can read any more: the envelope still says its type. Null: it does not move the whole, or only
 * its body says whether it does (an answer for one period).
 */
const LEADS_TO: Record<FulfilmentEventType, FulfilmentStatus | 'before' | null> = {
  'fulfilment.assigned': 'assigned',
  'fulfilment.accepted': 'accepted',
  'fulfilment.declined': 'declined',
  'fulfilment.upheld': 'assigned',
  'fulfilment.reported': null,
  'fulfilment.submitted': null,
  'fulfilment.withdrawn': null,
  'fulfilment.nothingReported': null,
  'fulfilment.returned': null,
  'fulfilment.confirmed': null,
  'fulfilment.extensionAsked': null,
  'fulfilment.extensionGranted': null,
  'fulfilment.extensionRefused': null,
  'fulfilment.handedOn': null,
  'fulfilment.delegated': null,
  'fulfilment.suspended': 'suspended',
  'fulfilment.resumed': 'before',
  'fulfilment.cancelled': 'cancelled',
  'fulfilment.finished': 'finished',
  'fulfilment.chased': null,
  'fulfilment.deadlineChanged': null,
}

/** The state after an event whose body was destroyed: only where it stands moves, and nothing more may be done. */
export const evolveErased = (state: FulfilmentState, type: FulfilmentEventType, at: string): FulfilmentState => {
  const to = LEADS_TO[type]
  const status = to === 'before' ? (state.before ?? state.status) : (to ?? state.status)
  const over = status === 'cancelled' || status === 'finished'
  return {
    ...state,
    status,
    before: status === 'suspended' ? state.status : null,
    assignedAt: state.assignedAt ?? (type === 'fulfilment.assigned' ? at : null),
    acceptedAt: status === 'accepted' ? at : state.acceptedAt,
    endedAt: over ? at : state.endedAt,
    extension: null,
    erased: true,
  }
}
