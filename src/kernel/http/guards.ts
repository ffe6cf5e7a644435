import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import { problem } from '../problems/catalogue.ts'
import type { Asking } from './asking.ts'
import type { LargeBodies } from './large-bodies.ts'
import { unsoundIn } from './sound-text.ts'

/** Bodies up to this size, in bytes, are taken before it is known who sends them. */
const SMALL = 64 * 1024

/** How many bytes a request may bring, by its head. */
const sizeOf = ({ method, headers, routeOptions }: FastifyRequest): number => {
  if (method === 'GET' || method === 'HEAD') return 0
  // Packed bodies are larger than they say, and those in chunks say nothing.
  const told = headers['transfer-encoding'] === undefined && (headers['content-encoding'] ?? 'identity') === 'identity'
  const length = told ? Number(headers['content-length'] ?? 0) : Number.POSITIVE_INFINITY
  return Math.min(length, Math.max(routeOptions.bodyLimit ?? 0, SMALL + 1))
}

/** Nobody who is not signed in makes the server hold a large body, and nobody makes it hold many at once. */
export const boundLargeBodies = (app: FastifyInstance, asking: Asking, bodies: LargeBodies): void => {
  const places = new WeakMap<FastifyRequest, () => void>()
  const whole = new WeakSet<FastifyRequest>()
  const takePlace = async (request: FastifyRequest, reply: FastifyReply, size: number): Promise<void> => {
    const { officerId } = await asking.actorOf(request)
    // Who left meanwhile has sent nothing that is held.
    if (reply.raw.destroyed || reply.raw.closed) return
    const giveBack = bodies.take(officerId, size)
    places.set(request, giveBack)
    // Who leaves halfway gives the place back; a body that is whole is held until it is answered, whoever still listens.
    reply.raw.once('close', () => {
      if (!whole.has(request)) giveBack()
    })
  }
  // Hooks that most requests only pass call back at once: a promise for each costs more than what it looks at.
  app.addHook('onRequest', (request, reply, done) => {
    const size = sizeOf(request)
    if (size <= SMALL) return done()
    takePlace(request, reply, size).then(() => done(), done)
  })
  app.addHook('preHandler', (request, _reply, done) => {
    if (places.has(request)) whole.add(request)
    done()
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    places.get(request)?.()
    done(null, payload)
  })
}

/** Text that no column can hold is told by its place, wherever it stands in a request. */
export const refuseUnsoundText = ({ params, query, body }: FastifyRequest, _reply: unknown, done: HookHandlerDoneFunction): void => {
  const path = unsoundIn(params) ?? unsoundIn(query) ?? unsoundIn(body)
  if (path === null) done()
  else done(problem('bad-input', { path }))
}
