import { useEffect } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { CaseView, WaitingRow } from '../../kernel/http/views.ts'
import ChaseDrawer from '../desk/chase-drawer.tsx'
import { fulfilmentsQuery } from './case-queries.ts'

/** Reminds those who are late in this one case. */
export default function CaseChase({ view, onClose }: { view: CaseView; onClose: () => void }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(fulfilmentsQuery(view.id, { status: 'overdue' }))
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows: WaitingRow[] = (data?.pages.flatMap((page) => page.rows) ?? []).map((row) => ({
    caseId: view.id,
    caseNumber: view.number,
    title: row.title,
    agencies: [row.agency],
    count: 1,
    act: 'submit',
    clock: row.clock,
    streamIds: [row.id],
  }))
  if (!data) return null
  return <ChaseDrawer rows={rows} onClose={onClose} />
}
