import type { LoggedEvent } from '../streams/decider.ts'
import { INTERNAL_EVENTS, type FulfilmentEventType } from './events.ts'
import type { FulfilmentState } from './state.ts'

/**
 * The state as an agency may read it: to whom the work was handed inside, and to which subordinates, is told to the agency that
 * answers for it alone.
 */
export const fulfilmentSeenBy = (state: FulfilmentState, agencyId: string): FulfilmentState =>
  state.assignment?.agencyId === agencyId ? state : { ...state, handedOn: null, children: [] }

/** Whether an event of a fulfilment tells an agency nothing of another one's inside. The agency that acted always sees what it did. */
export const eventSeenBy = (event: Pick<LoggedEvent, 'type' | 'agencyId'>, agencyId: string): boolean =>
  event.agencyId === agencyId || !INTERNAL_EVENTS.includes(event.type as FulfilmentEventType)
