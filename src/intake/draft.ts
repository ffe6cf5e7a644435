/** A half-open stretch [start, end) of `IntakeDraft.text`, in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** The same short text in Vietnamese and English. */
export interface Bilingual {
  vi: string
  en: string
}

/** One value read from the source: where it stands, how sure the reading is (0..1) and, where unsure, why. */
export interface Field<T> {
  value: T
  span: Span | null
  confidence: number
  unsure: Bilingual | null
}

export type DocumentType =
  | 'cong-van'
  | 'ke-hoach'
  | 'quyet-dinh'
  | 'chi-thi'
  | 'quy-che'
  | 'bien-ban'
  | 'bao-cao'
  | 'thong-bao'
  | 'nghi-quyet'
  | 'thong-tu'
  | 'other'

/** Capacities of ND 30/2020 annex I: on behalf of, for the head, by order, by authorisation, acting. */
export type SigningCapacity = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.'

export type Urgency = 'express' | 'very-urgent' | 'urgent'

export type Recurrence = 'monthly' | 'quarterly' | 'six-monthly' | 'yearly'

/** continuous and on-event orders never end; each reporting period wants evidence or "nothing to report". */
export type AssignmentShape = 'once' | 'recurring' | 'continuous' | 'on-event'

/** The person's name stands apart from the position: only the position may be shown outside the case. */
export interface Signer {
  capacities: SigningCapacity[]
  position: string
  name: string | null
}

export interface NamedSpan {
  name: string
  span: Span
}

/** Words as written; `date` only where day, month and year all stand in the text (Asia/Ho_Chi_Minh). */
export interface DraftDeadline {
  words: string
  span: Span
  date: string | null
  /** false for "trước ngày": the named day itself is already late. */
  inclusive: boolean
}

export interface DraftAssignment {
  /** The order's verb: giao, yêu cầu, đề nghị, phân công … as written, lower case. */
  verb: string
  verbSpan: Span | null
  lead: NamedSpan[]
  coordinate: NamedSpan[]
  /** A short title made of the task's own words. */
  content: string
  /** The source sentence or item, white space folded. */
  quote: string
  start: number
  end: number
  deadline: DraftDeadline | null
  recurrence: Recurrence | null
  shape: AssignmentShape
  confidence: number
  unsure: Bilingual | null
}

/** What intake read from one document. Nothing here is in force before an officer confirms it. */
export interface IntakeDraft {
  /** The normalised source text that every span points into and that the screen shows. */
  text: string
  /** press: a report that retells a document; official: the document itself. */
  genre: 'official' | 'press'
  type: Field<DocumentType>
  number: Field<string | null>
  /** ISO date, or null with the words kept in `dateWords` where the year is missing. */
  date: Field<string | null>
  dateWords: string | null
  place: Field<string | null>
  issuer: Field<string | null>
  subject: Field<string | null>
  legalBases: Field<string>[]
  signer: Field<Signer | null>
  recipients: Field<string>[]
  urgency: Field<Urgency | null>
  assignments: DraftAssignment[]
}
