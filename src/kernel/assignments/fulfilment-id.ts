import { derivedId } from '../streams/derived-id.ts'

/**
 * The id of one agency's part of an assignment, the same whenever it is asked. `from` is the case, or the fulfilment it was handed
 * on from; `nth` counts repeated orders to the same agency.
 */
export const fulfilmentId = (from: string, assignmentId: string, agencyId: string, nth = 0): string =>
  derivedId(`${from}/${assignmentId}/${agencyId}/${nth}`)
