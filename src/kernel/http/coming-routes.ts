import type { FastifyInstance } from 'fastify'
import { readAs } from '../access/reader.ts'
import { countKinds, readComing } from '../cases/reads/coming.ts'
import type { Service } from './service.ts'
import type { KindCountsView } from './coming-views.ts'

/** What stands around the desk: what the next days bring, and how many cases there are of each kind. */
export const registerComingRoutes = (app: FastifyInstance, { pools, directory, asking, kinds }: Service): void => {
  app.get('/api/desk/coming', { config: { repeated: true }, schema: { tags: ['desk'] } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readComing(db, actor, kinds, directory, new Date()))
  })

  app.get('/api/desk/kinds', { config: { repeated: true }, schema: { tags: ['desk'] } }, async (request): Promise<KindCountsView> => {
    const actor = await asking.actorOf(request)
    return { counts: await readAs(pools.read, actor, (db) => countKinds(db, actor)) }
  })
}
