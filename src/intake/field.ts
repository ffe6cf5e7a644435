import type { Bilingual, Field, Span } from './draft.ts'

export const sure = <T>(value: T, span: Span | null, confidence = 0.95): Field<T> => ({ value, span, confidence, unsure: null })
export const doubtful = <T>(value: T, span: Span | null, confidence: number, vi: string, en: string): Field<T> => ({
  value,
  span,
  confidence,
  unsure: { vi, en } satisfies Bilingual,
})
export const missing = (vi: string, en: string): Field<null> => doubtful(null, null, 0, vi, en)
