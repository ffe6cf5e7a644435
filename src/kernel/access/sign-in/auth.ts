import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import type { Pool } from 'pg'
import { ACCOUNT_FORM } from './account-form.ts'

/** A session lasts a working day with overtime, whatever happens in it; then the officer signs in again. */
export const SESSION_SECONDS = 12 * 60 * 60

export const PASSWORD_LENGTH = { least: 8, most: 128 } as const

export type AuthHooks = {
  /** The post in which an officer begins a session; null where there is none to choose. */
  firstPost: (officerId: string) => Promise<string | null>
  /** A session ended or changed. */
  sessionChanged: (token: string) => void
}

/** The sign-in library, set up for accounts that hold nothing personal. `secret` signs the cookies, at least 32 random characters. */
export const createAuth = (pool: Pool, secret: string, baseUrl: string, hooks: AuthHooks) =>
  betterAuth({
    database: pool,
    secret,
    baseURL: baseUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    // Its own spans hold the texts of errors, names of accounts among them.
    experimental: { instrumentation: { enabled: false } },
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    plugins: [
      username({
        displayUsername: false,
        maxUsernameLength: 64,
        usernameValidator: (name) => ACCOUNT_FORM.test(name),
        validationOrder: { username: 'post-normalization' },
      }),
    ],
    user: { additionalFields: { officerId: { type: 'string', required: true, input: false } } },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      additionalFields: { postId: { type: 'string', required: false, input: false } },
    },
    // Attempts are counted in attempts.ts, per account and for all servers together; origins are checked in same-origin.ts for every route alike.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'hiepdong',
      useSecureCookies: baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const user = await context?.context.adapter.findOne<{ officerId: string }>({
              model: 'user',
              where: [{ field: 'id', value: session.userId }],
            })
            const postId = user ? await hooks.firstPost(user.officerId) : null
            return { data: { ...session, postId, ipAddress: null, userAgent: null } }
          },
        },
        update: { after: async (session) => hooks.sessionChanged(session.token) },
        delete: { after: async (session) => hooks.sessionChanged(session.token) },
      },
    },
  })
