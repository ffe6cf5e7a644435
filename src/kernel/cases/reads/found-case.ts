import type { CaseView, PartyView } from '../../http/views.ts'
import { timestamp } from '../../db/timestamps.ts'
import type { StreamRow, TailEvent } from '../../streams/load.ts'
import { SEEN_BEFORE } from './looks.ts'

/** A case as find_case() finds it for who asks. State and parties come where what is kept does not stand at the case's version. */
export type FoundCase = Omit<StreamRow, 'case_id' | 'tail'> & {
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
  /** An event a line; see tailOf(). */
  tail: string | null
  /** A party a line, in no order; see partyRows(). */
  parties: string | null
}

/** Case, agency and officer of who asks, versions at which state and parties are kept. Sight is looked up in it, once for all that it reads. */
export const FIND_CASE = `select s.*, ${SEEN_BEFORE} as seen_before from find_case($1, $2, $3, $4, $5) s`

const valuesOf = (told: string | null): string[][] => (told ? told.split('\n').map((line) => line.split('\t')) : [])

/** The events that came with a case, after its snapshot, sealed. */
export const tailOf = ({ tail }: FoundCase): TailEvent[] =>
  valuesOf(tail).map(
    ([seq = '', version, type = '', typeVersion, recordedAt = '', effectiveAt = '', officerId = '', agencyId = '', body = '']) => ({
      seq,
      version: Number(version),
      type,
      typeVersion: Number(typeVersion),
      recordedAt: timestamp(recordedAt) as Date,
      effectiveAt: timestamp(effectiveAt) as Date,
      officerId,
      agencyId,
      body: Buffer.from(body, 'hex'),
    }),
  )

/** A party as it is found: `until` is null where it stands until further notice. */
export type PartyRow = { agencyId: string; role: PartyView['role']; from: Date; until: Date | null }

/** The parties that came with a case, in no order. */
export const partyRows = ({ parties }: FoundCase): PartyRow[] =>
  valuesOf(parties).map(([agencyId = '', role, from = '', until]) => ({
    agencyId,
    role: role as PartyView['role'],
    from: timestamp(from) as Date,
    until: until === undefined ? null : (timestamp(until) as Date),
  }))
