import { z } from 'zod'
import type { CommandSpec, EventSpec } from '../../streams/decider.ts'
import { day, id, line } from './shapes.ts'

export const mandateEvents = {
  'mandate.created': {
    version: 1,
    schema: z.object({
      domain: z.string(),
      areaCode: z.string(),
      agencyId: id,
      from: day,
      until: day.nullable(),
      basis: z.string().nullable(),
      predecessorId: id.nullable(),
    }),
  },
  /** It goes on as another mandate the day after `until`. */
  'mandate.transferred': { version: 1, schema: z.object({ until: day, toAgencyId: id, successorId: id, basis: z.string().nullable() }) },
  'mandate.ended': { version: 1, schema: z.object({ until: day }) },
} as const satisfies Record<string, EventSpec>

type Specs = typeof mandateEvents
export type MandateEvent = { [T in keyof Specs]: { type: T; data: z.infer<Specs[T]['schema']> } }[keyof Specs]

/** The decision or law that gives the duty, as its number is cited. */
const basis = line(300).nullable().default(null)

export const mandatePayloads = {
  create: z.object({ domain: z.string().max(100), areaCode: z.string().max(100), agencyId: id, from: day, basis }),
  /** From a day on another agency holds it; the holder's last day is the day before. */
  transfer: z.object({ toAgencyId: id, on: day, basis }),
  /** `on` is its last day; nobody follows. */
  end: z.object({ on: day }),
} as const

export const mandateCommands = {
  create: { payload: mandatePayloads.create, creates: true, summary: { vi: 'Giao nhiệm vụ quản lý', en: 'Give a mandate' } },
  transfer: { payload: mandatePayloads.transfer, summary: { vi: 'Chuyển giao', en: 'Hand over' } },
  end: { payload: mandatePayloads.end, summary: { vi: 'Kết thúc', en: 'End' } },
} as const satisfies Record<string, CommandSpec>
