import { z } from 'zod'
import type { CommandSpec, EventSpec } from '../../streams/decider.ts'
import { day, id, line, RIGHTS } from './shapes.ts'

export const postEvents = {
  'post.created': {
    version: 1,
    schema: z.object({ agencyId: id, unitId: id, title: z.string(), rights: z.array(z.enum(RIGHTS)), officerId: id.nullable(), from: day }),
  },
  'post.assigned': { version: 1, schema: z.object({ officerId: id, on: day }) },
  'post.vacated': { version: 1, schema: z.object({ on: day }) },
  'post.ended': { version: 1, schema: z.object({ on: day }) },
} as const satisfies Record<string, EventSpec>

type Specs = typeof postEvents
export type PostEvent = { [T in keyof Specs]: { type: T; data: z.infer<Specs[T]['schema']> } }[keyof Specs]

export const postPayloads = {
  /** `agencyId` answers; `unitId` is the division the post stands in (the agency itself where there is none). */
  create: z.object({
    agencyId: id,
    unitId: id.optional(),
    title: line(200),
    rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length),
    officerId: id.nullable().default(null),
    from: day.optional(),
  }),
  /** From a day on (today unless stated) another officer holds the post. */
  assign: z.object({ officerId: id, on: day.optional() }),
  /** From a day on nobody holds it. */
  vacate: z.object({ on: day.optional() }),
  /** `on` is its last day. */
  end: z.object({ on: day }),
} as const

export const postCommands = {
  create: { payload: postPayloads.create, creates: true, summary: { vi: 'Thêm chức vụ', en: 'Add a post' } },
  assign: { payload: postPayloads.assign, summary: { vi: 'Bổ nhiệm', en: 'Assign an officer' } },
  vacate: { payload: postPayloads.vacate, summary: { vi: 'Để trống chức vụ', en: 'Vacate the post' } },
  end: { payload: postPayloads.end, summary: { vi: 'Kết thúc chức vụ', en: 'End the post' } },
} as const satisfies Record<string, CommandSpec>
