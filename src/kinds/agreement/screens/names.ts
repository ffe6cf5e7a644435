import { useQueries } from '@tanstack/react-query'
import type { AgencyRef, CaseView } from '../../../kernel/http/views.ts'
import { agencyQuery } from '../../../web/directory/directory-queries.ts'

/** An agency's names; `validUntil` where the directory was asked for it: the last day of a body that was merged. */
export type Named = AgencyRef & { validUntil?: string | null }
export type Names = (id: string | null) => Named | null

const KEEP_MS = 10 * 60_000

/** What agencies are called. Those the case page carries already are not asked for again. */
export const useNames = (ids: (string | null)[], view?: CaseView): Names => {
  const known = new Map<string, Named>()
  if (view) for (const ref of [view.owner, ...view.parties.map((party) => party.agency)]) known.set(ref.id, ref)
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null && id !== '' && !known.has(id)).toSorted()
  const found = useQueries({ queries: wanted.map((id) => Object.assign(agencyQuery(id), { staleTime: KEEP_MS })) })
  for (const { data } of found) if (data) known.set(data.id, data)
  return (id) => (id === null ? null : (known.get(id) ?? null))
}
