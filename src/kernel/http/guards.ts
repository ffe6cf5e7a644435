import type { FastifyRequest } from 'fastify'
import { problem } from '../problems/catalogue.ts'
import type { Asking } from './asking.ts'
import { unsoundIn } from './sound-text.ts'

/** Bodies up to this size, in bytes, are taken before it is known who sends them. */
const SMALL = 64 * 1024

/** Nobody who is not signed in makes the server hold a large body. */
export const refuseLargeFromStrangers =
  (asking: Asking) =>
  async (request: FastifyRequest): Promise<void> => {
    const { method, headers } = request
    if (method === 'GET' || method === 'HEAD') return
    const length = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY
    // Packed bodies are larger than they say.
    if (length > SMALL || (headers['content-encoding'] ?? 'identity') !== 'identity') await asking.actorOf(request)
  }

/** Text that no column can hold is told by its place, wherever it stands in a request. */
export const refuseUnsoundText = async ({ params, query, body }: FastifyRequest): Promise<void> => {
  const path = unsoundIn(params) ?? unsoundIn(query) ?? unsoundIn(body)
  if (path !== null) throw problem('bad-input', { path })
}
