import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { AgencyRef } from '../../../kernel/http/views.ts'
import { api } from '../../../web/shell/api.ts'
import type { Target } from '../contract.ts'
import type { NameReading, NamesView } from '../intake-contract.ts'

/** What is known of the names and agencies on the screen. */
export type Names = { reading: (as: string) => NameReading | null; agency: (id: string) => AgencyRef | null }

/** Agencies of one class that are asked for by id; the rest only count. */
const SHOWN = 8

const idsOf = (targets: Target[]): string[] => {
  const byName = Map.groupBy(
    targets.filter((target) => target.kind === 'agency'),
    (target) => target.as,
  )
  return [...byName.values()].flatMap((group) => group.slice(0, SHOWN).map((target) => target.agencyId))
}

/** The query of what names and ids stand for, as the issuer wrote them on that day. */
export const namesQuery = (names: string[], ids: string[], issuerId: string | null, date: string | null) => ({
  queryKey: ['intake-names', issuerId, date, names, ids],
  queryFn: () => api.post<NamesView>('/intake/names', { names, ids, issuerId, date }),
  staleTime: 5 * 60_000,
})

/** Names of all targets on a screen, read once and kept while they change. `seed`: what the reading of the document said already. */
export const useNames = (
  targets: Target[],
  { issuerId, date, more = [] }: { issuerId: string | null; date: string | null; more?: string[] },
  seed: Record<string, NameReading> = {},
): Names => {
  const names = [...new Set(targets.map((target) => target.as))].filter(Boolean).toSorted()
  const ids = [...new Set([...idsOf(targets), ...more, ...(issuerId ? [issuerId] : [])])].toSorted()
  const { data } = useQuery({
    ...namesQuery(names.slice(0, 2000), ids.slice(0, 10_000), issuerId, date),
    enabled: names.length + ids.length > 0,
    placeholderData: keepPreviousData,
  })
  const agencies = new Map([...Object.values(seed).flatMap((one) => one.agencies), ...(data?.agencies ?? [])].map((one) => [one.id, one]))
  return { reading: (as) => data?.readings[as] ?? seed[as] ?? null, agency: (id) => agencies.get(id) ?? null }
}
