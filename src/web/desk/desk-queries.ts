import { infiniteQueryOptions, queryOptions, type InfiniteData } from '@tanstack/react-query'
import type { ComingView, KindCountsView } from '../../kernel/http/coming-views.ts'
import type { DeskView, WaitingView } from '../../kernel/http/views.ts'
import { api, query } from '../shell/api.ts'

export type Scope = 'mine' | 'unit' | 'agency'

/** What is asked, in due order, by pages. */
export const deskList = (scope: Scope, kind: string) =>
  infiniteQueryOptions({
    queryKey: ['desk', 'list', scope, kind],
    queryFn: ({ pageParam, signal }) => api.get<DeskView>(`/desk${query({ scope, kind, after: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })

export const waitingList = infiniteQueryOptions({
  queryKey: ['desk', 'waiting'],
  queryFn: ({ pageParam, signal }) => api.get<WaitingView>(`/desk/waiting${query({ after: pageParam })}`, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next,
})

// What stands around the desk changes by the day: it is not asked again at every change that others make, only after one's own acts and by time.
const AROUND = { staleTime: 60_000, refetchInterval: 5 * 60_000 }

/** What the next weeks bring. */
export const comingQuery = queryOptions({
  ...AROUND,
  queryKey: ['around', 'coming'],
  queryFn: ({ signal }) => api.get<ComingView>('/desk/coming', { signal }),
})

/** Cases by kind and status, for the navigation. */
export const kindCounts = queryOptions({
  ...AROUND,
  queryKey: ['around', 'kinds'],
  queryFn: ({ signal }) => api.get<KindCountsView>('/desk/kinds', { signal }),
})

/** All that is asked, over all groups. */
export const sumOf = (view: DeskView | undefined): number => (view ? Object.values(view.counts).reduce((a, b) => a + b, 0) : 0)

export const sumOfPages = (data: InfiniteData<DeskView>): number => sumOf(data.pages[0])
