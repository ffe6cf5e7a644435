import { createHash } from 'node:crypto'

/** The name space of ids that are derived (RFC 9562, version 5), so that the same order to the same agency is the same stream. */
const NAME_SPACE = Buffer.from('6f0c3a5e9b1d4e7cb2a84d1f7e90c3a5', 'hex')

/**
 * The id of one agency's part of an assignment, the same whenever it is asked. `from` is the case, or the fulfilment it was handed
 * on from; `nth` counts repeated orders to the same agency.
 */
export const fulfilmentId = (from: string, assignmentId: string, agencyId: string, nth = 0): string => {
  const bytes = createHash('sha1').update(NAME_SPACE).update(`${from}/${assignmentId}/${agencyId}/${nth}`).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
