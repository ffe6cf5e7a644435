import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { it } from 'node:test'

const fixtures = join(import.meta.dirname, '..', 'intake', 'fixtures')
const run = (...args: string[]) => spawnSync(execPath, [join(import.meta.dirname, 'hiepdong.ts'), ...args], { encoding: 'utf8' })

it('prints one JSON object a line and nothing else', () => {
  const files = ['cong-van-du-lieu-dan-cu.txt', 'bao-tin-cong-dien.txt'].map((name) => join(fixtures, name))
  const { stdout, status } = run('intake', '--json', ...files)
  assert.equal(status, 0)
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    lines.map((line) => line['file']),
    files,
  )
  assert.deepEqual(Object.keys(lines[0] ?? {}), [
    'file',
    'type',
    'number',
    'date',
    'place',
    'issuer',
    'subject',
    'legalBases',
    'signer',
    'assignments',
  ])
  const [first] = (lines[0]?.['assignments'] ?? []) as Record<string, unknown>[]
  assert.deepEqual(Object.keys(first ?? {}), [
    'lead',
    'coordinate',
    'verb',
    'quote',
    'start',
    'end',
    'deadline',
    'recurrence',
    'confidence',
  ])
  assert.equal(first?.['deadline'], '2026-03-31')
})

it('names a file it refuses, goes on with the others and exits with 1', () => {
  const { stdout, stderr, status } = run('intake', '--json', join(fixtures, 'khong-co.txt'), join(fixtures, 'bao-tin-le-ky-ket.txt'))
  assert.equal(status, 1)
  assert.match(stderr, /khong-co\.txt: Không tìm thấy tệp/)
  assert.equal(stdout.trimEnd().split('\n').length, 1)
})

it('explains its commands', () => {
  assert.equal(run('bay').status, 2)
  assert.match(run('--help').stderr, /intake --json/)
})
