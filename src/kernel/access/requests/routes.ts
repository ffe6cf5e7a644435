import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { keyOf, versionOf } from '../../http/command-routes.ts'
import type { Service } from '../../http/service.ts'
import type { Text } from '../../problems/problem.ts'
import { execute } from '../../streams/execute.ts'
import { readAs } from '../reader.ts'
import { requestsId } from './ids.ts'
import { listCaseAccess, listRequests, readCaseAccess } from './reads.ts'
import type { AccessSentView } from './views.ts'

const params = z.object({ id: z.uuid() })
const config = { repeated: true }

/** The one answer to every request: nothing in it depends on what the number fits. */
const SENT: Text = {
  vi: 'Đã gửi yêu cầu. Nếu có hồ sơ mang số này, cơ quan quản lý hồ sơ sẽ xem xét; có trả lời thì thông báo đến đồng chí.',
  en: 'The request was sent. If a case bears this number, the agency that runs it will consider it; an answer, if there is one, comes as a notification.',
}

/** Asking for access by typed number, and answering for the agency that runs the case. */
export const registerAccessRoutes = (
  plain: FastifyInstance,
  { kernel, pools, directory, asking }: Pick<Service, 'kernel' | 'pools' | 'directory' | 'asking'>,
): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()

  app.get(
    '/api/access-requests',
    { config, schema: { tags: ['access'], querystring: z.object({ after: z.string().max(400).optional() }) } },
    async (request) => {
      const actor = await asking.actorOf(request)
      return readAs(pools.read, actor, (db) => listRequests(db, kernel, actor, directory, request.query.after))
    },
  )

  app.post(
    '/api/access-requests',
    { schema: { tags: ['access'], summary: 'Xin quyền xem theo số, ký hiệu · Ask for access by number', body: z.unknown() } },
    async (request): Promise<AccessSentView> => {
      const claim = await asking.claimOf(request, true)
      const streamId = requestsId(claim.actor.agencyId)
      await execute(kernel, {
        ...claim,
        streamType: 'access-request',
        streamId,
        command: 'send',
        payload: request.body ?? {},
        key: keyOf(request),
      })
      return { sent: true, text: SENT }
    },
  )

  app.get('/api/cases/:id/access', { config, schema: { tags: ['access'], params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => listCaseAccess(db, kernel, actor, directory, request.params.id))
  })

  app.get('/api/access/:id', { config, schema: { tags: ['access'], params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readCaseAccess(db, kernel, actor, directory, request.params.id))
  })

  for (const command of ['grant', 'refuse', 'leave', 'withdraw'] as const) {
    app.post(`/api/access/:id/${command}`, { schema: { tags: ['access'], params, body: z.unknown() } }, async (request) => {
      const claim = await asking.claimOf(request as FastifyRequest, true)
      return execute(kernel, {
        ...claim,
        streamType: 'access',
        streamId: request.params.id,
        command,
        payload: request.body ?? {},
        key: keyOf(request as FastifyRequest),
        ifMatch: versionOf(request as FastifyRequest),
      })
    })
  }
}
