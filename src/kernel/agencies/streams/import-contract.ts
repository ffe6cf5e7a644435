import { z } from 'zod'
import type { CommandSpec, EventSpec } from '../../streams/decider.ts'
import { CERTAINTIES, day } from './shapes.ts'

/** As AgencyRecord: plain data of a kept package, keyed by readable keys. */
const agency = z.object({
  key: z.string().min(1).max(300),
  typeId: z.string(),
  name: z.string().min(1),
  shortName: z.string().min(1),
  formerNames: z.array(z.string()),
  aliases: z.array(z.string()),
  areaCode: z.string(),
  parentKey: z.string().nullable(),
  validFrom: day,
  validUntil: day.nullable(),
  successorKeys: z.array(z.string()),
  certainty: z.enum(CERTAINTIES),
})

const mandate = z.object({ agencyKey: z.string(), domainId: z.string(), areaCode: z.string(), from: day, until: day.nullable() })

export const directoryEvents = {
  /** `agencies` and `mandates`: how many were new. */
  'directory.imported': { version: 1, schema: z.object({ source: z.string(), agencies: z.int(), mandates: z.int() }) },
} as const satisfies Record<string, EventSpec>

export type DirectoryEvent = { type: 'directory.imported'; data: z.infer<(typeof directoryEvents)['directory.imported']['schema']> }

export const importPayload = z.object({
  source: z.string().min(1).max(200),
  agencies: z.array(agency).max(50_000),
  mandates: z.array(mandate).max(50_000).default([]),
})
export type ImportPayload = z.infer<typeof importPayload>
export type ImportedAgency = z.infer<typeof agency>
export type ImportedMandate = z.infer<typeof mandate>

export const directoryCommands = {
  import: {
    payload: importPayload,
    creates: true,
    internal: true,
    large: true,
    summary: { vi: 'Nhập danh bạ', en: 'Import the directory' },
  },
} as const satisfies Record<string, CommandSpec>
