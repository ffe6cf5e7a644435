import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { problem } from '../problems/catalogue.ts'
import type { Service } from './service.ts'

/** How often a stream says that it lives, in milliseconds; the session is looked at again each time, so that a stream ends with its sign-in. */
const BEAT_MS = 25_000
const LONGEST_MS = 30 * 60_000
/** Who reads so slowly that this many bytes wait is cut off; the browser comes back and reads anew. */
const MOST_WAITING = 256 * 1024
/** Open streams of one officer, over all windows and devices, on one server. */
const MOST_STREAMS = 40

/** GET /api/live: server-sent events. `hello` tells the server's time, `change` which cases changed. */
export const registerLiveRoutes = (app: FastifyInstance, service: Service): void => {
  const open = new Map<string, number>()
  const streams = new Set<ServerResponse>()
  let closing = false
  // An open stream would keep the server from closing.
  app.addHook('preClose', async () => {
    closing = true
    for (const raw of streams) raw.end()
  })

  app.get('/api/live', { schema: { hide: true }, exposeHeadRoute: false }, async (request, reply) => {
    const actor = await service.asking.actorOf(request)
    const { raw } = reply
    // Who left while the session was looked up says no `close` any more; a server that stops begins nothing.
    if (raw.destroyed || closing) {
      reply.hijack()
      raw.destroy()
      return
    }
    const { officerId } = actor
    const others = open.get(officerId) ?? 0
    if (others >= MOST_STREAMS) throw problem('too-many-streams', { most: MOST_STREAMS })
    open.set(officerId, others + 1)
    reply.hijack()
    streams.add(raw)
    // A write may meet a connection that just ended; without a listener that would end the process.
    raw.on('error', () => {})
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const write = (frame: string) => {
      if (raw.writableLength > MOST_WAITING) raw.destroy()
      if (!raw.destroyed && !raw.writableEnded) raw.write(frame)
    }
    const say = (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    say('hello', { now: new Date().toISOString() })
    const remove = service.live.add({ agencyId: actor.agencyId, send: write })
    const beat = setInterval(async () => {
      const now = await service.asking.actorOf(request).catch(() => null)
      if (now?.agencyId === actor.agencyId) say('beat', { now: new Date().toISOString() })
      else raw.end()
    }, BEAT_MS)
    const end = setTimeout(() => raw.end(), LONGEST_MS)
    raw.on('close', () => {
      remove()
      streams.delete(raw)
      clearInterval(beat)
      clearTimeout(end)
      const left = (open.get(officerId) ?? 1) - 1
      if (left > 0) open.set(officerId, left)
      else open.delete(officerId)
    })
  })
}
