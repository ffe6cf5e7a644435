import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { AccessRequestListView, CaseAccessDetailView, CaseAccessListView } from '../../kernel/access/requests/views.ts'
import { api, query } from '../shell/api.ts'

/** Requests of one's own agency, newest first. Answers come as notifications, with which this is asked again. */
export const requestsQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'access-requests'],
  queryFn: ({ pageParam, signal }) => api.get<AccessRequestListView>(`/access-requests${query({ after: pageParam })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
})

/** Who asks to read a case, and who may. */
export const caseAccessQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'access'],
    queryFn: ({ signal }) => api.get<CaseAccessListView>(`/cases/${caseId}/access`, { signal }),
  })

export const accessQuery = (id: string) =>
  queryOptions({ queryKey: ['case', 'access', id], queryFn: ({ signal }) => api.get<CaseAccessDetailView>(`/access/${id}`, { signal }) })
