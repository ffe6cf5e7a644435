import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SessionCache } from './session-cache.ts'

const session = { userId: 'u', officerId: 'o', postId: null, sessionToken: 't' }

test('a session is remembered for two seconds, for exactly its cookie', async () => {
  let now = 0
  const cache = new SessionCache(() => now)
  await cache.load('t', 't.signed', async () => session)
  assert.equal(cache.get('t', 't.signed'), session)
  assert.equal(cache.get('t', 't.other'), undefined)
  now = 1_999
  assert.equal(cache.get('t', 't.signed'), session)
  now = 2_000
  assert.equal(cache.get('t', 't.signed'), undefined)
})

test('what was read before a sign-out is not remembered after it', async () => {
  const cache = new SessionCache()
  let finish: (read: typeof session) => void = () => {}
  const reading = cache.load('t', 't.signed', () => new Promise((resolve) => (finish = resolve)))
  cache.forget('t')
  finish(session)
  assert.equal(await reading, session)
  assert.equal(cache.get('t', 't.signed'), undefined)
})

test('nobody is not remembered, and a user is forgotten as a whole', async () => {
  const cache = new SessionCache()
  await cache.load('t', 't.signed', async () => null)
  assert.equal(cache.get('t', 't.signed'), undefined)
  await cache.load('t', 't.signed', async () => session)
  await cache.load('v', 'v.signed', async () => ({ ...session, userId: 'w', sessionToken: 'v' }))
  cache.forgetUser('u')
  assert.equal(cache.get('t', 't.signed'), undefined)
  assert.ok(cache.get('v', 'v.signed'))
})
