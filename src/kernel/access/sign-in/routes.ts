import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { problem } from '../../problems/catalogue.ts'
import { Problem } from '../../problems/problem.ts'
import { clientAddress } from './client-address.ts'
import { refuseForeignOrigin } from './same-origin.ts'
import type { SignIn } from './sign-in.ts'

const Entry = z.object({ username: z.string().max(200), password: z.string().max(1_000) })

/** Bodies here are two short strings. */
const BODY_LIMIT = 4_096

/**
 * The sign-in routes: POST /api/auth/sign-in/username `{username, password}` and POST /api/auth/sign-out, both `{ok: true}` with the cookie set.
 * Only these two of the library's many routes exist: what is not needed cannot be misused. Failures are thrown as problems for the server's one error handler.
 */
export const registerSignIn = (app: FastifyInstance, signIn: SignIn, ownOrigins: readonly string[] = []): void => {
  app.register(
    async (scope) => {
      scope.addHook('onRequest', refuseForeignOrigin(ownOrigins))

      scope.post('/sign-in/username', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
        const entry = Entry.safeParse(request.body)
        if (!entry.success) throw problem('sign-in-failed')
        const { username, password } = entry.data
        const { cookies } = await signIn
          .enter(username, password, clientAddress(request.ip), request.headers.cookie)
          .catch((error: unknown) => {
            if (error instanceof Problem && error.extra['retryAfter']) reply.header('retry-after', error.extra['retryAfter'])
            throw error
          })
        // Told by the proxy that speaks TLS: the browser then keeps the cookie from every plain request.
        const secure = (cookie: string) => (request.protocol !== 'https' || /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`)
        return reply.header('set-cookie', cookies.map(secure)).header('cache-control', 'no-store').send({ ok: true })
      })

      scope.post('/sign-out', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
        const { cookies } = await signIn.leave(request.headers.cookie)
        // Who leaves a machine that others use leaves none of what was read on it.
        return reply
          .header('set-cookie', cookies)
          .header('cache-control', 'no-store')
          .header('clear-site-data', '"cache"')
          .send({ ok: true })
      })
    },
    { prefix: '/api/auth' },
  )
}
