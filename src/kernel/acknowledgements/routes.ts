import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../access/reader.ts'
import { effectiveOf, keyOf, versionOf } from '../http/command-routes.ts'
import type { Service } from '../http/service.ts'
import { problem } from '../problems/catalogue.ts'
import { execute } from '../streams/execute.ts'
import { acknowledgementId, readingId } from './ids.ts'
import { readAcknowledgement, seesText } from './reads.ts'

const params = z.object({ id: z.uuid() })
const commanded = (names: [string, ...string[]]) => z.object({ id: z.uuid(), command: z.enum(names) })

/** Reading and confirming the text of a case, under the case itself: the streams are those of one's own agency and of oneself. */
export const registerAcknowledgementRoutes = (
  plain: FastifyInstance,
  service: Pick<Service, 'kernel' | 'pools' | 'directory' | 'asking'>,
): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const { kernel, pools, directory, asking } = service

  app.get('/api/cases/:id/acknowledgement', { schema: { tags: ['acknowledgement'], params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readAcknowledgement(db, kernel, actor, directory, request.params.id))
  })

  for (const [path, streamType, names] of [
    ['acknowledgement', 'acknowledgement', ['require', 'remind', 'stop']],
    ['reading', 'reading', ['read', 'confirm']],
  ] as const) {
    app.post(
      `/api/cases/:id/${path}/:command`,
      { schema: { tags: ['acknowledgement'], params: commanded([...names]), body: z.unknown() } },
      async (request) => {
        const actor = await asking.actorOf(request)
        const { id: caseId, command } = request.params
        // Who sees nothing of the case, or its header alone, is told the same as where there is none, also for streams that stand already.
        if (!(await readAs(pools.read, actor, (db) => seesText(db, caseId)))) throw problem('not-found')
        const streamId = streamType === 'reading' ? readingId(caseId, actor.officerId) : acknowledgementId(caseId, actor.agencyId)
        return execute(kernel, {
          actor,
          streamType,
          streamId,
          caseId,
          command,
          payload: request.body ?? {},
          key: keyOf(request),
          ifMatch: versionOf(request),
          effectiveAt: effectiveOf(request),
        })
      },
    )
  }
}
