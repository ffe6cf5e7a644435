/** What the routes of agreements answer. Types only, shared with the screens. */
import type { AgencyRef, FileRef, Text } from '../../kernel/http/views.ts'
import type { AgreementText } from './text-contract.ts'

export type { AcknowledgementView, ReadingView, UnitCount } from '../../kernel/acknowledgements/views.ts'

export type WordPiece = { kind: 'same' | 'added' | 'removed'; text: string }
export type ClauseChange = 'same' | 'changed' | 'added' | 'removed'
export type ClauseComparison = {
  clauseId: string
  articleId: string
  /** "Điều 3, khoản 2" in the newer version, in the older one where it was removed. */
  label: Text
  change: ClauseChange
  before: string | null
  after: string | null
  /** The whole text in pieces, in reading order. */
  pieces: WordPiece[]
}
/** Another part of the text that differs (title, parties, exchange, briefing, review, funding, term, contact points). */
export type FieldComparison = { field: keyof AgreementText | 'headings'; name: Text; before: Text; after: Text }
/** GET /api/cases/:id/versions/compare?from=1&to=2 */
export type ComparisonView = {
  from: number
  to: number
  clauses: ClauseComparison[]
  fields: FieldComparison[]
  counts: Record<ClauseChange, number>
}

export type EvidencePeriod = { key: string; from: string; until: string; label: Text; current: boolean }

/** What was done for a clause. `case`: a tied case in which something happened in the period; `results` says how many. */
export type EvidenceItem = {
  kind: 'fulfilment' | 'case' | 'evidence'
  /** Id of the submission, of the tied case, or of the entry. */
  id: string
  on: string
  title: string
  /** What was written about it; empty for a tied case. */
  text: string
  agency: AgencyRef
  state: 'recorded' | 'submitted' | 'confirmed'
  caseId: string
  /** Set where the link leads to a fulfilment. */
  fulfilmentId: string | null
  results: number
  files: FileRef[]
}

export type ClauseEvidence = {
  clauseId: string
  articleId: string
  ordinal: number
  label: Text
  heading: string
  text: string
  domainIds: string[]
  /** The clause stands in a past version alone; work for it goes on. */
  past: boolean
  items: EvidenceItem[]
  /** The period before: how many, and the last one of them. */
  before: { count: number; last: { on: string; title: string } | null }
  /** The last work ever done for it up to the period's end. */
  lastOn: string | null
  /** How many half-years in a row, counted back from this period, have nothing; 0 where this one has something. */
  emptyPeriods: number
  /** Work that runs for it now. */
  running: { assignmentId: string; clauseId: string; title: string; done: number; total: number; overdue: number }[]
}
/** GET /api/cases/:id/evidence?from=&until= — the present half-year where no days are given. */
export type EvidenceView = {
  period: EvidencePeriod
  previous: EvidencePeriod
  /** Half-years from the day it came into force until today, newest first. */
  periods: EvidencePeriod[]
  clauses: ClauseEvidence[]
  totals: { clauses: number; withEvidence: number; items: number; itemsBefore: number }
  at: string
}

/** GET /api/cases/:id/evidence/table — clauses by period, oldest period first. GET …/evidence.xlsx is the same as a workbook. */
export type EvidenceTableView = {
  periods: EvidencePeriod[]
  rows: { clauseId: string; label: Text; text: string; past: boolean; counts: number[] }[]
  at: string
}

/** A place of the source text, in UTF-16 units. */
export type SourceSpan = { start: number; end: number }
export type AgreementDoubt = { field: string; text: Text }
/** POST /api/agreement/intake `{text}` or a file as raw bytes (`?name=`). Nothing is written but the file. */
export type AgreementIntakeView = {
  file: FileRef | null
  sourceText: string
  /** What `create` takes, with the parties that the directory knows. */
  text: AgreementText
  signedOn: string | null
  /** By id of article, clause and exchange rule, and under title, number, briefing, review, funding, term. */
  spans: Record<string, SourceSpan>
  /** Parties by name as written, and which agency each was taken for. */
  names: { as: string; agency: AgencyRef | null; note: Text | null }[]
  doubts: AgreementDoubt[]
}

/** A briefing that is to come: its month, the last day of it, and whose turn it is to host. */
export type BriefingView = { year: number; month: number; until: string; workingDays: number; host: AgencyRef }
/**
 * GET /api/cases/:id/agreement-clock — when data is cut next and the briefing that is held on it. `workingDays`: those after today up to
 * the day, that day included. `passed`: data was cut and the briefing of this month is still to come. `later`: the turns after the next.
 */
export type AgreementClockView = {
  today: string
  cutoff: { day: string; workingDays: number; passed: boolean } | null
  briefing: BriefingView | null
  later: BriefingView[]
}
