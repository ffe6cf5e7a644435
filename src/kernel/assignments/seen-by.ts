import type { FulfilmentState } from './state.ts'

/**
 * The state as an agency may read it: to whom the work was handed inside, and to which subordinates, is told to the agency that
 * answers for it alone.
 */
export const fulfilmentSeenBy = (state: FulfilmentState, agencyId: string): FulfilmentState =>
  state.assignment?.agencyId === agencyId ? state : { ...state, handedOn: null, children: [] }
