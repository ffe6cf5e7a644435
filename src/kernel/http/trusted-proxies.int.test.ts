import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type RunningServer, startServer } from '../../../testing/running-server.ts'
import { OFFICERS } from '../../../testing/stock.ts'
import { DEMO_PASSWORD } from '../../demo/officers.ts'
import { buildServer } from './server.ts'

let server: RunningServer
let app: FastifyInstance
before(async () => {
  server = await startServer({ stock: OFFICERS })
  app = await buildServer(server.service, { webDir: null, extra: [], logLevel: 'error', trustedProxies: ['10.1.0.7', 'fd00:1::/64'] })
})
after(async () => {
  await app.close()
  await server.stop()
})

type Sent = { account: string; password?: string; from: string; headers?: Record<string, string> }

const enter = ({ account, password = 'khong-phai-mat-khau', from, headers = {} }: Sent) =>
  app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    remoteAddress: from,
    headers,
    payload: { username: account, password },
  })

/** Guesses until the address is stopped, then tells whether another client is stopped as well. */
const stopsTheOther = async (account: string, from: string, claims: readonly [string, string]): Promise<boolean> => {
  const by = (claim: string) => enter({ account, from, headers: { 'x-forwarded-for': claim } })
  for (let n = 1; n <= 10; n++) assert.equal((await by(claims[0])).statusCode, 401)
  assert.equal((await by(claims[0])).statusCode, 429)
  return (await by(claims[1])).statusCode === 429
}

test('behind a trusted proxy on another machine each client is counted for itself', async () => {
  assert.equal(await stopsTheOther('vpub.chuyenvien', '10.1.0.7', ['203.0.113.1', '203.0.113.2']), false)
  assert.equal(await stopsTheOther('pa05.tructban', 'fd00:1::5', ['203.0.113.1', '203.0.113.2']), false)
})

test('what a client puts before the address that the proxy saw is not believed', async () => {
  assert.equal(await stopsTheOther('catinh.lanhdao', '10.1.0.7', ['198.51.100.1, 203.0.113.3', '198.51.100.2, 203.0.113.3']), true)
})

test('a machine that is no trusted proxy changes nothing by what it claims', async () => {
  assert.equal(await stopsTheOther('skhcn.chuyenvien', '10.1.0.8', ['203.0.113.4', '203.0.113.5']), true)
})

test('the cookie is for https alone where a trusted proxy tells that the browser came by it', async () => {
  const cookieBy = async (from: string, proto: string) => {
    const headers = { 'x-forwarded-proto': proto, 'x-forwarded-for': '203.0.113.6' }
    const answer = await enter({ account: 'vnpt.daumoi', password: DEMO_PASSWORD, from, headers })
    assert.equal(answer.statusCode, 200)
    return String([answer.headers['set-cookie']].flat()[0])
  }
  assert.match(await cookieBy('10.1.0.7', 'https'), /; Secure$/)
  assert.doesNotMatch(await cookieBy('10.1.0.7', 'http'), /Secure/i)
  assert.doesNotMatch(await cookieBy('10.1.0.8', 'https'), /Secure/i)
})

test('a page of this site may change things where the proxy asks under another name and tells the true one', async () => {
  const from = (proxy: string) =>
    enter({
      account: 'vnpt.daumoi',
      password: DEMO_PASSWORD,
      from: proxy,
      headers: { host: 'backend:4180', 'x-forwarded-host': 'hiepdong.example', origin: 'https://hiepdong.example' },
    })
  assert.equal((await from('10.1.0.7')).statusCode, 200)
  assert.equal((await from('10.1.0.8')).statusCode, 403)
})
