import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AgencyListView, AgencyView } from '../../kernel/http/views.ts'
import { api, query } from '../shell/api.ts'
import type { Text } from '../shell/i18n.ts'

export type AgencyFilter = {
  q?: string | undefined
  type?: string | undefined
  area?: string | undefined
  asOf?: string | undefined
  under?: string | undefined
}
export type AreaRow = { code: string; name: string }
export type NamedRow = { id: string; name: Text }
/** `answersThrough`: a division, whose agency answers for it. */
export type TypeRow = NamedRow & { answersThrough?: 'parent' }
export type OfficerRow = { id: string; account?: string; title?: string; name?: string | null }

export const agencyListQuery = (filter: AgencyFilter) =>
  infiniteQueryOptions({
    queryKey: ['agencies', filter],
    queryFn: ({ pageParam, signal }) => api.get<AgencyListView>(`/agencies${query({ ...filter, after: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

/** An agency as it is today, or as it was on a day ('YYYY-MM-DD'). */
export const agencyQuery = (id: string, asOf?: string) =>
  queryOptions({
    queryKey: ['agency', id, ...(asOf ? [asOf] : [])],
    queryFn: ({ signal }) => api.get<AgencyView>(`/agencies/${id}${query({ asOf })}`, { signal }),
  })

const rowsOf =
  <T>(path: string) =>
  async ({ signal }: { signal: AbortSignal }): Promise<T[]> =>
    (await api.get<{ rows: T[] }>(path, { signal })).rows

export const agencyTypesQuery = queryOptions({
  queryKey: ['agency-types'],
  queryFn: rowsOf<TypeRow>('/agency-types'),
  staleTime: 3600_000,
})
export const domainsQuery = queryOptions({ queryKey: ['domains'], queryFn: rowsOf<NamedRow>('/domains'), staleTime: 3600_000 })
export const areasQuery = (q: string) =>
  queryOptions({ queryKey: ['areas', q], queryFn: rowsOf<AreaRow>(`/areas${query({ q })}`), staleTime: 3600_000 })
export const officersQuery = (agencyId: string) =>
  queryOptions({ queryKey: ['officers', agencyId], queryFn: rowsOf<OfficerRow>(`/officers${query({ agencyId })}`) })
