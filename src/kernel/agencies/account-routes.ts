import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { inTransaction } from '../db/pool.ts'
import { needRight } from '../http/asking.ts'
import type { Service } from '../http/service.ts'
import { checkPassword } from '../access/sign-in/sign-in.ts'
import { problem } from '../problems/catalogue.ts'
import { keepsOfficer } from './streams/authority.ts'

/**
 * POST /api/officers/:id/account `{password}`: the administrator of the directory opens the sign-in of an officer they keep, or sets a new
 * password, which ends the officer's sessions. DELETE closes it.
 */
export const registerAccountRoutes = (plain: FastifyInstance, service: Service): void => {
  const app = plain.withTypeProvider<ZodTypeProvider>()
  const params = z.object({ id: z.uuid() })

  app.post(
    '/api/officers/:id/account',
    { schema: { tags: ['agency'], params, body: z.object({ password: z.string().max(1000) }) } },
    async (request) => {
      const account = await keptAccount(service, await service.asking.actorOf(request), request.params.id)
      // Before the old sign-in is taken away.
      checkPassword(request.body.password)
      await service.signIn.closeAccount(request.params.id)
      await service.signIn.createAccount({ account, password: request.body.password, officerId: request.params.id })
      return { ok: true }
    },
  )

  app.delete('/api/officers/:id/account', { schema: { tags: ['agency'], params } }, async (request) => {
    await keptAccount(service, await service.asking.actorOf(request), request.params.id)
    await service.signIn.closeAccount(request.params.id)
    return { ok: true }
  })
}

/** The account name of an officer whose entry the actor keeps. Throws no-right, or not-found as for any entry of others. */
const keptAccount = async ({ pools, kernel }: Service, actor: Actor, officerId: string): Promise<string> => {
  needRight(actor, 'directory')
  return inTransaction(pools.read, async (db) => {
    const { rows } = await db.query('select account, home_agency_id from officer where id = $1 and active', [officerId])
    const look = kernel.look(db)
    if (!rows[0] || !(await keepsOfficer(look, actor, { id: officerId, homeAgencyId: rows[0].home_agency_id }))) throw problem('not-found')
    return rows[0].account as string
  })
}
