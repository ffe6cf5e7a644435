import { createHash, hash } from 'node:crypto'

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

/** Whether an id begins with a moment (RFC 9562, version 7). */
export const followsTime = (id: string): boolean => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)

/**
 * An id that follows from a name and begins with the moment that `id` begins with (see followsTime()): in an index it stands beside others of that moment,
 * and beside those of the same `group` first. 74 bits tell names of a moment apart, 12 of them the groups.
 */
export const idBeside = (id: string, group: string, name: string): string => {
  const digest = hash('sha256', name)
  return `${id.slice(0, 13)}-7${hash('sha256', group).slice(0, 3)}-b${digest.slice(0, 3)}-${digest.slice(3, 15)}`
}
