import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainAsOf, domains, domainsOn } from './domains.ts'

test('domains have ids of their own, and network information security passed into cybersecurity', () => {
  assert.equal(new Set(domains.map((entry) => entry.id)).size, domains.length)
  assert.equal(domainAsOf('network-information-security', '2026-06-30')?.id, 'network-information-security')
  assert.equal(domainAsOf('network-information-security', '2026-07-01')?.id, 'cybersecurity')
  assert.equal(domainAsOf('unknown', '2026-07-01'), null)
  assert.ok(!domainsOn('2026-07-01').some((entry) => entry.id === 'network-information-security'))
})
