import type { Pool } from 'pg'
import { rolePool } from '../../db/pool.ts'
import { problem } from '../../problems/catalogue.ts'
import { ACCOUNT_FORM } from './account-form.ts'
import { PASSWORD_LENGTH, createAuth } from './auth.ts'
import { type AttemptLimits, createAttempts } from './attempts.ts'
import { type Session, SessionCache } from './session-cache.ts'

export type { Session }

export type SignInSetup = {
  /** From signInPool(): works as `app_auth`. The caller ends it. */
  pool: Pool
  /** At least 32 random characters; the same on every server of an installation. */
  secret: string
  /** The address officers use, for example `https://hiepdong.gialai.gov.vn`; https makes the cookie Secure. Default: loopback. */
  baseUrl?: string
  limits?: AttemptLimits
  /** The post in which an officer begins (the server looks into the directory). Default: none. */
  firstPost?: (officerId: string) => Promise<string | null>
}

/** What a request must carry to be read for a session. */
export type Asking = { method: string; headers: { cookie?: string | undefined } }

export type NewAccount = { account: string; password: string; officerId: string }

export type SignIn = {
  /** Who asks, or null. Reads may be answered from memory for two seconds, other requests never are. */
  sessionOf: (request: Asking) => Promise<Session | null>
  /** Who asked last with this cookie on this process, or null: for a command, which checks in its own transaction whether it still holds. */
  remembered: (request: Asking) => Session | null
  /** The officer goes on in another post. The caller checks that the post is theirs. */
  setActivePost: (session: Session, postId: string | null) => Promise<void>
  /** Makes the account of an officer. Throws account-form, password-form or account-taken. */
  createAccount: (account: NewAccount) => Promise<{ userId: string }>
  /** Ends all sessions of an officer and takes the account away, at once here and within two seconds elsewhere. */
  closeAccount: (officerId: string) => Promise<void>
  /** Checks a password and opens a session; the answer carries the cookie. Wrong name and wrong password answer alike. */
  enter: (account: string, password: string, address: string, cookie?: string) => Promise<{ cookies: string[] }>
  /** Ends the session of a cookie; the answer clears the cookie. */
  leave: (cookie: string | undefined) => Promise<{ cookies: string[] }>
}

/** Throws password-form. */
export const checkPassword = (password: string): void => {
  if (password.length < PASSWORD_LENGTH.least || password.length > PASSWORD_LENGTH.most) throw problem('password-form', PASSWORD_LENGTH)
}

const UNIQUE_VIOLATION = '23505'

/** A pool that works as `app_auth` in the schema `auth` and nowhere else. `url`: the application's login. */
export const signInPool = (url: string, max = 4): Pool => rolePool(url, 'app_auth', max, 'auth')

/** Sets up sign-in by account name and password. */
export const createSignIn = ({ pool, secret, baseUrl = 'http://127.0.0.1', limits, firstPost }: SignInSetup): SignIn => {
  const cache = new SessionCache()
  const attempts = createAttempts(pool, secret, limits)
  const auth = createAuth(pool, secret, baseUrl, {
    firstPost: firstPost ?? (async () => null),
    sessionChanged: (token) => cache.forget(token),
  })

  /** The library tells nothing of why it could not look: where the database is away, asking it says so, and where it is back, the second look finds. */
  const lookUp = async (headers: Headers) => {
    const look = () => auth.api.getSession({ headers })
    return look().catch(async () => {
      await pool.query('select 1')
      return look()
    })
  }

  const read = async (cookie: string): Promise<Session | null> => {
    const found = await lookUp(new Headers({ cookie }))
    if (!found) return null
    return {
      userId: found.user.id,
      officerId: found.user.officerId,
      postId: found.session.postId ?? null,
      sessionToken: found.session.token,
    }
  }

  const sessionOf: SignIn['sessionOf'] = async (request) => {
    const cookie = sessionCookie(request.headers.cookie)
    if (!cookie) return null
    const header = `${cookie.name}=${cookie.value}`
    const reads = request.method === 'GET' || request.method === 'HEAD'
    return (reads ? cache.get(cookie.token, cookie.value) : undefined) ?? cache.load(cookie.token, cookie.value, () => read(header))
  }

  const leave: SignIn['leave'] = async (cookie) => {
    const answer = await auth.api.signOut({ headers: new Headers(cookie ? { cookie } : {}), asResponse: true })
    return { cookies: answer.headers.getSetCookie() }
  }

  return {
    sessionOf,
    remembered: ({ headers }) => {
      const cookie = sessionCookie(headers.cookie)
      return (cookie && cache.last(cookie.token, cookie.value)) ?? null
    },
    leave,
    setActivePost: async (session, postId) => {
      await (await auth.$context).internalAdapter.updateSession(session.sessionToken, { postId })
      cache.forget(session.sessionToken)
    },
    createAccount: async ({ account, password, officerId }) => {
      const name = account.trim().toLowerCase()
      if (!ACCOUNT_FORM.test(name)) throw problem('account-form')
      checkPassword(password)
      const context = await auth.$context
      const hash = await context.password.hash(password)
      const client = await pool.connect()
      try {
        const { rows } = await client.query<{ id: string }>(
          `with made as (
             insert into "user" (id, name, email, username, "officerId") values (gen_random_uuid(), '', $1 || '@officer.invalid', $1, $2) returning id)
           insert into account (id, "accountId", "providerId", "userId", password)
           select gen_random_uuid(), id::text, 'credential', id, $3 from made returning "userId" as id`,
          [name, officerId, hash],
        )
        return { userId: rows[0]?.id ?? '' }
      } catch (error) {
        if ((error as { code?: string }).code === UNIQUE_VIOLATION) throw problem('account-taken')
        throw error
      } finally {
        client.release()
      }
    },
    closeAccount: async (officerId) => {
      const { rows } = await pool.query<{ id: string }>('delete from "user" where "officerId" = $1 returning id', [officerId])
      for (const { id } of rows) cache.forgetUser(id)
    },
    enter: async (account, password, address, cookie) => {
      const name = account.trim().toLowerCase()
      const wait = await attempts.begin(name, address)
      if (wait > 0) throw problem('too-many-attempts', { minutes: Math.ceil(wait / 60) }, { retryAfter: wait })
      const answer = await auth.api.signInUsername({ body: { username: name, password }, asResponse: true })
      if (answer.status >= 500) {
        await pool.query('select 1')
        throw new Error(`sign-in answered ${answer.status}`)
      }
      if (!answer.ok) throw problem('sign-in-failed')
      await attempts.succeeded(name, address)
      // The session that this browser held before ends, so that nobody goes on in it.
      if (sessionCookie(cookie)) await leave(cookie)
      return { cookies: answer.headers.getSetCookie() }
    },
  }
}

const COOKIE = /(?:^|;\s*)((?:__Secure-)?hiepdong\.session_token)=([^;]+)/

/** The session cookie of a header. Its value is `<token>.<signature>`, percent-encoded. */
const sessionCookie = (header: string | undefined): { name: string; value: string; token: string } | null => {
  const [, name, value] = COOKIE.exec(header ?? '') ?? []
  const dot = value?.indexOf('.') ?? -1
  return name && value && dot > 0 ? { name, value, token: value.slice(0, dot) } : null
}
