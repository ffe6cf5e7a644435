import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { instant, zonedInstant } from '../clocks/given-times.ts'
import { problem } from '../problems/catalogue.ts'
import { Problem } from '../problems/problem.ts'
import { type AnyDecider, type CommandSpec, DIRECTORY_CASE } from '../streams/decider.ts'
import { execute, type Receipt } from '../streams/execute.ts'
import { newStreamId } from '../streams/new-stream-id.ts'
import type { Service } from './service.ts'

const receipt = z.object({
  streamId: z.uuid(),
  version: z.int(),
  caseId: z.uuid(),
  seq: z.string().nullable(),
  recordedAt: instant,
})
const params = z.object({ id: z.uuid() })
/** Large enough for a directive that carries its whole text. */
const BODY_LIMIT = 8 * 1024 * 1024

/** The idempotency key of a request. Throws bad-input where it has none. */
export const keyOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\w:-]{8,100}$/.test(key)) throw problem('bad-input', { path: 'Idempotency-Key' })
  return key
}

/** The version the officer saw (If-Match), or undefined. Throws bad-input. */
export const versionOf = (request: FastifyRequest): number | undefined => {
  const given = request.headers['if-match']
  if (given === undefined || given === '*') return undefined
  const version = Number(/^(?:W\/)?"?(\d{1,9})"?$/.exec(given)?.[1] ?? Number.NaN)
  if (Number.isNaN(version)) throw problem('bad-input', { path: 'If-Match' })
  return version
}

/** The moment the officer states (Effective-At: ISO with its zone), or undefined. Throws bad-input. */
export const effectiveOf = (request: FastifyRequest): Date | undefined => {
  const given = request.headers['effective-at']
  if (given === undefined) return undefined
  const moment = zonedInstant.safeParse(given)
  if (!moment.success) throw problem('bad-input', { path: 'Effective-At' })
  return new Date(moment.data)
}

/**
 * One route per command of every stream type: POST /api/:streamType/:id/:command, and POST /api/:streamType for the one that opens a stream.
 * Types that stand under a case are opened by the case's own routes.
 */
export const registerCommandRoutes = (app: FastifyInstance, service: Service): void => {
  for (const decider of service.kernel.registry.all()) {
    for (const [name, spec] of Object.entries(decider.commands as Record<string, CommandSpec>)) {
      if (spec.internal || decider.underCase) continue
      addRoute(app, service, decider, name, spec)
    }
  }
  // Any other command is unknown, and said so in the product's own words.
  app.post('/api/:streamType/:id/:command', { schema: { hide: true } }, async (request) => {
    await service.asking.actorOf(request)
    throw problem('unknown-command')
  })
}

const addRoute = (app: FastifyInstance, service: Service, decider: AnyDecider, name: string, spec: CommandSpec) => {
  const opens = spec.creates === true
  app.post(
    opens ? `/api/${decider.type}` : `/api/${decider.type}/:id/${name}`,
    {
      bodyLimit: BODY_LIMIT,
      schema: {
        tags: [decider.type],
        summary: `${spec.summary.vi} · ${spec.summary.en}`,
        ...(opens ? {} : { params }),
        // Described here, checked in execute(): one check, also for commands that do not come over HTTP.
        body: z.unknown(),
        response: { 200: receipt },
      },
    },
    async (request): Promise<Receipt> => {
      const give = async (anew: boolean) => {
        const claim = await service.asking.claimOf(request, anew)
        const key = keyOf(request)
        return execute(service.kernel, {
          ...claim,
          streamType: decider.type,
          streamId: opens ? newStreamId(claim.actor.officerId, key, service.timely()) : (request.params as { id: string }).id,
          command: name,
          payload: request.body ?? {},
          key,
          ifMatch: versionOf(request),
          effectiveAt: effectiveOf(request),
        })
      }
      // What was remembered of the session no longer holds: read it, and tell what became of it.
      const done = await give(false).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'not-signed-in') return give(true)
        throw error
      })
      // Who changed the directory reads the change at once; other servers learn of it by the notice.
      if (done.caseId === DIRECTORY_CASE) await service.directory.refresh([done.streamId])
      return done
    },
  )
}
