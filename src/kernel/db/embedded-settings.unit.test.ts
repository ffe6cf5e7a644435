import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tunedSettings } from './embedded-settings.ts'

const GB = 1024 ** 3

test('a larger machine gives its database more memory, within bounds', () => {
  const of = (memory: number) => {
    const { shared_buffers, effective_cache_size } = tunedSettings(memory)
    return [shared_buffers, effective_cache_size]
  }
  assert.deepEqual(of(GB / 2), ['128MB', '512MB'])
  assert.deepEqual(of(8 * GB), ['1024MB', '4096MB'])
  assert.deepEqual(of(128 * GB), ['4096MB', '65536MB'])
})

test('what this machine has is a number', () => {
  assert.match(tunedSettings().shared_buffers ?? '', /^\d{3,4}MB$/)
})
