import { z } from 'zod'
import type { Instant } from '../clocks/zone.ts'
import type { EventSpec, LoggedEvent } from '../streams/decider.ts'
import { day, id, instant, RECURRENCES, SHAPES, statedDeadline, VERBS } from './shape.ts'

/** A counted limit as it is kept: the moment, when it counts as soon, and the steps that explain the date. */
export const keptDue = z.object({
  dueAt: instant,
  soonAt: instant,
  lastDay: day,
  reason: z.array(z.looseObject({ step: z.string() })),
  calendarId: z.string(),
  ruleId: z.string(),
})
export type KeptDue = z.infer<typeof keptDue>

/** A reporting period: its days (both included), its name, and by when it wants its answer. */
export const keptPeriod = z.object({
  key: z.string(),
  from: day,
  until: day,
  label: z.object({ vi: z.string(), en: z.string() }),
  due: keptDue,
})
export type KeptPeriod = z.infer<typeof keptPeriod>

const text = z.string()
const fileIds = z.array(id)
/** Null for an assignment that is done once. */
const periodKey = z.string().nullable()

/** Data of every event of a fulfilment, version 1. Files are ids; texts are the officers' own words and stay in the sealed body. */
export const fulfilmentSchemas = {
  'fulfilment.assigned': z.object({
    assignmentId: id,
    ordinal: z.int(),
    title: text,
    content: text,
    verb: z.enum(VERBS),
    agencyId: id,
    askerId: id,
    coordinatingIds: z.array(id),
    shape: z.enum(SHAPES),
    recurrence: z.enum(RECURRENCES).nullable(),
    deadline: statedDeadline.nullable(),
    due: keptDue.nullable(),
    periods: z.array(keptPeriod),
    parentId: id.nullable(),
    instruction: text.nullable(),
    issuedAt: instant,
  }),
  'fulfilment.accepted': z.object({ note: text.nullable() }),
  'fulfilment.declined': z.object({ reason: text }),
  'fulfilment.upheld': z.object({ note: text }),
  'fulfilment.reported': z.object({ text, percent: z.int().nullable(), fileIds }),
  'fulfilment.submitted': z.object({ text, fileIds, periodKey, opened: z.array(keptPeriod) }),
  'fulfilment.withdrawn': z.object({ periodKey }),
  'fulfilment.nothingReported': z.object({ periodKeys: z.array(z.string()), opened: z.array(keptPeriod) }),
  'fulfilment.returned': z.object({ reason: text, periodKey }),
  'fulfilment.confirmed': z.object({ note: text.nullable(), periodKey }),
  'fulfilment.extensionAsked': z.object({ until: day, reason: text, periodKey }),
  'fulfilment.extensionGranted': z.object({ until: day, note: text.nullable(), due: keptDue, article: text, periodKey }),
  'fulfilment.extensionRefused': z.object({ reason: text }),
  'fulfilment.handedOn': z.object({
    officerId: id.nullable(),
    unitId: id.nullable(),
    instruction: text,
    due: keptDue.nullable(),
  }),
  'fulfilment.delegated': z.object({
    children: z.array(z.object({ id, agencyId: id, title: text, dueAt: instant.nullable() })),
    instruction: text.nullable(),
  }),
  'fulfilment.suspended': z.object({ reason: text, above: z.boolean() }),
  /** `due` and `dues` are the limits counted anew with the time that was lost. */
  'fulfilment.resumed': z.object({
    due: keptDue.nullable(),
    dues: z.array(z.object({ key: z.string(), due: keptDue })),
    above: z.boolean(),
  }),
  'fulfilment.cancelled': z.object({ reason: text }),
  'fulfilment.finished': z.object({}),
  'fulfilment.chased': z.object({ message: text.nullable() }),
  /** `follows`: the limit of the assignment above was drawn in. */
  'fulfilment.deadlineChanged': z.object({
    deadline: statedDeadline,
    due: keptDue,
    /** What the new limit is counted from, as it is cited. */
    article: text.nullable(),
    periodKey,
    reason: text,
    follows: z.boolean(),
    opened: z.array(keptPeriod),
  }),
} as const

export type FulfilmentEventType = keyof typeof fulfilmentSchemas
export type FulfilmentData<K extends FulfilmentEventType> = z.infer<(typeof fulfilmentSchemas)[K]>
export type FulfilmentEvent = { [K in FulfilmentEventType]: { type: K; data: FulfilmentData<K> } }[FulfilmentEventType]
export type LoggedFulfilmentEvent = LoggedEvent<FulfilmentEvent>

export const fulfilmentEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(fulfilmentSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)

/** Events that tell how an agency works inside; its timeline shows them, the timeline of those who asked does not. */
export const INTERNAL_EVENTS: readonly FulfilmentEventType[] = ['fulfilment.handedOn', 'fulfilment.delegated']

/** When an event took effect, as it is kept in states. */
export const effective = (event: { effectiveAt: Date }): Instant => event.effectiveAt.toISOString()
