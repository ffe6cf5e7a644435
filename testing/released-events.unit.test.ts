import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventSchemas } from '../tools/release-events.ts'

const released = JSON.parse(readFileSync(join(import.meta.dirname, 'released-events.json'), 'utf8')) as Record<string, unknown>
const today = eventSchemas()

test('a released event schema does not change without a new version, and none disappears', () => {
  for (const [name, schema] of Object.entries(released)) {
    const [type] = name.split('@') as [string]
    const newest = Object.keys(today).find((other) => other.startsWith(`${type}@`))
    assert.ok(newest, `event ${type} was released and must stay readable`)
    if (newest === name)
      assert.deepEqual(
        today[name],
        schema,
        `${name} changed: give it a new version and an upcaster, then run "node tools/release-events.ts"`,
      )
  }
})

test('every event type is released before it is used', () => {
  const unreleased = Object.keys(today).filter((name) => !(name in released))
  assert.deepEqual(unreleased, [], 'run "node tools/release-events.ts" and commit testing/released-events.json')
})
