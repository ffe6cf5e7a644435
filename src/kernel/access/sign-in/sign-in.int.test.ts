import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { getMigrations } from 'better-auth/db/migration'
import Fastify, { type FastifyInstance } from 'fastify'
import { Client, type Pool } from 'pg'
import { type TestDatabase, testDatabase } from '../../../../testing/database.ts'
import { Problem } from '../../problems/problem.ts'
import { createAuth } from './auth.ts'
import { registerSignIn } from './routes.ts'
import { createSignIn, type SignIn, signInPool } from './sign-in.ts'

const SECRET = 'a-secret-of-tests-0123456789abcdefghijklmnopqrstuvwxyz'
const PASSWORD = 'mat-khau-thu-nghiem'
const CANARY_AGENT = 'canary-agent-7351'

let database: TestDatabase
let pool: Pool
let signIn: SignIn
let app: FastifyInstance
const postId = randomUUID()
const officerId = randomUUID()

/** A server with two routes behind the session, as the product's own stand behind it. */
const serverWith = (use: SignIn): FastifyInstance => {
  const server = Fastify({ trustProxy: '127.0.0.1' })
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof Problem) return reply.code(error.status).send({ code: error.code, text: error.text, ...error.extra })
    return reply.code(500).send({ code: String(error) })
  })
  registerSignIn(server, use)
  server.get('/who', async (request) => ({ session: await use.sessionOf(request) }))
  server.post('/who', async (request) => ({ session: await use.sessionOf(request) }))
  return server
}

const enter = (server: FastifyInstance, username: string, password: string, headers: Record<string, string> = {}) =>
  server.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
    headers: { 'user-agent': CANARY_AGENT, ...headers },
  })

const cookieOf = (answer: { headers: Record<string, unknown> }): string => {
  const all = [answer.headers['set-cookie']].flat().map(String)
  return all.map((cookie) => cookie.split(';')[0]).join('; ')
}

const who = async (server: FastifyInstance, cookie: string, method: 'GET' | 'POST' = 'GET') =>
  (await server.inject({ method, url: '/who', headers: { cookie } })).json().session as { postId: string | null; officerId: string } | null

before(async () => {
  database = await testDatabase()
  pool = signInPool(database.appUrl)
  signIn = createSignIn({ pool, secret: SECRET, firstPost: async (id) => (id === officerId ? postId : null) })
  app = serverWith(signIn)
  await signIn.createAccount({ account: 'pa05.tructban', password: PASSWORD, officerId })
})

after(async () => {
  await app.close()
  await pool.end()
  await database.drop()
})

describe('signing in', () => {
  test('the right password opens a session in the first post, by a cookie that scripts cannot read', async () => {
    const answer = await enter(app, ' PA05.TructBan ', PASSWORD)
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json(), { ok: true })
    const cookie = String([answer.headers['set-cookie']].flat()[0])
    assert.match(cookie, /HttpOnly/i)
    assert.match(cookie, /SameSite=Lax/i)
    assert.match(cookie, /Max-Age=43200/i)
    const session = await who(app, cookieOf(answer))
    assert.equal(session?.officerId, officerId)
    assert.equal(session?.postId, postId)
  })

  test('behind https the cookie is for https alone', async () => {
    const secure = createSignIn({ pool, secret: SECRET, baseUrl: 'https://hiepdong.example' })
    const { cookies } = await secure.enter('pa05.tructban', PASSWORD, '203.0.113.200')
    assert.match(cookies[0] ?? '', /^__Secure-.*; Secure/i)
    const session = await secure.sessionOf({ method: 'POST', headers: { cookie: cookies[0]?.split(';')[0] } })
    assert.equal(session?.officerId, officerId)
  })

  test('while the database is away a session is not looked up as if it were a fault of the server: the error says where it comes from', async () => {
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    const nobodyThere = signInPool('postgres://app:app@127.0.0.1:1/none')
    try {
      const away = createSignIn({ pool: nobodyThere, secret: SECRET })
      await assert.rejects(away.sessionOf({ method: 'POST', headers: { cookie } }), { code: 'ECONNREFUSED' })
      await assert.rejects(away.enter('pa05.tructban', PASSWORD, '203.0.113.201'), { code: 'ECONNREFUSED' })
    } finally {
      await nobodyThere.end()
    }
  })

  test('a wrong name and a wrong password answer alike, in both languages', async () => {
    const wrongPassword = await enter(app, 'pa05.tructban', 'khong-dung')
    const wrongName = await enter(app, 'khong.co.ai', PASSWORD)
    const shortName = await enter(app, 'x', PASSWORD)
    assert.equal(wrongPassword.statusCode, 401)
    assert.equal(wrongPassword.json().code, 'sign-in-failed')
    assert.ok(wrongPassword.json().text.vi && wrongPassword.json().text.en)
    assert.equal(wrongName.body, wrongPassword.body)
    assert.equal(shortName.body, wrongPassword.body)
    assert.equal(wrongName.headers['set-cookie'], undefined)
  })

  test('a cookie with a changed signature is nobody, also while the true one is remembered', async () => {
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    assert.ok(await who(app, cookie))
    const forged = cookie.replace(
      /\.([^.;]+)$/,
      (_whole, signature: string) => `.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    )
    assert.notEqual(forged, cookie)
    assert.equal(await who(app, forged), null)
    assert.equal(await who(app, 'hiepdong.session_token=rubbish'), null)
  })

  test('malformed bodies are a failed sign-in, not a fault', async () => {
    for (const payload of [{}, { username: 1, password: [] }, { username: 'a'.repeat(300), password: 'x' }]) {
      const answer = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
      assert.equal(answer.statusCode, 401)
    }
  })

  test('only the two routes exist: no sign-up, no listing, no session read-out', async () => {
    for (const url of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/update-user', '/api/auth/is-username-available']) {
      assert.equal((await app.inject({ method: 'POST', url, payload: {} })).statusCode, 404, url)
    }
    assert.equal((await app.inject({ method: 'GET', url: '/api/auth/get-session' })).statusCode, 404)
  })
})

describe('leaving', () => {
  test('sign-out counts at once, although the session was just remembered', async () => {
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    assert.ok(await who(app, cookie))
    const left = await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } })
    assert.equal(left.statusCode, 200)
    assert.match(String([left.headers['set-cookie']].flat()[0]), /Max-Age=0/i)
    assert.equal(await who(app, cookie), null)
  })

  test('another server forgets too: at once for commands', async () => {
    const otherPool = signInPool(database.appUrl)
    const other = serverWith(createSignIn({ pool: otherPool, secret: SECRET }))
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    assert.ok(await who(other, cookie))
    await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers: { cookie } })
    assert.equal(await who(other, cookie, 'POST'), null)
    await other.close()
    await otherPool.end()
  })

  test('signing in again ends the session that the browser held', async () => {
    const first = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    await enter(app, 'pa05.tructban', PASSWORD, { cookie: first })
    assert.equal(await who(app, first), null)
  })

  test('a closed account ends its sessions and cannot sign in', async () => {
    const gone = randomUUID()
    await signIn.createAccount({ account: 'xa.vanthu', password: PASSWORD, officerId: gone })
    const cookie = cookieOf(await enter(app, 'xa.vanthu', PASSWORD))
    assert.ok(await who(app, cookie))
    await signIn.closeAccount(gone)
    assert.equal(await who(app, cookie), null)
    assert.equal((await enter(app, 'xa.vanthu', PASSWORD)).statusCode, 401)
  })
})

describe('the active post', () => {
  test('is kept in the session and changes at once', async () => {
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    const session = await signIn.sessionOf({ method: 'GET', headers: { cookie } })
    assert.ok(session)
    const next = randomUUID()
    await signIn.setActivePost(session, next)
    assert.equal((await who(app, cookie))?.postId, next)
  })
})

describe('attempts', () => {
  const limits = { pair: { most: 3, seconds: 600 }, account: { most: 8, seconds: 600 }, address: { most: 20, seconds: 600 } }
  const from = (address: string) => ({ 'x-forwarded-for': address })

  test('one account from one address is stopped, others are not; the header of a stranger changes nothing', async () => {
    const strict = serverWith(createSignIn({ pool, secret: SECRET, limits }))
    await signIn.createAccount({ account: 'so.vanthu', password: PASSWORD, officerId: randomUUID() })
    for (let i = 0; i < 3; i++) assert.equal((await enter(strict, 'so.vanthu', 'sai', from('203.0.113.7'))).statusCode, 401)
    const stopped = await enter(strict, 'so.vanthu', PASSWORD, from('203.0.113.7'))
    assert.equal(stopped.statusCode, 429)
    assert.equal(stopped.json().code, 'too-many-attempts')
    assert.ok(Number(stopped.headers['retry-after']) > 0)
    assert.equal((await enter(strict, 'so.vanthu', PASSWORD, from('203.0.113.8'))).statusCode, 200)
    assert.equal((await enter(strict, 'pa05.tructban', PASSWORD, from('203.0.113.7'))).statusCode, 200)
    // What the client itself put in front of the proxy's entry does not count.
    assert.equal((await enter(strict, 'so.vanthu', PASSWORD, from('198.51.100.1, 203.0.113.7'))).statusCode, 429)
    await strict.close()
  })

  test('an account that does not exist is stopped alike', async () => {
    const strict = serverWith(createSignIn({ pool, secret: SECRET, limits }))
    for (let i = 0; i < 3; i++) await enter(strict, 'khong.co', 'sai', from('203.0.113.20'))
    assert.equal((await enter(strict, 'khong.co', 'sai', from('203.0.113.20'))).statusCode, 429)
    await strict.close()
  })

  test('one account guessed from many addresses is stopped', async () => {
    const strict = serverWith(createSignIn({ pool, secret: SECRET, limits }))
    await signIn.createAccount({ account: 'sovh.vanthu', password: PASSWORD, officerId: randomUUID() })
    const codes = []
    for (let i = 0; i < 10; i++) codes.push((await enter(strict, 'sovh.vanthu', 'sai', from(`203.0.113.${100 + i}`))).statusCode)
    assert.deepEqual(codes, [401, 401, 401, 401, 401, 401, 401, 401, 429, 429])
    await strict.close()
  })

  test('success clears the failures of the pair and does not use up an office that shares an address', async () => {
    const strict = serverWith(createSignIn({ pool, secret: SECRET, limits }))
    for (let i = 0; i < 30; i++) assert.equal((await enter(strict, 'pa05.tructban', PASSWORD, from('203.0.113.50'))).statusCode, 200)
    await strict.close()
  })

  test('attempts at the same moment are each counted', async () => {
    const strict = serverWith(createSignIn({ pool, secret: SECRET, limits }))
    const answers = await Promise.all(Array.from({ length: 12 }, () => enter(strict, 'khong.ai.ca', 'sai', from('203.0.113.60'))))
    assert.equal(answers.filter((answer) => answer.statusCode === 401).length, 3)
    await strict.close()
  })
})

describe('pages of other origins', () => {
  test('cannot sign an officer in or out', async () => {
    const cookie = cookieOf(await enter(app, 'pa05.tructban', PASSWORD))
    const headers = { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    assert.equal((await app.inject({ method: 'POST', url: '/api/auth/sign-out', headers })).json().code, 'foreign-origin')
    assert.equal((await enter(app, 'pa05.tructban', PASSWORD, { origin: 'https://evil.example' })).statusCode, 403)
    assert.ok(await who(app, cookie))
  })
})

describe('what is stored', () => {
  test('no address, no agent, no name; a mail address that is none', async () => {
    await enter(app, 'pa05.tructban', PASSWORD, { 'x-forwarded-for': '203.0.113.99' })
    const owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const stored = []
    for (const table of ['"user"', 'session', 'account', 'verification', 'attempt']) {
      const { rows } = await owner.query(`select t::text as line from auth.${table} t`)
      stored.push(...rows.map((row) => row.line as string))
    }
    await owner.end()
    const all = stored.join('\n')
    assert.ok(all.includes('pa05.tructban@officer.invalid'))
    for (const canary of [CANARY_AGENT, '203.0.113', '127.0.0.1', PASSWORD]) assert.ok(!all.includes(canary), canary)
  })

  test('the role of sign-in reads no case, and the roles of cases read no account', async () => {
    await assert.rejects(pool.query('select * from public.stream'), /permission denied/)
    const read = new Client({ connectionString: database.appUrl, options: '-c role=app_read' })
    await read.connect()
    await assert.rejects(read.query('select * from auth.account'), /permission denied/)
    await read.end()
  })

  test('the tables are those that the library expects', async () => {
    const auth = createAuth(pool, SECRET, 'http://127.0.0.1', { firstPost: async () => null, sessionChanged: () => {} })
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options)
    assert.deepEqual([toBeCreated, toBeAdded], [[], []])
  })

  test('accounts are refused when taken, malformed or with a short password', async () => {
    const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected
    const one = { account: 'pa05.tructban', password: PASSWORD, officerId: randomUUID() }
    await assert.rejects(signIn.createAccount(one), code('account-taken'))
    await assert.rejects(signIn.createAccount({ ...one, account: 'Nguyễn Văn A' }), code('account-form'))
    await assert.rejects(signIn.createAccount({ ...one, account: 'pa05.khac', password: 'ngan' }), code('password-form'))
  })
})

describe('hashing', () => {
  test('twenty accounts are made at once while the process goes on', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 5)
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => signIn.createAccount({ account: `demo.${i}`, password: PASSWORD, officerId: randomUUID() })),
    )
    clearInterval(timer)
    assert.ok(ticks > 5, `the process ticked ${ticks} times`)
  })
})
