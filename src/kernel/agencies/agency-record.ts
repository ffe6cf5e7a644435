import { createHash } from 'node:crypto'
import type { Certainty } from './domains.ts'

/**
 * An agency as plain data, before it is entered as a stream. `key` is stable and readable (`gia-lai/so-khcn`);
 * `validFrom` and `validUntil` are ISO dates, both included; successors take over the day after `validUntil`.
 */
export type AgencyRecord = {
  readonly key: string
  readonly typeId: string
  readonly name: string
  readonly shortName: string
  /** Names that the same body had before. */
  readonly formerNames: readonly string[]
  /** Other names in use for it, besides name and short name. */
  readonly aliases: readonly string[]
  /** Official code of today's area, or `f:…` of a former one. */
  readonly areaCode: string
  readonly parentKey: string | null
  readonly validFrom: string
  readonly validUntil: string | null
  readonly successorKeys: readonly string[]
  readonly certainty: Certainty
}

const NAMESPACE = Buffer.from('5b3f0c6e8d1a4f57a2c49e60d7b81f23', 'hex')

/** The agency's id: a name-based UUID (version 5, RFC 9562) of its key, the same on every installation. */
export function agencyId(key: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(key, 'utf8').digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
