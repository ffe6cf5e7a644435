/**
 * What an agreement (quy chế phối hợp) is made of, and what may be asked of it. Screens import this file and text-contract.ts, so they
 * hold zod schemas and types alone. Days are 'YYYY-MM-DD' in Viet Nam, moments ISO 8601 UTC instants, ids UUIDs.
 */
import { z } from 'zod'
import type { Recurrence, Shape, StatedDeadline, Verb } from '../../kernel/assignments/shape.ts'
import { localDay } from '../../kernel/clocks/given-times.ts'
import { agreementText, type AgreementText } from './text-contract.ts'

const id = z.uuid()
const day = localDay

export const STATUSES = ['draft', 'negotiating', 'signing', 'in-force', 'ended', 'replaced', 'discarded'] as const
export type AgreementStatus = (typeof STATUSES)[number]

const SHAPE_VALUES = ['once', 'recurring', 'continuous', 'on-event'] as const satisfies readonly Shape[]
const RECURRENCE_VALUES = ['monthly', 'quarterly', 'six-monthly', 'yearly'] as const satisfies readonly Recurrence[]
const VERB_VALUES = ['giao', 'yeu-cau', 'de-nghi'] as const satisfies readonly Verb[]
const deadline = z.object({ words: z.string().max(300), date: day.nullable(), inclusive: z.boolean() }) satisfies z.ZodType<StatedDeadline>

/** Work that a clause gives rise to. Leads and coordinating are parties, or subordinates of the agency that asks. */
export const agreementAssignment = z.object({
  id,
  verb: z.enum(VERB_VALUES),
  content: z.string().trim().min(1).max(20_000),
  leadIds: z.array(id).min(1).max(5_000),
  coordinatingIds: z.array(id).max(5_000),
  shape: z.enum(SHAPE_VALUES),
  recurrence: z.enum(RECURRENCE_VALUES).nullable(),
  deadline: deadline.nullable(),
})
export type AgreementAssignment = z.infer<typeof agreementAssignment>

const reason = z.string().trim().min(1).max(2_000)
const note = z.string().trim().max(2_000)
/** The version the officer has read; the command is refused where it is no longer the one negotiated. */
const version = z.int().min(1).max(10_000)
const fileIds = z.array(id).max(50)

/** Payloads of the commands, by name. `on` is the day it took effect, today where it is left out, never later than today. */
export const payloads = {
  // by the drafting party
  create: z.object({ text: agreementText }),
  edit: z.object({ text: agreementText }),
  send: z.object({ note: note.default(''), answerBy: day.nullable().default(null) }),
  discard: z.object({ reason: note.default('') }),
  /** A new version of what is negotiated: sent at once, it clears what was agreed and signed. */
  revise: z.object({ text: agreementText, note: note.default(''), answerBy: day.nullable().default(null) }),
  withdrawProposal: z.object({ reason }),
  // by each party, for itself alone
  comment: z.object({ version, clauseId: id.nullable(), text: z.string().trim().min(1).max(10_000) }),
  /** By the drafting party with an answer, or by the party that commented, to take it back. */
  resolve: z.object({ commentId: id, answer: note }),
  agree: z.object({ version, on: day.optional() }),
  withdrawAgree: z.object({ version, reason }),
  /** Records the signature of one's own agency: a record of signing, not a qualified signature. */
  sign: z.object({ version, position: z.string().trim().min(1).max(200), on: day.optional(), fileId: id.nullable().default(null) }),
  /** The signed scan, and the number it was given. */
  attachScan: z.object({ fileId: id, number: z.string().trim().min(1).max(100).nullable().default(null) }),
  /** An amendment: the next version, negotiated as the first was; the text in force stays in force until it is signed by all. */
  propose: z.object({ text: agreementText, note, answerBy: day.nullable().default(null) }),
  proposeEnd: z.object({ reason, on: day, replacedBy: id.nullable().default(null) }),
  agreeEnd: z.object({}),
  refuseEnd: z.object({ reason }),
  /** A party was merged: the body that took its place answers from now on. */
  succeed: z.object({ agencyId: id, successorId: id }),
  // while it is in force
  assign: z.object({ clauseId: id, assignment: agreementAssignment }),
  cancelAssignment: z.object({ assignmentId: id, reason }),
  tie: z.object({ clauseId: id, caseId: id, note: note.default('') }),
  untie: z.object({ clauseId: id, caseId: id }),
  /** A piece of work that one's own agency did for a clause. */
  addEvidence: z.object({
    clauseId: id,
    title: z.string().trim().min(1).max(300),
    text: z.string().trim().max(20_000).default(''),
    fileIds: fileIds.default([]),
    on: day.optional(),
  }),
  withdrawEvidence: z.object({ evidenceId: id, reason }),
} as const
export type CommandName = keyof typeof payloads
export type Payload<N extends CommandName> = z.infer<(typeof payloads)[N]>

/**
 * Where a version stands. draft: only its drafting party sees it. superseded: a later version of the same negotiation took its place.
 * past: it was in force once. withdrawn: its proposal was taken back.
 */
export type VersionStage = 'draft' | 'negotiating' | 'signing' | 'in-force' | 'past' | 'superseded' | 'withdrawn'

export type Signature = {
  agencyId: string
  unitId: string | null
  formerId: string | null
  position: string
  on: string
  recordedAt: string
  fileId: string | null
}

export type AgreementVersion = {
  n: number
  stage: VersionStage
  text: AgreementText
  /** The agency that drafts and revises it. */
  byAgencyId: string
  at: string
  sentAt: string | null
  note: string
  answerBy: string | null
  /** When answers are due and from when that counts as soon; null where no day was named. */
  due: { dueAt: string; soonAt: string } | null
  /** Agencies whose agreement and signature it needs: its own parties, and those of the text in force that it would leave out. */
  signerIds: string[]
  agreed: { agencyId: string; on: string }[]
  signatures: Signature[]
  inForceFrom: string | null
}

export type AgreementComment = {
  id: string
  version: number
  clauseId: string | null
  agencyId: string
  text: string
  at: string
  resolved: { byAgencyId: string; answer: string; at: string } | null
}

export type AssignmentState = AgreementAssignment & {
  ordinal: number
  /** At most 120 characters. */
  title: string
  clauseId: string
  /** The version in force when it was assigned. */
  version: number
  askerId: string
  on: string
  dueAt: string | null
  cancelled: { at: string; reason: string } | null
}

export type Tie = { clauseId: string; caseId: string; note: string; byAgencyId: string; on: string }

export type EvidenceEntry = {
  id: string
  clauseId: string
  agencyId: string
  title: string
  text: string
  fileIds: string[]
  on: string
  withdrawn: { at: string; reason: string } | null
}

export type Ending = { byAgencyId: string; reason: string; on: string; replacedBy: string | null; agreedIds: string[] }

/** The state of an agreement as GET /api/cases/:id sends it in `state`. */
export type AgreementState = {
  status: 'none' | AgreementStatus
  ownerAgencyId: string
  /** The officer who drafts the first version. */
  drafterId: string
  createdAt: string
  /** Number that the system gave, for example QC-2021-002. */
  caseNumber: string
  areaCode: string | null
  /** All versions, by n from 1. */
  versions: AgreementVersion[]
  /** n of the version in force (or last in force); null before the first. */
  current: number | null
  /** n of the version that is drafted or negotiated now. */
  proposal: number | null
  comments: AgreementComment[]
  assignments: AssignmentState[]
  ties: Tie[]
  evidence: EvidenceEntry[]
  scan: { fileId: string; byAgencyId: string; at: string } | null
  /** Number of the signed document, where it was given after signing. */
  signedNumber: string | null
  /** Day of the last signature of the first version in force. */
  signedOn: string | null
  ending: Ending | null
  ended: { on: string; reason: string; replacedBy: string | null } | null
  /** The case's key was destroyed: only dates and ids are left. */
  erased: boolean
}

export * from './text-contract.ts'
export type * from './views.ts'
