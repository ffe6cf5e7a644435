import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { allDeciders } from '../deciders.ts'
import { CATALOGUE } from '../kernel/problems/catalogue.ts'
import { Registry } from '../kernel/streams/registry.ts'
import { kinds } from './index.ts'

/** What every kind keeps, whichever kinds there are: a new one is a folder and a line in each of the two lists, and nothing else names it. */
const src = join(import.meta.dirname, '..')
const sources = (pattern: string) => globSync(pattern, { cwd: src }).filter((file) => !file.includes('.test.'))
const read = (file: string) => readFileSync(join(src, file), 'utf8')
const registry = new Registry([...allDeciders])

test('every folder of a kind stands in the list of the server and in that of the web', () => {
  const folders = globSync('kinds/*/kind.ts', { cwd: src })
    .map((file) => file.split('/')[1])
    .toSorted()
  assert.deepEqual(kinds.map(({ kind }) => kind).toSorted(), folders)
  assert.deepEqual([...read('kinds/screens.ts').matchAll(/from '\.\/([^/]+)\/screens/g)].map(([, kind]) => kind).toSorted(), folders)
})

test('kernel, web and start name no kind', () => {
  const named = new RegExp(String.raw`['"\`/](${kinds.map(({ kind }) => kind).join('|')})(?![a-z-])`)
  const files = sources('{kernel,web}/**/*.{ts,tsx}').concat(sources('{deciders,service,open,main,config}.ts'), 'kinds/routes.ts')
  assert.ok(files.length > 200)
  assert.deepEqual(
    files.flatMap((file) => {
      const line = read(file)
        .split('\n')
        .find((one) => named.test(one))
      return line ? [`${file}: ${line.trim()}`] : []
    }),
    [],
  )
})

for (const { kind, decider, prefix, name, statuses, timeline } of kinds) {
  const rules = sources(`kinds/${kind}/*.ts`).map((file) => ({ file, text: read(file) }))
  const codes = Object.keys(decider.problems ?? {})

  describe(kind, () => {
    test('its name and its statuses have both languages, and no other kind has its prefix', () => {
      for (const { vi, en } of [name, ...Object.values(statuses)]) assert.ok(vi && en)
      assert.equal(kinds.filter((one) => one.prefix === prefix).length, 1)
      assert.equal(typeof timeline, 'function')
    })

    test('whatever it refuses with has both languages and a status, and it keeps no code that it never uses', () => {
      const used = rules.flatMap(({ text }) => [...text.matchAll(/\b(?:problem|reason)\(\s*'([^']+)'/g)].map(([, code]) => code!))
      assert.ok(used.length > 0)
      for (const code of [...used, ...codes]) {
        const { vi, en, status } = { ...CATALOGUE, ...decider.problems }[code] ?? assert.fail(`${kind} has no text for ${code}`)
        assert.ok(vi && en && status >= 400 && status < 500, code)
        assert.equal(registry.refusal({ code, text: { vi, en } }).status, status)
      }
      const spoken = rules.filter(({ file }) => !file.endsWith('/problems.ts')).map(({ text }) => text)
      assert.deepEqual(
        codes.filter((code) => !spoken.some((text) => text.includes(`'${code}'`))),
        [],
      )
    })

    test('whatever it notifies has both languages', () => {
      const keys = Object.keys(decider.notifications ?? {})
      for (const key of keys) {
        const text = registry.notification(key)
        assert.ok(text?.vi && text.en, key)
        assert.ok(key.startsWith(`${kind}.`), `${key} does not begin with ${kind}`)
      }
      // A kind that notifies says so in its types; one that has left that out notifies nobody.
      assert.equal(
        keys.length > 0,
        rules.some(({ text }) => text.includes("table: 'notify'")),
      )
    })
  })
}
