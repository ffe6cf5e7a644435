import type { Query, QueryClient } from '@tanstack/react-query'

/** A list that has been scrolled this far is not read anew page by page behind the officer's back; the screen offers to reload it. */
export const LONG_PAGES = 10

export const pagesOf = (data: unknown): number => (data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0

export const isShort = (query: Pick<Query, 'state'>): boolean => pagesOf(query.state.data) <= LONG_PAGES

/** Asks again for what the live stream says has changed. */
export const refreshQuietly = (client: QueryClient, ...queryKey: unknown[]): void => {
  void client.invalidateQueries({ queryKey, predicate: isShort })
  void client.invalidateQueries({ queryKey, predicate: (query) => !isShort(query), refetchType: 'none' })
}
