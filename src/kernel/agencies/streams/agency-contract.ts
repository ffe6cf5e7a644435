import { z } from 'zod'
import type { CommandSpec, EventSpec } from '../../streams/decider.ts'
import { CERTAINTIES, day, id, line } from './shapes.ts'

/** A name that the same agency had until a day (included); null where that day is not kept. */
export type FormerName = { name: string; shortName: string | null; until: string | null }
/** A superior that the agency had; both days included. */
export type FormerParent = { parentId: string | null; from: string; until: string }

const formerName = z.object({ name: z.string(), shortName: z.string().nullable(), until: day.nullable() })

/** Identifier of an organisation in the document exchange, for example `000.00.01.H22`: groups of digits and capitals, at most 35 characters (decision 20/2020/QD-TTg). */
const officialCode = z
  .string()
  .max(35)
  .regex(/^[0-9A-Z]+(\.[0-9A-Z]+)*$/)

export const agencyEvents = {
  'agency.created': {
    version: 1,
    schema: z.object({
      key: z.string(),
      typeId: z.string(),
      name: z.string(),
      shortName: z.string(),
      formerNames: z.array(formerName),
      aliases: z.array(z.string()),
      areaCode: z.string().nullable(),
      parentId: id.nullable(),
      validFrom: day,
      validUntil: day.nullable(),
      successorIds: z.array(id),
      certainty: z.enum(CERTAINTIES),
    }),
  },
  'agency.renamed': { version: 1, schema: z.object({ name: z.string(), shortName: z.string(), on: day }) },
  'agency.moved': { version: 1, schema: z.object({ parentId: id.nullable(), on: day }) },
  'agency.ended': { version: 1, schema: z.object({ on: day, successorIds: z.array(id) }) },
  'agency.identified': { version: 1, schema: z.object({ officialCode: z.string().nullable(), aliases: z.array(z.string()) }) },
} as const satisfies Record<string, EventSpec>

type Specs = typeof agencyEvents
export type AgencyEvent = { [T in keyof Specs]: { type: T; data: z.infer<Specs[T]['schema']> } }[keyof Specs]

const successors = z.array(id).max(20)

export const agencyPayloads = {
  /** A new body under an existing one, from a day on (today unless stated). */
  create: z.object({
    typeId: z.string().max(100),
    name: line(300),
    shortName: line(100),
    aliases: z.array(line(300)).max(20).default([]),
    areaCode: z.string().max(100).nullable(),
    parentId: id.nullable(),
    from: day.optional(),
  }),
  /** The same body under another name from a day on. */
  rename: z.object({ name: line(300), shortName: line(100), on: day }),
  /** Another superior from a day on. */
  move: z.object({ parentId: id.nullable(), on: day }),
  /** `on` is its last day; the successors take over the day after. */
  end: z.object({ on: day, successorIds: successors }),
  setIdentity: z.object({ officialCode: officialCode.nullable(), aliases: z.array(line(300)).max(20) }),
} as const

export const agencyCommands = {
  create: { payload: agencyPayloads.create, creates: true, summary: { vi: 'Thêm cơ quan', en: 'Add an agency' } },
  rename: { payload: agencyPayloads.rename, summary: { vi: 'Đổi tên cơ quan', en: 'Rename the agency' } },
  move: { payload: agencyPayloads.move, summary: { vi: 'Chuyển cơ quan cấp trên', en: 'Move the agency' } },
  end: { payload: agencyPayloads.end, summary: { vi: 'Kết thúc hoạt động', en: 'End the agency' } },
  setIdentity: { payload: agencyPayloads.setIdentity, summary: { vi: 'Sửa mã định danh, tên gọi khác', en: 'Set code and other names' } },
} as const satisfies Record<string, CommandSpec>
