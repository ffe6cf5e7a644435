import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const files = globSync(['web/**/*.{ts,tsx}', 'kinds/*/screens/**/*.{ts,tsx}', 'kinds/screens.ts'], { cwd: root }).filter(
  (file) => !file.includes('.test.'),
)

const string = String.raw`(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|` + '`((?:[^`\\\\]|\\\\.)*)`)'
const pair = new RegExp(String.raw`\bvi:\s*${string},\s*en:\s*${string}`, 'g')
const starts = /\bvi:\s*['"`]/g

type Pair = { file: string; vi: string; en: string }
const pairs: Pair[] = []
const alone: string[] = []
for (const file of files) {
  const source = readFileSync(join(root, file), 'utf8')
  const found = [...source.matchAll(pair)]
  for (const match of found) pairs.push({ file, vi: match[1] ?? match[2] ?? match[3] ?? '', en: match[4] ?? match[5] ?? match[6] ?? '' })
  const begun = [...source.matchAll(starts)].length
  if (begun !== found.length) alone.push(`${file}: ${begun} Vietnamese texts, ${found.length} with an English one beside`)
}

const places = (text: string): string[] => [...text.matchAll(/\$?\{([^}]*)\}/g)].map((match) => match[1] ?? '').toSorted()

test('every text of the screens stands in both languages', () => {
  assert.ok(pairs.length > 300, `only ${pairs.length} texts were found: the test looks in the wrong place`)
  assert.deepEqual(alone, [])
  assert.deepEqual(
    pairs.filter(({ vi, en, file }) => (vi === '') !== (en === '') && !file.endsWith('next-work.ts')),
    [],
  )
})

test('both languages of a text take the same values', () => {
  const names = ({ vi, en }: Pair) => new Set(places(vi)).symmetricDifference(new Set(places(en)))
  const different = pairs.filter((one) => !one.vi.includes('${') && names(one).size > 0)
  assert.deepEqual(different, [])
})

test('the screens ask without pleading and write composed letters', () => {
  assert.deepEqual(
    pairs.filter(({ vi }) => /vui lòng|xin hãy/i.test(vi)),
    [],
  )
  assert.deepEqual(
    pairs.filter(({ vi }) => vi !== vi.normalize('NFC')),
    [],
  )
})
