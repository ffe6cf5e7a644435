import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromForeignOrigin } from './same-origin.ts'

const post = (headers: Record<string, string>, host = 'hiepdong.example:4180') => ({ method: 'POST', host, headers })

test('a page of the same origin, or a client that is no browser, may change things', () => {
  assert.equal(fromForeignOrigin(post({ 'sec-fetch-site': 'same-origin', origin: 'http://hiepdong.example:4180' })), false)
  assert.equal(fromForeignOrigin(post({ origin: 'http://hiepdong.example:4180' })), false)
  assert.equal(fromForeignOrigin(post({})), false)
})

test('a page of another site, another port or another name of the same site may not', () => {
  for (const site of ['cross-site', 'same-site', 'anything']) assert.equal(fromForeignOrigin(post({ 'sec-fetch-site': site })), true, site)
  for (const origin of ['http://evil.example', 'http://hiepdong.example:8080', 'http://other.hiepdong.example:4180', 'null', '']) {
    assert.equal(fromForeignOrigin(post({ origin })), true, origin)
  }
})

test('what the browser says of the site outweighs an origin that looks right', () => {
  assert.equal(fromForeignOrigin(post({ 'sec-fetch-site': 'cross-site', origin: 'http://hiepdong.example:4180' })), true)
})

test('an origin that the installation names as its own passes', () => {
  const own = ['https://hiepdong.gov.example']
  assert.equal(fromForeignOrigin(post({ origin: 'https://hiepdong.gov.example' }, 'backend:4180'), own), false)
  assert.equal(fromForeignOrigin(post({ origin: 'https://hiepdong.gov.example.evil' }, 'backend:4180'), own), true)
})

test('reads are not its business, every other method is', () => {
  const headers = { 'sec-fetch-site': 'cross-site' }
  for (const method of ['GET', 'HEAD', 'OPTIONS']) assert.equal(fromForeignOrigin({ method, host: 'x', headers }), false, method)
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) assert.equal(fromForeignOrigin({ method, host: 'x', headers }), true, method)
})
