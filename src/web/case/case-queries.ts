import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type {
  CaseListView,
  CaseView,
  FulfilmentDetailView,
  FulfilmentListView,
  NoteView,
  ProgressView,
  TimelineView,
} from '../../kernel/http/views.ts'
import { api, query } from '../shell/api.ts'

export type CaseFilter = {
  kind?: string | undefined
  status?: string | undefined
  role?: string | undefined
  from?: string | undefined
  until?: string | undefined
}
export type FulfilmentFilter = {
  assignment?: string | undefined
  agency?: string | undefined
  status?: string | undefined
  own?: '1' | undefined
}

const pages = { initialPageParam: null as string | null }

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: ({ signal }) => api.get<CaseView>(`/cases/${id}`, { signal }) })

/** How far each assignment is; agencies are not counted one by one, of which there may be thousands. */
export const progressQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id, 'progress'],
    queryFn: ({ signal }) => api.get<ProgressView>(`/cases/${id}/progress?by=assignment`, { signal }),
  })

export const fulfilmentQuery = (id: string) =>
  queryOptions({ queryKey: ['fulfilment', id], queryFn: ({ signal }) => api.get<FulfilmentDetailView>(`/fulfilments/${id}`, { signal }) })

/** Fulfilments of a case, those the reader may see, by pages. */
export const fulfilmentsQuery = (caseId: string, filter: FulfilmentFilter = {}) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['case', caseId, 'fulfilments', filter],
    queryFn: ({ pageParam, signal }) =>
      api.get<FulfilmentListView>(`/cases/${caseId}/fulfilments${query({ ...filter, after: pageParam })}`, { signal }),
    getNextPageParam: (last) => last.next,
  })

export const timelineQuery = (caseId: string, stream: string | null = null) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['case', caseId, 'timeline', stream],
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelineView>(`/cases/${caseId}/timeline${query({ before: pageParam, stream })}`, { signal }),
    getNextPageParam: (last) => last.next,
  })

export const notesQuery = (caseId: string) =>
  queryOptions({ queryKey: ['case', caseId, 'notes'], queryFn: ({ signal }) => api.get<NoteView[]>(`/cases/${caseId}/notes`, { signal }) })

export const caseListQuery = (filter: CaseFilter) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['cases', filter],
    queryFn: ({ pageParam, signal }) => api.get<CaseListView>(`/cases${query({ ...filter, after: pageParam })}`, { signal }),
    getNextPageParam: (last) => last.next,
  })
