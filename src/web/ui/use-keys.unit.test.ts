import assert from 'node:assert/strict'
import { test } from 'node:test'
import { composing } from './use-keys.ts'

test('a press inside Telex or VNI composition is never a key', () => {
  assert.equal(composing({ isComposing: true, keyCode: 74 }), true)
  assert.equal(composing({ isComposing: false, keyCode: 229 }), true)
  assert.equal(composing({ isComposing: false, keyCode: 74 }), false)
})
