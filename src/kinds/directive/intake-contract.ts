/**
 * What the intake routes answer. Types only, shared with the screens. Offsets are UTF-16 units of `document.sourceText`.
 */
import type { AgencyRef, FileRef, Text } from '../../kernel/http/views.ts'
import type { DirectiveAssignment, DirectiveDocument, Target } from './contract.ts'

/** The payload of the directive's command `create`. */
export type DirectivePayload = { document: DirectiveDocument; recipients: string[]; assignments: DirectiveAssignment[] }

/** What a name as written stands for, and what an officer should know before confirming it. */
export type NameReading = {
  /** The name as written. */
  as: string
  /** Empty where nothing in the name is known. */
  targets: Target[]
  /** The first agencies meant, at most eight; `count` is of all. */
  agencies: AgencyRef[]
  count: number
  /** "kế thừa Sở TT&TT từ 01/3/2025", "135 cơ quan, tỉnh Gia Lai". */
  note: Text | null
  /** The words leave more than one reading. */
  ambiguous: boolean
  /** "các cơ quan liên quan": nobody in particular is named. */
  openEnded: boolean
  /** The words in it that name nobody in particular; all of them, or what stands beside names in a list. */
  open: string[]
  /** Close names, where it is unknown or only partly known. */
  suggestions: AgencyRef[]
}

/** Which of the document's fields was read without certainty, and why. */
export type FieldDoubt = {
  field: 'type' | 'number' | 'date' | 'place' | 'issuer' | 'subject' | 'urgency' | 'signer' | 'legalBases'
  text: Text
}

/** POST /api/intake */
export type IntakeView = {
  /** The original as it was kept; null for pasted text. */
  file: FileRef | null
  /** press: a report that retells a document. */
  genre: 'official' | 'press'
  payload: DirectivePayload
  doubts: FieldDoubt[]
  /** By name as written, for every name in the payload's targets. */
  readings: Record<string, NameReading>
}

/** POST /api/intake/names `{names, ids, issuerId, date}` */
export type NamesView = { readings: Record<string, NameReading>; agencies: AgencyRef[] }
