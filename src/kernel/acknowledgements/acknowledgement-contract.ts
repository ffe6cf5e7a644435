import { z } from 'zod'
import { instant, localDay } from '../clocks/given-times.ts'
import type { EventSpec, LoggedEvent } from '../streams/decider.ts'

const id = z.uuid()
const day = localDay

/** Payloads of the commands by which a party's leader has its officers read. */
export const acknowledgementPayloads = {
  /** Every officer in a post of the agency, or of these units of it. Asked again, it replaces what was asked before. */
  require: z
    .object({ all: z.boolean(), unitIds: z.array(id).max(500).default([]), dueOn: day.nullable().default(null) })
    .refine((given) => given.all || given.unitIds.length > 0, { path: ['unitIds'] }),
  remind: z.object({}),
  stop: z.object({}),
} as const

export const acknowledgementSchemas = {
  'acknowledgement.required': z.object({
    all: z.boolean(),
    unitIds: z.array(id),
    dueOn: day.nullable(),
    due: z.object({ dueAt: instant, soonAt: instant }).nullable(),
  }),
  /** How many were reminded; who they are is kept nowhere but in their own readings. */
  'acknowledgement.reminded': z.object({ count: z.int() }),
  'acknowledgement.stopped': z.object({}),
} as const

export type AcknowledgementEvent = {
  [K in keyof typeof acknowledgementSchemas]: { type: K; data: z.infer<(typeof acknowledgementSchemas)[K]> }
}[keyof typeof acknowledgementSchemas]
export type LoggedAcknowledgementEvent = LoggedEvent<AcknowledgementEvent>

export const acknowledgementEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(acknowledgementSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)

/** Whom one agency asks to read the text of one case. Who has to read follows from posts, units and the version that stands. */
export type AcknowledgementState = {
  agencyId: string
  active: boolean
  all: boolean
  unitIds: string[]
  dueOn: string | null
  remindedAt: string | null
  erased: boolean
}
