import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
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

it('goes on past broken files and says in both languages what is wrong with each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'intake-'))
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const bad: [string, RegExp][] = [
    [file('a.txt', ''), /không có chữ nào.*holds no text/],
    [file('b.txt', Buffer.from([0x43, 0xe9, 0xff, 0xfe, 0x80])), /không theo Unicode.*not Unicode/],
    [file('c.docx', 'không phải Word'), /không phải Word.*not a Word/],
    [file('d.txt', `UBND TỈNH\nM Ậ T\nSố: 1/UBND-NC`), /dấu MẬT.*secrecy stamp/],
    [folder, /thư mục.*folder/],
    [join(folder, 'e.txt'), /Không tìm thấy tệp.*not found/],
  ]
  const good = file('z.txt', 'UBND tỉnh giao Sở Y tế kiểm tra thức ăn trước ngày 01/12/2026.')
  const { stdout, stderr, status } = run('intake', '--json', ...bad.map(([path]) => path), good)
  rmSync(folder, { recursive: true })
  assert.equal(status, 1)
  assert.equal((JSON.parse(stdout) as { file: string }).file, good)
  const lines = stderr.trimEnd().split('\n')
  for (const [index, [path, reason]] of bad.entries()) {
    assert.ok(lines[index]?.startsWith(`${path}: `))
    assert.match(lines[index] ?? '', reason)
  }
})

it('refuses an option it does not know', () => {
  const { stderr, status } = run('intake', '--json', '--nhanh', 'a.txt')
  assert.equal(status, 2)
  assert.match(stderr, /--nhanh/)
})

it('explains its commands', () => {
  assert.equal(run('bay').status, 2)
  assert.match(run('--help').stderr, /intake --json/)
})
