import { z } from 'zod'
import type { EventSpec, LoggedEvent } from '../../kernel/streams/decider.ts'
import { directiveAssignment, directiveDocument, resolvedAssignment } from './contract.ts'

const id = z.uuid()
const recipients = z.array(id)
const assignments = z.array(directiveAssignment)

/** Data of every event of a directive, version 1. */
export const directiveSchemas = {
  'directive.created': z.object({ document: directiveDocument, recipients, assignments }),
  'directive.edited': z.object({
    document: directiveDocument.optional(),
    recipients: recipients.optional(),
    assignments: assignments.optional(),
  }),
  /** Who answers for what, as classes and divisions were resolved on the day of issue. */
  'directive.issued': z.object({ resolved: z.array(resolvedAssignment), informedIds: z.array(id), areaCode: z.string().nullable() }),
  'directive.assignmentAdded': z.object({ assignment: directiveAssignment, resolved: resolvedAssignment }),
  'directive.assignmentCancelled': z.object({ assignmentId: id, reason: z.string() }),
  'directive.amended': z.object({ caseId: id, note: z.string() }),
  'directive.replaced': z.object({ caseId: id, note: z.string() }),
  'directive.closed': z.object({ summary: z.string() }),
  'directive.discarded': z.object({}),
} as const

export type DirectiveEventType = keyof typeof directiveSchemas
export type DirectiveData<K extends DirectiveEventType> = z.infer<(typeof directiveSchemas)[K]>
export type DirectiveEvent = { [K in DirectiveEventType]: { type: K; data: DirectiveData<K> } }[DirectiveEventType]
export type LoggedDirectiveEvent = LoggedEvent<DirectiveEvent>

export const directiveEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(directiveSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)
