import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { FulfilmentListView, FulfilmentView, ProgressView } from '../../../../kernel/http/views.ts'
import { api, query } from '../../../../web/shell/api.ts'
import { isRolledUp } from './parts.ts'

/** Up to so many rows are simply all asked for; beyond, only assignments of few agencies are, one by one. */
const ALL = 300

const pagesOf = async (caseId: string, assignment: string | null, signal: AbortSignal): Promise<FulfilmentView[]> => {
  const rows: FulfilmentView[] = []
  let after: string | null = null
  do {
    const page: FulfilmentListView = await api.get<FulfilmentListView>(`/cases/${caseId}/fulfilments${query({ assignment, after })}`, {
      signal,
    })
    rows.push(...page.rows)
    after = page.next
  } while (after)
  return rows
}

/** The single rows of a directive; rolled-up assignments are asked for when they are opened. */
export const usePartRows = (caseId: string, progress: ProgressView | undefined) => {
  const total = progress?.assignments.reduce((sum, one) => sum + one.total, 0) ?? 0
  const single = progress?.assignments.filter((one) => !isRolledUp(one)).map((one) => one.assignmentId) ?? []
  return useQuery({
    queryKey: ['case', caseId, 'part-rows', total <= ALL ? 'all' : single],
    enabled: progress !== undefined,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      if (total <= ALL) return pagesOf(caseId, null, signal)
      const rows: FulfilmentView[] = []
      for (let at = 0; at < single.length; at += 4)
        rows.push(...(await Promise.all(single.slice(at, at + 4).map((id) => pagesOf(caseId, id, signal)))).flat())
      return rows
    },
  })
}

/** Every row of one assignment in some statuses, for acts on all of them. */
export const rowsOfAssignment = (caseId: string, assignment: string, signal: AbortSignal): Promise<FulfilmentView[]> =>
  pagesOf(caseId, assignment, signal)
