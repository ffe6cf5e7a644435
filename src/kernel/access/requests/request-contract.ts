import { z } from 'zod'
import { instant } from '../../clocks/given-times.ts'
import type { EventSpec, LoggedEvent } from '../../streams/decider.ts'

const text = z.string().normalize('NFC').trim()

/** What an officer types: a number as it stands on a document ('1009/UBND-KGVX', 'QC-2026-004') and why the agency needs to read it. */
export const sendPayload = z.object({
  number: text.min(2).max(60).regex(/\d/),
  reason: text.min(5).max(1000),
})

const sentSchema = z.object({ requestId: z.uuid(), number: z.string(), reason: z.string() })

export type AccessRequestEvent = { type: 'accessRequest.sent'; data: z.infer<typeof sentSchema> }
export type LoggedAccessRequestEvent = LoggedEvent<AccessRequestEvent>

export const accessRequestEvents: Record<string, EventSpec> = { 'accessRequest.sent': { version: 1, schema: sentSchema } }

/** The requests of one agency within the last day that was counted; older ones stand in the log alone. */
export const accessRequestState = z.object({ sent: z.array(z.object({ at: instant, officerId: z.uuid() })) })
export type AccessRequestState = z.infer<typeof accessRequestState>
