import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { seal, unseal } from './seal.ts'

const key = randomBytes(32)

test('what was sealed opens with the same key and place only', () => {
  const sealed = seal(key, Buffer.from('sự cố mã độc'), 'event:1')
  assert.equal(unseal(key, sealed, 'event:1').toString(), 'sự cố mã độc')
  assert.throws(() => unseal(key, sealed, 'event:2'))
  assert.throws(() => unseal(randomBytes(32), sealed, 'event:1'))
  const bent = Buffer.from(sealed)
  bent[bent.length - 1] = (bent[bent.length - 1] ?? 0) ^ 1
  assert.throws(() => unseal(key, bent, 'event:1'))
})

test('the same text never seals to the same bytes', () => {
  assert.notDeepEqual(seal(key, Buffer.from('a'), 'x'), seal(key, Buffer.from('a'), 'x'))
})
