import { z } from 'zod'
import { instant, localDay } from '../../kernel/clocks/given-times.ts'
import type { EventSpec, LoggedEvent } from '../../kernel/streams/decider.ts'
import { agreementAssignment } from './contract.ts'
import { agreementText } from './text-contract.ts'

const id = z.uuid()
const day = localDay
const text = z.string()
const n = z.int()
const due = z.object({ dueAt: instant, soonAt: instant }).nullable()
/** A version as it is put to the parties; `signerIds` are those whose agreement and signature it needs. */
const put = { note: text, answerBy: day.nullable(), due, signerIds: z.array(id) }

/** Data of every event of an agreement, version 1. Days are those that facts took effect on. */
export const agreementSchemas = {
  'agreement.created': z.object({ text: agreementText, caseNumber: text, areaCode: text.nullable() }),
  'agreement.edited': z.object({ text: agreementText }),
  'agreement.sent': z.object(put),
  'agreement.discarded': z.object({ reason: text }),
  'agreement.revised': z.object({ text: agreementText, ...put }),
  'agreement.commented': z.object({ commentId: id, version: n, clauseId: id.nullable(), text }),
  'agreement.resolved': z.object({ commentId: id, answer: text }),
  'agreement.agreed': z.object({ version: n, on: day }),
  'agreement.agreementWithdrawn': z.object({ version: n, reason: text }),
  /** A record of signing; `formerId` is the body that signed, where another answers today. */
  'agreement.signed': z.object({
    version: n,
    position: text,
    on: day,
    fileId: id.nullable(),
    unitId: id.nullable(),
    formerId: id.nullable(),
  }),
  /** All parties have signed the version. */
  'agreement.cameIntoForce': z.object({ version: n, from: day, signedOn: day }),
  'agreement.scanAttached': z.object({ fileId: id, number: text.nullable() }),
  'agreement.proposed': z.object({ text: agreementText, ...put }),
  'agreement.proposalWithdrawn': z.object({ reason: text }),
  'agreement.endProposed': z.object({ reason: text, on: day, replacedBy: id.nullable() }),
  'agreement.endAgreed': z.object({}),
  'agreement.endRefused': z.object({ reason: text }),
  'agreement.ended': z.object({ on: day, reason: text, replacedBy: id.nullable() }),
  'agreement.succeeded': z.object({ agencyId: id, successorId: id }),
  'agreement.assigned': z.object({
    clauseId: id,
    assignment: agreementAssignment,
    ordinal: n,
    dueAt: instant.nullable(),
    on: day,
  }),
  'agreement.assignmentCancelled': z.object({ assignmentId: id, reason: text }),
  'agreement.tied': z.object({ clauseId: id, caseId: id, note: text, on: day }),
  'agreement.untied': z.object({ clauseId: id, caseId: id }),
  'agreement.evidenceAdded': z.object({ evidenceId: id, clauseId: id, title: text, text, fileIds: z.array(id), on: day }),
  'agreement.evidenceWithdrawn': z.object({ evidenceId: id, reason: text }),
} as const

export type AgreementEventType = keyof typeof agreementSchemas
export type AgreementData<K extends AgreementEventType> = z.infer<(typeof agreementSchemas)[K]>
export type AgreementEvent = { [K in AgreementEventType]: { type: K; data: AgreementData<K> } }[AgreementEventType]
export type LoggedAgreementEvent = LoggedEvent<AgreementEvent>

export const agreementEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(agreementSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)
