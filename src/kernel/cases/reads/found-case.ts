import type { CaseView, PartyView } from '../../http/views.ts'
import type { StreamRow } from '../../streams/load.ts'
import { SEEN_BEFORE } from './looks.ts'

/** A party as read_case() gives it: agency, role, from, until, type of the agency. */
export type PartyRow = [agencyId: string, role: PartyView['role'], from: string, until: string | null, typeId: string | null]

/** A case as read_case() finds it for who asks. State and parties come where what is kept does not stand at the case's version. */
export type FoundCase = Omit<StreamRow, 'case_id'> & {
  kind: string
  number: string
  title: string
  status: string
  owner_agency_id: string
  document_date: string | null
  created_at: Date
  updated_at: Date
  role: CaseView['role'] | null
  seen_before: Date | null
  by_grant: boolean
  /** Who asks sees more than the header. */
  open: boolean
  /** No key of the case was destroyed. */
  lasting: boolean
  wrapped: Buffer | null
  parties: PartyRow[] | null
}

/** Case, agency and officer of who asks, versions at which state and parties are kept. Sight is looked up in it, once for all that it reads. */
export const READ_CASE = `select s.*, ${SEEN_BEFORE} as seen_before from read_case($1, $2, $3, $4, $5) s`
