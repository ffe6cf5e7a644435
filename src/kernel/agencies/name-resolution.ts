import type { AreaKind } from './areas.ts'
import type { Suggestion } from './name-suggestions.ts'

/** Where a name stands: who wrote it, and when. */
export type NameContext = {
  /** The issuer's area: an official code, `VN`, or a former area's code. */
  readonly areaCode: string
  /** The document's day (ISO date), or null when it states none. */
  readonly date: string | null
  /** The day on which the answer must exist; null or left out for the agencies that have no last day. */
  readonly asOf?: string | null
}

/** Why nothing, or not all, was found. */
export type NameReason = 'empty' | 'unknown' | 'open-ended' | 'ended-without-successor' | 'partly-unknown'

export type Bilingual = { readonly vi: string; readonly en: string }

/** What a name as written stands for. */
export type NameResolution = {
  readonly written: string
  /** Keys of the agencies that answer today (or on `asOf`). */
  readonly agencies: readonly string[]
  /** Keys of the agencies that the words name, ended ones included; empty for a class. */
  readonly named: readonly string[]
  readonly via: 'name' | 'short' | 'former' | 'class' | null
  readonly class?: {
    readonly typeId: string
    readonly typeIds: readonly string[]
    readonly areaCode: string
    readonly kinds: readonly AreaKind[] | null
  }
  /** An officer must look: the words leave more than one reading. */
  readonly ambiguous: boolean
  readonly note: Bilingual | null
  readonly reason: NameReason | null
  readonly suggestions: readonly Suggestion[]
  /** One resolution for each name of a list; empty for a single name. */
  readonly parts: readonly NameResolution[]
}

/** A resolution with nothing in it, to be filled. */
export function emptyResolution(written: string, reason: NameReason | null): NameResolution {
  return { written, agencies: [], named: [], via: null, ambiguous: false, note: null, reason, suggestions: [], parts: [] }
}
