import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientAddress } from './client-address.ts'

test('an IPv4 address counts as itself, also inside IPv6', () => {
  assert.equal(clientAddress('203.0.113.7'), '203.0.113.7')
  assert.equal(clientAddress('::ffff:203.0.113.7'), '203.0.113.7')
})

test('all addresses of one /64 count as one, those of another do not', () => {
  const one = clientAddress('2001:db8:1:2::1')
  assert.equal(clientAddress('2001:DB8:0001:0002:ffff:ffff:ffff:ffff'), one)
  assert.equal(clientAddress('2001:db8:1:2:0:0:0:9%eth0'), one)
  assert.notEqual(clientAddress('2001:db8:1:3::1'), one)
  assert.equal(clientAddress('::1'), clientAddress('0:0:0:0:0:0:0:1'))
  assert.notEqual(clientAddress('fe80::1'), clientAddress('::1'))
})
