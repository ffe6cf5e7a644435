import type { FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { problem } from '../../problems/catalogue.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = Pick<FastifyRequest, 'method' | 'headers' | 'host'>

/**
 * True where the request changes something and a page of another origin sent it. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones and plain-http pages in `Origin` alone. A client that says neither is no browser and carries no cookie of one.
 */
export const fromForeignOrigin = (request: Asked, ownOrigins: readonly string[] = []): boolean => {
  if (READS.has(request.method)) return false
  const { origin } = request.headers
  if (origin !== undefined && ownOrigins.includes(origin)) return false
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return origin !== undefined && hostOf(origin) !== request.host
}

const hostOf = (origin: string): string | null => {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}

/** An onRequest hook for every route that changes something: refuses requests that another site's page sent with the officer's cookie. */
export const refuseForeignOrigin =
  (ownOrigins: readonly string[] = []) =>
  (request: Asked, _reply: unknown, done: HookHandlerDoneFunction): void =>
    fromForeignOrigin(request, ownOrigins) ? done(problem('foreign-origin')) : done()
