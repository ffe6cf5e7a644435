import { z } from 'zod'
import { instant, localDay } from '../../clocks/given-times.ts'
import type { EventSpec, LoggedEvent } from '../../streams/decider.ts'

const id = z.uuid()
const text = z.string().normalize('NFC').trim()
/** Words that must say something. */
const words = text.min(5).max(1000)

/** One request as it reaches a case: who typed which number, and why. */
const asked = z.object({ requestId: id, agencyId: id, officerId: id, number: z.string(), reason: z.string(), at: instant })

export const accessPayloads = {
  ask: asked.extend({ ownerAgencyId: id }),
  /** To read until the end of a day, or without an end. */
  grant: z.object({ until: localDay.nullable().default(null), note: text.max(1000).default('') }),
  /** Told: the agency that asked learns that there is such a case. */
  refuse: z.object({ reason: words }),
  /** Never told; the words are for one's own record. */
  leave: z.object({ reason: text.max(1000).default('') }),
  withdraw: z.object({ reason: words }),
  end: z.object({}),
} as const

export const accessSchemas = {
  'access.asked': asked.extend({ ownerAgencyId: id }),
  'access.repeated': asked,
  /** `agencyId`: the agency that asked, in each answer. */
  'access.granted': z.object({ agencyId: id, until: localDay.nullable(), endsAt: instant.nullable(), note: z.string() }),
  'access.refused': z.object({ agencyId: id, reason: z.string() }),
  'access.left': z.object({ agencyId: id, reason: z.string() }),
  'access.withdrawn': z.object({ agencyId: id, reason: z.string() }),
  'access.ended': z.object({ agencyId: id }),
} as const

export type AccessEvent = {
  [K in keyof typeof accessSchemas]: { type: K; data: z.infer<(typeof accessSchemas)[K]> }
}[keyof typeof accessSchemas]
export type LoggedAccessEvent = LoggedEvent<AccessEvent>

export const accessEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(accessSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)

export const ACCESS_STANDS = ['none', 'asked', 'granted', 'refused', 'left', 'withdrawn', 'ended'] as const
export type AccessStand = (typeof ACCESS_STANDS)[number]

/** What one agency asks of one case, and what the agency that runs it answered. Moments are ISO instants, `until` a day in Viet Nam. */
export type AccessState = {
  stand: AccessStand
  agencyId: string
  ownerAgencyId: string
  number: string
  /** The same agency may ask again before it is answered; one answer is for all. */
  requests: { id: string; officerId: string; reason: string; at: string }[]
  until: string | null
  endsAt: string | null
  /** The note of a grant, the reason of a refusal or withdrawal. */
  words: string
  answeredAt: string | null
  erased: boolean
}
