/**
 * The JSON that screens read. Types only: the web imports them with `import type`.
 * Moments are ISO 8601 UTC instants, days 'YYYY-MM-DD' in Viet Nam; ids are UUIDs; texts of the product come in both languages.
 */
import type { DeadlineStatus } from '../clocks/deadline-status.ts'
import type { Text } from '../problems/problem.ts'

export type { DeadlineStatus, Text }

/** RFC 9457 problem+json as this API sends it. `title`/`detail` follow Accept-Language, `text` has both languages. */
export type ProblemView = {
  type: string
  status: number
  code: string
  title: string
  detail: string
  text: Text
  [extra: string]: unknown
}

export type AgencyRef = { id: string; name: string; shortName: string; typeId: string; formerName?: string | null; since?: string | null }
export type OfficerRef = { id: string; title: string; name: string | null }

export type PostView = { id: string; agency: AgencyRef; unit: AgencyRef; title: string; rights: string[] }
/** GET /api/me */
export type MeView = {
  officerId: string
  name: string | null
  account: string
  post: PostView
  posts: PostView[]
  /** The province that the post's agency works in; null for central ones. */
  province: { code: string; name: string } | null
  now: string
  unread: number
  demo: boolean
}

/** May a command be given now; `reason` says why not. */
export type ActionView = {
  command: string
  allowed: boolean
  reason: { code: string; text: Text } | null
  version: number
  streamId: string
  streamType: string
}

/** A limit as the server sees it now. `nextChangeAt`: when the status or the day count changes by time alone. */
export type ClockView = {
  dueAt: string | null
  status: DeadlineStatus
  overdue: boolean
  workingDays: number | null
  suspendedSince: string | null
  nextChangeAt: string | null
}

/** `open`: what has no limit. */
export type DeskGroup = 'overdue' | 'today' | 'week' | 'later' | 'open'
export type DeskRow = {
  id: string
  streamId: string
  streamType: string
  version: number
  act: string
  title: string
  caseId: string
  caseKind: string
  caseNumber: string
  caseTitle: string
  asker: AgencyRef
  agency: AgencyRef
  verb: string
  officer: OfficerRef | null
  group: DeskGroup
  clock: ClockView
  since: string
}
/** GET /api/desk?scope=mine|unit|agency&kind=&after= — rows in due order; counts over all rows, not the page,
 * each to a thousand ("999+"). */
export type DeskView = { rows: DeskRow[]; counts: Record<DeskGroup, number>; next: string | null; at: string }
/** GET /api/desk/waiting?after= — what the agency waits for from others, grouped by case and act where many agencies owe the same. */
export type WaitingRow = {
  caseId: string
  caseNumber: string
  title: string
  agencies: AgencyRef[]
  count: number
  act: string
  clock: ClockView
  streamIds: string[]
}
export type WaitingView = { rows: WaitingRow[]; total: number; overdue: number; next: string | null }

export type CaseRow = {
  id: string
  kind: string
  number: string
  title: string
  status: string
  owner: AgencyRef
  role: 'owner' | 'lead' | 'coordinating' | 'informed' | 'adviser' | 'reader'
  documentDate: string | null
  updatedAt: string
  fields: Record<string, unknown>
  /** Counted when read, over the fulfilments the reader may see. */
  progress: { done: number; total: number; overdue: number } | null
}
/** GET /api/cases?kind=&status=&role=&from=&until=&after= — newest first, 50 a page, keyset cursor in `next`. */
export type CaseListView = { rows: CaseRow[]; next: string | null }

/** `sameType`: how many parties of the case have this role and this type of agency, this one included; more than are listed where there are many. */
export type PartyView = {
  agency: AgencyRef
  role: 'lead' | 'coordinating' | 'informed' | 'adviser'
  from: string
  until: string | null
  sameType: number
}

/** GET /api/cases/:id */
export type CaseView = {
  id: string
  streamType: string
  kind: string
  number: string
  title: string
  status: string
  version: number
  owner: AgencyRef
  role: CaseRow['role']
  documentDate: string | null
  createdAt: string
  updatedAt: string
  /** When this officer opened the case before, for "since you were last here". */
  lastSeenAt: string | null
  parties: PartyView[]
  partyCount: number
  /** The kind's own state as its contract defines it (for directive: document, assignments with spans). */
  state: unknown
  actions: ActionView[]
}

/** One agency's part of an assignment. */
export type FulfilmentView = {
  id: string
  caseId: string
  assignmentId: string
  ordinal: number
  parentId: string | null
  agency: AgencyRef
  asker: AgencyRef
  title: string
  shape: 'once' | 'recurring' | 'continuous' | 'on-event'
  state: string
  clock: ClockView
  acceptedAt: string | null
  submittedAt: string | null
  confirmedAt: string | null
  extensionAsked: boolean
  officer: OfficerRef | null
  unit: AgencyRef | null
  children: { done: number; total: number } | null
  fileCount: number
  version: number
}
/** GET /api/cases/:id/fulfilments?assignment=&agency=&status=&after= */
export type FulfilmentListView = { rows: FulfilmentView[]; next: string | null }
/** GET /api/cases/:id/progress?by= — one row per assignment with counts by status, and per agency; with `by=assignment` no `agencies`. */
export type ProgressView = {
  totals: Partial<Record<DeadlineStatus, number>>
  /** How many were accepted by their agency; cancelled ones do not count. */
  accepted: number
  /** The nearest limit that still runs among those not done, else the one longest overdue; null where none is set. */
  next: ClockView | null
  assignments: {
    assignmentId: string
    ordinal: number
    title: string
    shape: string
    counts: Partial<Record<DeadlineStatus, number>>
    total: number
    done: number
    dueAt: string | null
  }[]
  agencies: { agency: AgencyRef; counts: Partial<Record<DeadlineStatus, number>>; total: number; done: number }[]
  at: string
}
/** GET /api/fulfilments/:id — the row, its history-bearing state, and what may be done. */
export type FulfilmentDetailView = FulfilmentView & {
  detail: unknown
  childRows: FulfilmentView[]
  actions: ActionView[]
  /** How the limit that runs now came about, a sentence a step; empty where there is none. */
  dueReason: Text[]
}

export type TimelineEntry = {
  seq: string
  streamId: string
  streamType: string
  type: string
  recordedAt: string
  effectiveAt: string
  agency: AgencyRef | null
  officer: OfficerRef | null
  /** One sentence in both languages. */
  text: Text
  /** The reader has not been on this case since. */
  fresh: boolean
  files: FileRef[]
}
/** GET /api/cases/:id/timeline?before= — newest first. */
export type TimelineView = { rows: TimelineEntry[]; next: string | null }

export type FileRef = { id: string; name: string; size: number; sha256: string; mediaType: string; uploadedAt: string }

export type NoteView = { id: string; text: string; officer: OfficerRef; at: string }

export type SearchHit = { caseId: string; kind: string; number: string; title: string; status: string; owner: AgencyRef; updatedAt: string }
/** GET /api/search?q=&after= */
export type SearchView = { cases: SearchHit[]; agencies: AgencyRef[]; next: string | null }

export type NotificationView = {
  id: string
  what: string
  text: Text
  caseId: string
  caseNumber: string
  streamId: string
  asker: AgencyRef
  at: string
  read: boolean
}
/** GET /api/notifications?after= */
export type NotificationListView = { rows: NotificationView[]; unread: number; next: string | null }

/** Answer of every command: POST /api/:streamType/:id/:command (create: POST /api/:streamType). Receipt of what was recorded. */
export type ReceiptView = { streamId: string; version: number; caseId: string; seq: string | null; recordedAt: string }

export type AgencyRow = AgencyRef & {
  key: string
  areaCode: string | null
  areaName: string | null
  parent: AgencyRef | null
  validFrom: string
  validUntil: string | null
  successors: AgencyRef[]
  certainty: string
}
/** GET /api/agencies?q=&type=&area=&asOf=&after= */
export type AgencyListView = { rows: AgencyRow[]; next: string | null }
export type ContactPointView = {
  id: string
  title: string
  phone: string | null
  email: string | null
  hours: string
  from: string
  until: string | null
}
export type MandateView = {
  id: string
  domain: string
  domainName: Text
  areaCode: string
  areaName: string
  agency: AgencyRef
  from: string
  until: string | null
}
/** GET /api/agencies/:id */
export type AgencyView = AgencyRow & {
  formerNames: { name: string; until: string | null }[]
  divisions: AgencyRef[]
  posts: { id: string; title: string; unit: AgencyRef; officer: OfficerRef | null }[]
  contactPoints: ContactPointView[]
  mandates: MandateView[]
  predecessors: AgencyRef[]
  version: number
  actions: ActionView[]
}

/** Server-sent event `change` on GET /api/live: ids only; the screen asks again for what it shows. */
export type LiveChange = { cases: string[]; notifications: boolean; desk: boolean }
