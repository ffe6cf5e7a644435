import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant, localDay, zonedInstant } from './given-times.ts'

const takes = (schema: typeof localDay | typeof instant, text: string) => schema.safeParse(text).success

test('a day exists in the calendar and lies in a year that work can lie in', () => {
  for (const text of ['2026-11-21', '2024-02-29', '1900-01-01', '2200-12-31']) assert.ok(takes(localDay, text), text)
  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '0000-01-01',
    '0001-01-01',
    '1899-12-31',
    '2201-01-01',
    '9999-12-31',
    '+010000-01-01',
    '2026-1-1',
    '2026-11-21\n',
    '',
  ])
    assert.ok(!takes(localDay, text), text)
})

test('a moment has its zone and lies in a year that work can lie in', () => {
  for (const text of ['2026-11-21T08:00:00Z', '1900-01-01T00:00:00.000Z', '2200-12-31T23:59:59Z'])
    assert.ok(takes(instant, text) && takes(zonedInstant, text), text)
  assert.ok(takes(zonedInstant, '2026-11-21T08:00:00+07:00') && !takes(instant, '2026-11-21T08:00:00+07:00'))
  for (const text of [
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2026-02-30T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T00:00:00+99:99',
    '2026-11-21T08:00:00',
    '+275760-09-13T00:00:00Z',
  ])
    assert.ok(!takes(instant, text) && !takes(zonedInstant, text), text)
})

test('every day of these years is taken and keeps its text', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }), (date) => {
      const text = date.toISOString()
      assert.equal(localDay.parse(text.slice(0, 10)), text.slice(0, 10))
      assert.equal(instant.parse(text), text)
    }),
  )
})

test('no route and no command has a form of days or moments of its own', () => {
  const root = join(import.meta.dirname, '../..')
  const own = globSync('**/*.{ts,tsx}', { cwd: root }).filter(
    (file) =>
      !file.endsWith('.test.ts') &&
      !file.endsWith('given-times.ts') &&
      /iso\s*\.(date|datetime)\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(own, [])
})
