import { createHash } from 'node:crypto'

/** The name space of ids that are derived (RFC 9562, version 5). */
const NAME_SPACE = Buffer.from('6f0c3a5e9b1d4e7cb2a84d1f7e90c3a5', 'hex')

/** An id that follows from a name, the same whenever it is asked: what is said twice stays one thing. */
export const derivedId = (name: string): string => {
  const bytes = createHash('sha1').update(NAME_SPACE).update(name).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x50
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
