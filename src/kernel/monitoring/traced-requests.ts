import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type OpenSpan, type Tracing, tracing } from './tracing.ts'

const spans = new WeakMap<FastifyRequest, OpenSpan>()

/** A live stream lasts as long as a screen is open, and all that it is told would stand under one span. One that is refused has its span. */
const UNTRACED = '/api/live'

/** A span for each request by its route, where tracing is on: a caller's traceparent is taken up, and `traceresponse` answers with ours. */
export const traceRequests = (app: FastifyInstance): void => {
  const on = tracing()
  if (!on) return
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url === UNTRACED) return done()
    const span = begin(on, request)
    reply.header('traceresponse', span.traceparent)
    span.within(done)
  })
  // The body came by events of the socket, which know nothing of the span.
  app.addHook('preValidation', (request, _reply, done) => {
    const span = spans.get(request)
    if (span) span.within(done)
    else done()
  })
  // Called for what was refused before our first hook as well.
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url === UNTRACED && reply.statusCode < 400) return
    const span = spans.get(request) ?? begin(on, request, new Date(Date.now() - reply.elapsedTime))
    span.set({ 'http.response.status_code': reply.statusCode })
    span.end(reply.statusCode >= 500)
  })
  // Who goes away before the answer is not counted as a fault of ours.
  app.addHook('onRequestAbort', async (request) => spans.get(request)?.end())
}

const begin = (on: Tracing, request: FastifyRequest, startedAt?: Date): OpenSpan => {
  const { method } = request
  const route = request.routeOptions.url
  const values = { 'http.request.method': method, ...(route && { 'http.route': route }) }
  const name = route ? `${method} ${route}` : method
  const parent = request.headers['traceparent']
  const span = on.begin({ name, kind: 'server', values, ...(startedAt && { startedAt }) }, typeof parent === 'string' ? parent : undefined)
  spans.set(request, span)
  return span
}
