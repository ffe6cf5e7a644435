import type { Query, QueryClient, QueryKey } from '@tanstack/react-query'

/** A list that has been scrolled this far is not read anew page by page behind the officer's back; the screen offers to reload it. */
export const LONG_PAGES = 10

export const pagesOf = (data: unknown): number => (data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0

export const isShort = (query: Pick<Query, 'state'>): boolean => pagesOf(query.state.data) <= LONG_PAGES

/**
 * A first load that is under way goes on when its query is invalidated, though the server may have answered it before the change: it is asked for once
 * more when it has come.
 */
const askOnceMore = (client: QueryClient, queryKey: QueryKey): void => {
  const loading = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: ({ state }) => state.data === undefined })
  for (const query of loading) {
    query.promise?.then(
      () => client.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      () => {},
    )
  }
}

/** Asks again for what a command of ours may have changed. */
export const refresh = (client: QueryClient, ...queryKey: unknown[]): void => {
  askOnceMore(client, queryKey)
  void client.invalidateQueries({ queryKey })
}

/** Asks again for what the live stream says has changed. */
export const refreshQuietly = (client: QueryClient, ...queryKey: unknown[]): void => {
  askOnceMore(client, queryKey)
  void client.invalidateQueries({ queryKey, predicate: isShort })
  void client.invalidateQueries({ queryKey, predicate: (query) => !isShort(query), refetchType: 'none' })
}
