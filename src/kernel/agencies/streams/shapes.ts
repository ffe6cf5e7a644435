import { z } from 'zod'
import { localDay } from '../../clocks/given-times.ts'

export const day = localDay

export const id = z.uuid()

/** A short text as an officer writes it: trimmed, composed, one line. */
export const line = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)

/** A personal value as an event keeps it. */
export const personalValue = z.object({ personal: z.literal(true), subject: id, value: z.string().nullable() })

export const RIGHTS = ['draft', 'issue', 'answer', 'directory'] as const
export const CERTAINTIES = ['sourced', 'general', 'unverified'] as const
