import type { Bilingual, Field, Span } from './draft.ts'

/** A party as the text names it, with the position that signs for it where one was found. */
export interface RegulationParty {
  name: string
  span: Span
  position: string | null
}

export interface RegulationClause extends Span {
  /** Number within its article, from 1. */
  ordinal: number
  /** Without its marker; the points of a clause keep their lines. */
  text: string
}

export interface RegulationArticle extends Span {
  ordinal: number
  /** "Chương II. Nội dung phối hợp", or null. */
  chapter: string | null
  heading: string
  clauses: RegulationClause[]
}

export type ReplyTime = { amount: number; unit: 'hour' | 'day' | 'working-day' }

/** Who tells whom what; names as the parties are called above, null where the sentence names none or all. */
export interface ExchangeReading extends Span {
  content: string
  from: string | null
  to: string | null
  channel: string
  replyTime: ReplyTime | null
}

/** Months are empty where the text tells how often but not when. */
export interface BriefingReading extends Span {
  months: number[]
  hosts: string[]
  firstHost: string | null
  extraordinary: boolean
}

export interface ReviewReading extends Span {
  preliminaryYearly: boolean
  finalEveryYears: number | null
}

/** Days as ISO dates; `from` null where it is the day of signing or not stated. */
export interface TermReading extends Span {
  from: string | null
  until: string | null
}

/** Where the text says who is asked: "Công an tỉnh giao Phòng … làm đầu mối". `party` null where it is not clear whose. */
export interface ContactReading extends Span {
  party: string | null
  title: string
}

/** What was read of a coordination regulation. Nothing here holds before an officer confirms it. */
export interface RegulationDraft {
  /** The normalised text that spans point into. */
  text: string
  title: Field<string | null>
  number: Field<string | null>
  /** Day of signing, ISO date. */
  signedOn: Field<string | null>
  parties: RegulationParty[]
  articles: RegulationArticle[]
  exchange: ExchangeReading[]
  briefing: BriefingReading | null
  review: ReviewReading | null
  funding: Field<string | null>
  term: TermReading | null
  contactPoints: ContactReading[]
  /** What an officer must look at, by the part it concerns. */
  doubts: { field: string; text: Bilingual }[]
}
