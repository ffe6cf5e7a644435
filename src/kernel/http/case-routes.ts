import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../access/reader.ts'
import { listFulfilments, readProgress } from '../assignments/fulfilment-reads.ts'
import { readFulfilment } from '../assignments/fulfilment-detail.ts'
import { listNotes } from '../cases/note-reads.ts'
import { noteStreamId } from '../cases/notes.ts'
import { listCases } from '../cases/reads/case-list.ts'
import { readCase } from '../cases/reads/case-view.ts'
import { markSeen } from '../cases/reads/looks.ts'
import { caseJson } from '../cases/reads/state-json.ts'
import { readTimeline } from '../cases/reads/timeline.ts'
import { localDay } from '../clocks/given-times.ts'
import { searchCases } from '../search/search.ts'
import { execute } from '../streams/execute.ts'
import { keyOf } from './command-routes.ts'
import type { Service } from './service.ts'

const params = z.object({ id: z.uuid() })
const after = z.string().max(400).optional()
const word = z.string().max(60).optional()
const day = localDay.optional()
/** These are what screens ask for again after every change. */
const config = { repeated: true }

/** Reads of cases and of the work in them; all pass the policies. */
export const registerCaseRoutes = (plain: FastifyInstance, service: Service): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const { kernel, pools, directory, asking } = service

  app.get(
    '/api/cases',
    { config, schema: { tags: ['case'], querystring: z.object({ kind: word, status: word, role: word, from: day, until: day, after }) } },
    async (request) => {
      const actor = await asking.actorOf(request)
      return readAs(pools.read, actor, (db) => listCases(db, actor, directory, request.query))
    },
  )

  app.get('/api/cases/:id', { config, schema: { tags: ['case'], params } }, async (request, reply) => {
    const actor = await asking.actorOf(request)
    const view = await readAs(pools.read, actor, (db) => readCase(db, kernel, actor, directory, request.params.id))
    markSeen(pools.write, actor, view.id)
    return reply.type('application/json; charset=utf-8').send(caseJson(view))
  })

  app.get(
    '/api/cases/:id/timeline',
    { config, schema: { tags: ['case'], params, querystring: z.object({ before: after, stream: z.uuid().optional() }) } },
    async (request) => {
      const actor = await asking.actorOf(request)
      return readAs(pools.read, actor, (db) =>
        readTimeline(db, kernel, service.timelines, actor, directory, request.params.id, request.query),
      )
    },
  )

  app.get(
    '/api/cases/:id/fulfilments',
    {
      config,
      schema: {
        tags: ['case'],
        params,
        querystring: z.object({
          assignment: z.uuid().optional(),
          agency: z.uuid().optional(),
          status: word,
          own: z.literal('1').optional(),
          after,
        }),
      },
    },
    async (request) => {
      const actor = await asking.actorOf(request)
      return readAs(pools.read, actor, (db) => listFulfilments(db, actor, directory, request.params.id, request.query))
    },
  )

  const by = z.enum(['assignment', 'agency']).default('agency')
  app.get('/api/cases/:id/progress', { config, schema: { tags: ['case'], params, querystring: z.object({ by }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    const byAgency = request.query.by === 'agency'
    return readAs(pools.read, actor, (db) => readProgress(db, directory, request.params.id, { byAgency }))
  })

  app.get('/api/fulfilments/:id', { config, schema: { tags: ['fulfilment'], params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readFulfilment(db, kernel, actor, directory, request.params.id))
  })

  app.get('/api/cases/:id/notes', { schema: { tags: ['case'], params } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => listNotes(db, kernel, noteStreamId(request.params.id, actor.agencyId)))
  })

  app.post('/api/cases/:id/notes', { schema: { tags: ['case'], params, body: z.object({ text: z.string() }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    const key = keyOf(request)
    const { id } = request.params
    return execute(kernel, {
      actor,
      streamType: 'note',
      streamId: noteStreamId(id, actor.agencyId),
      caseId: id,
      command: 'add',
      payload: request.body,
      key,
    })
  })

  app.get('/api/search', { schema: { tags: ['search'], querystring: z.object({ q: z.string().max(400), after }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    const { q } = request.query
    const found = await readAs(pools.read, actor, (db) => searchCases(db, directory, q, request.query.after))
    return { ...found, agencies: request.query.after ? [] : directory.search(q, 8) }
  })
}
