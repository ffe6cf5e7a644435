import type { FastifyInstance } from 'fastify'
import type { Service } from './service.ts'

const BEAT_MS = 25_000
/** A session is looked at again this often, so that a stream does not outlive its sign-in by long. */
const LONGEST_MS = 30 * 60_000

/** GET /api/live: server-sent events. `hello` tells the server's time, `change` which cases changed. */
export const registerLiveRoutes = (app: FastifyInstance, service: Service): void => {
  app.get('/api/live', { schema: { hide: true } }, async (request, reply) => {
    const actor = await service.asking.actorOf(request)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    const say = (event: string, data: unknown) => raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    say('hello', { now: new Date().toISOString() })
    const remove = service.live.add({ agencyId: actor.agencyId, send: (change) => say('change', change) })
    const beat = setInterval(() => say('beat', { now: new Date().toISOString() }), BEAT_MS)
    const end = setTimeout(() => raw.end(), LONGEST_MS)
    raw.on('close', () => {
      remove()
      clearInterval(beat)
      clearTimeout(end)
    })
  })
}
