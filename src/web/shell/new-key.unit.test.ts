import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newKey } from './new-key.ts'

test('keys are UUIDs that begin with the moment, each another', () => {
  const before = Date.now()
  const keys = Array.from({ length: 1000 }, newKey)
  const after = Date.now()
  assert.equal(new Set(keys).size, keys.length)
  for (const key of keys) {
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const moment = Number.parseInt(key.replace('-', '').slice(0, 12), 16)
    assert.ok(before <= moment && moment <= after, key)
  }
})
