import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { readAs } from '../access/reader.ts'
import { localDay } from '../clocks/given-times.ts'
import { localDate } from '../clocks/zone.ts'
import type { Service } from '../http/service.ts'
import { listAgencies } from './agency-list.ts'
import { agencyTypesOn } from './agency-types.ts'
import { listAreas } from './area-list.ts'
import { domainsOn } from './domains.ts'
import { readAgency, readMandates, readOfficers } from './reads.ts'

const id = z.uuid()
const day = localDay.optional()
const text = z.string().max(200)

export type AgencyRouteDeps = Pick<Service, 'asking' | 'directory' | 'kernel' | 'pools'>

const today = (): string => localDate(new Date().toISOString())

/** Reads of the directory, for signed-in officers only. Lists come from memory; posts, contact points and mandates from the database. */
export const registerAgencyRoutes = (plain: FastifyInstance, { asking, directory, kernel, pools }: AgencyRouteDeps): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const tags = ['agency']

  const listQuery = z.object({
    q: text.optional(),
    type: z.string().max(1_000).optional(),
    area: text.optional(),
    under: id.optional(),
    asOf: day,
    after: z.string().max(400).optional(),
  })
  app.get('/api/agencies', { schema: { tags, querystring: listQuery } }, async (request) => {
    await asking.actorOf(request)
    return listAgencies(directory, request.query, today())
  })

  app.get('/api/agencies/:id', { schema: { tags, params: z.object({ id }), querystring: z.object({ asOf: day }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    return readAs(pools.read, actor, (db) => readAgency(db, kernel, actor, directory, request.params.id, request.query.asOf ?? today()))
  })

  app.get('/api/officers', { schema: { tags, querystring: z.object({ agencyId: id }) } }, async (request) => {
    const actor = await asking.actorOf(request)
    const rows = await readAs(pools.read, actor, (db) => readOfficers(db, kernel, request.query.agencyId, today()))
    // Names to sign in with are for who keeps them: a list of them is half of a guess.
    return { rows: actor.rights.includes('directory') ? rows : rows.map((row) => ({ ...row, account: null })) }
  })

  app.get('/api/areas', { schema: { tags, querystring: z.object({ q: text.default('') }) } }, async (request) => {
    await asking.actorOf(request)
    return { rows: listAreas(request.query.q) }
  })

  app.get('/api/domains', { schema: { tags, querystring: z.object({ at: day }) } }, async (request) => {
    await asking.actorOf(request)
    return { rows: domainsOn(request.query.at ?? today()) }
  })

  app.get('/api/agency-types', { schema: { tags, querystring: z.object({ at: day }) } }, async (request) => {
    await asking.actorOf(request)
    return { rows: agencyTypesOn(request.query.at ?? today()) }
  })

  const mandateQuery = z.object({ domain: text.optional(), area: text.optional(), at: day })
  app.get('/api/mandates', { schema: { tags, querystring: mandateQuery } }, async (request) => {
    const actor = await asking.actorOf(request)
    const { domain, area, at } = request.query
    return { rows: await readAs(pools.read, actor, (db) => readMandates(db, directory, { domain, area, at: at ?? today() })) }
  })
}
