/** An agency as rules see it. Dates are days 'YYYY-MM-DD' in Viet Nam. */
export type AgencyFact = {
  id: string
  key: string
  typeId: string
  name: string
  shortName: string
  areaCode: string | null
  parentId: string | null
  validFrom: string
  validUntil: string | null
  successorIds: string[]
}

/** What `prepare` may read, inside the command's own transaction. Nothing here writes. */
export type Look = {
  agencies: (ids: string[]) => Promise<AgencyFact[]>
  /** All agencies of a type in an area (its whole subtree) that exist on a day. */
  agenciesOfType: (typeIds: string[], areaCode: string | null, day: string) => Promise<AgencyFact[]>
  /** Direct and indirect subordinates of an agency on a day. */
  subordinates: (agencyId: string, day: string) => Promise<AgencyFact[]>
  /** Today's state of other streams, by id; missing ones are left out. */
  states: <S>(type: string, ids: string[]) => Promise<{ id: string; version: number; state: S }[]>
  /** Ids of the streams of a type under a case, optionally under one parent stream. */
  streamsOf: (type: string, caseId: string, parentId?: string) => Promise<string[]>
  /**
   * What under a case is not over, for telling at a glance whether it may close: how many once-only fulfilments are neither confirmed nor
   * cancelled, and the ids of the recurring ones. Work handed on further does not count twice.
   */
  unfinished: (caseId: string) => Promise<{ once: number; recurring: string[] }>
  /** Another case that already carries this official number of this issuer in this year, if any. */
  caseWithNumber: (kind: string, agencyId: string, number: string, year: number) => Promise<string | null>
  /** Officers with a current post in an agency or its divisions. */
  officer: (officerId: string) => Promise<{ id: string; agencyId: string; unitId: string } | null>
  /** Ids of the agencies in which an officer holds a post today. */
  servesIn: (officerId: string) => Promise<string[]>
  /** Metadata of stored files; missing ones are left out. */
  files: (ids: string[]) => Promise<{ id: string; caseId: string | null; agencyId: string; name: string; size: number; sha256: string }[]>
  /** Whether any of these subjects sees a stream now. */
  sees: (subjectIds: string[], streamId: string) => Promise<boolean>
  /** The next free number that the system gives in a year, for example 'QC-2026-004'. Numbers may be left out, never given twice. */
  nextNumber: (prefix: string, year: number) => Promise<string>
  /** The text of a case that is to be read clause by clause; null where it has none. */
  clauseText: (caseId: string) => Promise<{ version: number; clauseIds: string[]; open: boolean } | null>
  /** Officers with a current post in an agency (in these units, where any are named) who have not confirmed the text that stands. */
  unreadOfficers: (caseId: string, agencyId: string, unitIds: string[] | null) => Promise<string[]>
}
