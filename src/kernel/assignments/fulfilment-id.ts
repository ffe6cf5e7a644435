import { derivedId, followsTime, idBeside } from '../streams/derived-id.ts'

/**
 * The id of one agency's part of an assignment, the same whenever it is asked. `from` is the case, or the fulfilment it was handed
 * on from; `nth` counts repeated orders to the same agency. Where `from` follows the time, the parts of an assignment stand beside each other.
 */
export const fulfilmentId = (from: string, assignmentId: string, agencyId: string, nth = 0): string => {
  const name = `${from}/${assignmentId}/${agencyId}/${nth}`
  return followsTime(from) ? idBeside(from, `${from}/${assignmentId}`, name) : derivedId(name)
}
