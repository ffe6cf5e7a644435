/** The JSON of requests for access, as screens read it. Moments are ISO instants, `until` a day in Viet Nam. */
import type { ActionView, AgencyRef, OfficerRef, Text } from '../../http/views.ts'
import type { AccessStand } from './access-contract.ts'

/** What one agency answered. `caseId` only while the asking agency sees the case. */
export type AccessAnswerView = {
  agency: AgencyRef
  stand: Exclude<AccessStand, 'none' | 'asked' | 'left'>
  until: string | null
  words: string
  at: string
  caseId: string | null
  caseNumber: string | null
}

/** One's own request: what was typed, and the answers. Without one it was sent, whatever there is. */
export type AccessRequestView = {
  id: string
  number: string
  reason: string
  officer: OfficerRef
  at: string
  answers: AccessAnswerView[]
}
/** GET /api/access-requests?after= — those of one's own agency, newest first. */
export type AccessRequestListView = { rows: AccessRequestView[]; next: string | null }

/** Answer of POST /api/access-requests, the same for every number. */
export type AccessSentView = { sent: true; text: Text }

/** Who asks to read a case, or reads it by a grant; told to the agency that runs the case, and to the one concerned. */
export type CaseAccessView = {
  id: string
  agency: AgencyRef
  stand: AccessStand
  number: string
  requests: { officer: OfficerRef; reason: string; at: string }[]
  until: string | null
  words: string
  answeredAt: string | null
  version: number
  actions: ActionView[]
}
/** GET /api/cases/:id/access — open asks first, then the newest. */
export type CaseAccessListView = { rows: CaseAccessView[] }
/** GET /api/access/:id */
export type CaseAccessDetailView = CaseAccessView & { caseId: string; caseNumber: string; caseTitle: string }
