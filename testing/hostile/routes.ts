import type { RunningServer } from '../running-server.ts'

/** A route with the names of its query's fields; `{id}` and `{command}` stand in its path. */
export type Route = { path: string; method: string; query: string[] }

type Described = { swagger: () => { paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>> } }

/** Every route that the API describes. */
export const routesOf = (server: RunningServer): Route[] =>
  Object.entries((server.app as unknown as Described).swagger().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      path,
      method: method.toUpperCase(),
      query: parameters.filter((one) => one.in === 'query').map((one) => one.name),
    })),
  )
