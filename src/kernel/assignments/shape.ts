import { z } from 'zod'
import { instant, localDay } from '../clocks/given-times.ts'

export { instant }

/** How often an assignment wants an answer. The last three never end by themselves. */
export const SHAPES = ['once', 'recurring', 'continuous', 'on-event'] as const
export type Shape = (typeof SHAPES)[number]

/** Reporting rhythm of the shapes that have periods. */
export const RECURRENCES = ['monthly', 'quarterly', 'six-monthly', 'yearly'] as const
export type Recurrence = (typeof RECURRENCES)[number]

/** The rhythm of a shape with periods whose text names none: provincial regulations report twice a year. */
export const DEFAULT_RECURRENCE: Recurrence = 'six-monthly'

/** How the order asks: giao (subordinates), yêu cầu (enterprises and others), đề nghị (bodies outside the hierarchy). */
export const VERBS = ['giao', 'yeu-cau', 'de-nghi'] as const
export type Verb = (typeof VERBS)[number]

export const hasPeriods = (shape: Shape): boolean => shape !== 'once'

export const day = localDay

export const id = z.uuid()

/** A limit as the document words it. `inclusive` false for "trước ngày", true for "đến hết ngày"; no date where the words name none. */
export const statedDeadline = z.object({ words: z.string().max(300), date: day.nullable(), inclusive: z.boolean() })
export type StatedDeadline = z.infer<typeof statedDeadline>
