/**
 * What a directive is made of, and what may be asked of it. Screens import this file, so it holds zod schemas and types alone.
 * Days are 'YYYY-MM-DD' in Viet Nam, moments ISO 8601 UTC instants, ids UUIDs.
 */
import { z } from 'zod'
import type { Recurrence, Shape, StatedDeadline, Verb } from '../../kernel/assignments/shape.ts'
import { instant, localDay } from '../../kernel/clocks/given-times.ts'

const id = z.uuid()
const day = localDay

/** Types of document of Decree 30/2020 that carry orders, as the intake names them. */
export const DOCUMENT_TYPES = [
  'cong-van',
  'ke-hoach',
  'quyet-dinh',
  'chi-thi',
  'quy-che',
  'bien-ban',
  'bao-cao',
  'thong-bao',
  'nghi-quyet',
  'thong-tu',
  'other',
] as const
export const URGENCIES = ['normal', 'khan', 'thuong-khan', 'hoa-toc'] as const
/** TM. (for a collective), KT. (deputy for head), TL. (by order), TUQ. (by authorisation), Q. (acting). */
export const CAPACITIES = ['TM', 'KT', 'TL', 'TUQ', 'Q'] as const
export const STATUSES = ['draft', 'issued', 'closed', 'replaced', 'discarded'] as const

export const directiveDocument = z.object({
  type: z.enum(DOCUMENT_TYPES),
  /** Number and symbol, for example "1009/UBND-KGVX"; empty while a draft does not know it. */
  number: z.string().trim().max(100),
  date: day.nullable(),
  /** The date in the document's words where it names no year. */
  dateWords: z.string().max(200).nullable(),
  place: z.string().max(200),
  issuerId: id.nullable(),
  issuerName: z.string().max(300),
  subject: z.string().trim().max(1000),
  urgency: z.enum(URGENCIES),
  /** The office that signed; the person is not kept. */
  signer: z.object({ capacity: z.enum(CAPACITIES).nullable(), position: z.string().max(200) }).nullable(),
  legalBases: z.array(z.string().max(500)).max(100),
  fileId: id.nullable(),
  /** The normalised text that spans point into. */
  sourceText: z.string().max(1_000_000).nullable(),
})
export type DirectiveDocument = z.infer<typeof directiveDocument>

const as = z.string().max(500)
/** Who is meant: one agency, a class resolved on the day of issue, or a name that nobody has mapped yet. `as` is the name as written. */
export const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: id, as }),
  z.object({
    kind: z.literal('class'),
    typeIds: z.array(z.string().min(1).max(100)).min(1).max(50),
    areaCode: z.string().max(20).nullable(),
    as,
  }),
  z.object({ kind: z.literal('unknown'), as }),
])
export type Target = z.infer<typeof target>

const SHAPE_VALUES = ['once', 'recurring', 'continuous', 'on-event'] as const satisfies readonly Shape[]
const RECURRENCE_VALUES = ['monthly', 'quarterly', 'six-monthly', 'yearly'] as const satisfies readonly Recurrence[]
const VERB_VALUES = ['giao', 'yeu-cau', 'de-nghi'] as const satisfies readonly Verb[]
const deadline = z.object({
  words: z.string().max(300),
  date: day.nullable(),
  inclusive: z.boolean(),
}) satisfies z.ZodType<StatedDeadline>

/** One order of the document as an officer checks it. */
export const directiveAssignment = z.object({
  id,
  ordinal: z.int().min(1).max(10_000),
  verb: z.enum(VERB_VALUES),
  content: z.string().trim().max(20_000),
  leads: z.array(target).max(5_000),
  coordinating: z.array(target).max(5_000),
  /** Where it stands in `sourceText`, in UTF-16 units. */
  span: z.object({ start: z.int().min(0), end: z.int().min(0) }).nullable(),
  quote: z.string().max(20_000),
  deadline: deadline.nullable(),
  shape: z.enum(SHAPE_VALUES),
  recurrence: z.enum(RECURRENCE_VALUES).nullable(),
  /** An officer has read it and vouches for it; nothing is assigned unread. */
  confirmed: z.boolean(),
  /** What the reading is unsure of, and why. */
  unsure: z.array(z.object({ code: z.string().max(100), text: z.object({ vi: z.string().max(500), en: z.string().max(500) }) })).max(20),
})
export type DirectiveAssignment = z.infer<typeof directiveAssignment>

const recipients = z.array(id).max(5_000)
const assignments = z.array(directiveAssignment).max(500)
const reason = z.string().trim().min(1).max(2_000)
const note = z.string().trim().max(2_000)

/** Payloads of the commands, by name. */
export const payloads = {
  create: z.object({ document: directiveDocument, recipients, assignments }),
  edit: z.object({ document: directiveDocument.optional(), recipients: recipients.optional(), assignments: assignments.optional() }),
  issue: z.object({}),
  addAssignment: z.object({ assignment: directiveAssignment }),
  cancelAssignment: z.object({ assignmentId: id, reason }),
  amendBy: z.object({ caseId: id, note }),
  replaceBy: z.object({ caseId: id, note }),
  close: z.object({ summary: z.string().trim().min(1).max(20_000) }),
  discard: z.object({}),
} as const
export type CommandName = keyof typeof payloads
export type Payload<N extends CommandName> = z.infer<(typeof payloads)[N]>

/** What an issued assignment became: who answers for it and by when. `dueAt` null where the text sets no limit. */
export const resolvedAssignment = z.object({
  assignmentId: id,
  leadIds: z.array(id),
  coordinatingIds: z.array(id),
  dueAt: instant.nullable(),
})
export type ResolvedAssignment = z.infer<typeof resolvedAssignment>

export type DirectiveAssignmentState = DirectiveAssignment & {
  /** Short title, at most 120 characters. */
  title: string
  /** Null while it is a draft. */
  resolved: Omit<ResolvedAssignment, 'assignmentId'> | null
  cancelled: { at: string; reason: string } | null
}

/** The state of a directive as GET /api/cases/:id sends it in `state`. */
export type DirectiveState = {
  status: 'none' | (typeof STATUSES)[number]
  ownerAgencyId: string
  /** Official code of the area that the issuer works in; null while a draft. */
  areaCode: string | null
  /** The officer who drafts it. */
  drafterId: string
  createdAt: string
  issuedAt: string | null
  closedAt: string | null
  document: DirectiveDocument
  recipients: string[]
  /** Agencies that take part without leading anything. */
  informedIds: string[]
  assignments: DirectiveAssignmentState[]
  amendedBy: { caseId: string; note: string; at: string }[]
  replacedBy: { caseId: string; note: string; at: string } | null
  summary: string | null
  /** The case's key was destroyed: only dates and ids are left. */
  erased: boolean
}
