import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aside } from './aside.ts'

const names = new URL('../agencies/fold-name.ts', import.meta.url)

test('what is called aside answers from a thread of its own, each in its turn', async () => {
  const asked = ['Đà Nẵng', 'Gia Lai', 'Cần Thơ'].map((name) => aside<string>(names, 'foldName', name))
  assert.deepEqual(await Promise.all(asked), ['da nang', 'gia lai', 'can tho'])
})

test('what fails there fails here, and the next call is made all the same', async () => {
  const failed = aside(names, 'foldName', null)
  const next = aside<string>(names, 'foldName', 'Huế')
  await assert.rejects(failed)
  await assert.rejects(aside(new URL('./no-such-module.ts', import.meta.url), 'any', null))
  assert.equal(await next, 'hue')
})
