import type { NamedSpan, Span } from './draft.ts'
import type { AgencyList } from './agencies-in-text.ts'
import type { Word } from './words.ts'

/** How the lead is told: by an order verb, as the subject, or not at all (carried over from before). */
export type LeadForm = 'order' | 'subject' | 'none'

/** What one clause orders. */
export interface ClauseOrder {
  form: LeadForm
  lead: NamedSpan[]
  verb: string | null
  verbSpan: Span | null
  /** Offset in the document where the act begins. */
  actStart: number
  /** Bodies that give the order ("UBND tỉnh yêu cầu …"). */
  issuer: NamedSpan[]
}

/** An act without a body: the one above or before must do it. */
export function bare(word: Word): ClauseOrder {
  return { form: 'none', lead: [], verb: null, verbSpan: null, actStart: word.start, issuer: [] }
}

/** Bodies told to act as the subject of the sentence. */
export function subject(list: AgencyList, act: Word): ClauseOrder {
  return { form: 'subject', lead: list.names, verb: null, verbSpan: null, actStart: act.start, issuer: [] }
}
