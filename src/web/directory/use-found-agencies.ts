import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { AgencyRow } from '../../kernel/http/views.ts'
import { useMe } from '../shell/session.ts'
import { type AgencyFilter, agencyListQuery } from './directory-queries.ts'

/** Agencies found by a filter, those of the officer's own province before their namesakes elsewhere. */
export const useFoundAgencies = (filter: AgencyFilter, enabled = true): AgencyRow[] => {
  const home = useMe().province?.code
  const near = useInfiniteQuery({
    ...agencyListQuery({ ...filter, area: home }),
    enabled: enabled && home !== undefined && filter.under === undefined && Boolean(filter.q),
    placeholderData: keepPreviousData,
  })
  const all = useInfiniteQuery({ ...agencyListQuery(filter), enabled, placeholderData: keepPreviousData })
  const rowsOf = (pages: typeof all) => pages.data?.pages.flatMap((page) => page.rows) ?? []
  const first = filter.q ? rowsOf(near) : []
  return [...first, ...rowsOf(all).filter((row) => !first.some((one) => one.id === row.id))]
}
