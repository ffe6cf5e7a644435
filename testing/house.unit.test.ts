import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { globSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$|\.d\.ts$/.test(file))

type Edge = { from: string; to: string; typeOnly: boolean }

const STATEMENT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(\{[^}]*\}|\*(?:\s+as\s+[\w$]+)?|[\w$]+(?:\s*,\s*(?:\{[^}]*\}|\*\s+as\s+[\w$]+))?)\s+from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/g

const edgesOf = (file: string): Edge[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(STATEMENT)].map((m) => {
    const names = m[2]
      ?.match(/^\{([^}]*)\}$/)?.[1]
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean)
    const typeOnly = Boolean(m[1]) || Boolean(names?.length && names.every((name) => name.startsWith('type ')))
    return { from: file, to: posix.normalize(posix.join(dirname(file), (m[3] ?? m[4]) as string)), typeOnly }
  })

const edges = files.flatMap(edgesOf)
const kindOf = (file: string): string | null => /^src\/kinds\/([^/]+)\//.exec(file)?.[1] ?? null
const isScreen = (file: string) => file.includes('/screens/') || file.startsWith('src/web/') || file.endsWith('/screens.ts')
const broken = (rule: (edge: Edge) => boolean) => edges.filter(rule).map(({ from, to }) => `${from} -> ${to}`)

test('the kernel imports no kind', () => {
  assert.deepEqual(
    broken(({ from, to }) => from.startsWith('src/kernel/') && to.startsWith('src/kinds/')),
    [],
  )
})

test('a kind imports no other kind', () => {
  assert.deepEqual(
    broken(({ from, to }) => kindOf(from) !== null && kindOf(to) !== null && kindOf(from) !== kindOf(to)),
    [],
  )
})

test('nothing on the server imports a screen, and nothing on a screen runs server code', () => {
  assert.deepEqual(
    broken(({ from, to }) => !isScreen(from) && isScreen(to)),
    [],
  )
  assert.deepEqual(
    broken(({ from, to, typeOnly }) => isScreen(from) && (to.startsWith('src/kernel/') || to.startsWith('src/intake/')) && !typeOnly),
    [],
  )
})

test('screens of a kind take their own contract and the web, nothing else of the server', () => {
  const wrong = broken(
    ({ from, to, typeOnly }) =>
      from.includes('/screens/') && !typeOnly && !isScreen(to) && !/\/contract(\.|-)|-contract\.ts$|\/contract\.ts$/.test(to),
  )
  assert.deepEqual(wrong, [])
})

test('rules are pure: kinds and assignments read no clock, no database, no network in their rules', () => {
  const pure = files.filter((file) =>
    /^src\/(kinds\/[^/]+\/rules|kernel\/assignments\/(decide|evolve|available|project)|kernel\/clocks\/)/.test(file),
  )
  assert.ok(pure.length > 5)
  const impure = pure.filter((file) =>
    /Date\.now\(|new Date\(\)|Math\.random|from 'pg'|process\.env|\bfetch\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(impure, [])
})

test('no circles, and no source file over 300 lines', () => {
  const next = Map.groupBy(
    edges.filter((edge) => !edge.typeOnly),
    (edge) => edge.from,
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: string[]) => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '))
    if (done.has(file) || way.includes(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...way, file])
    done.add(file)
  }
  for (const file of files) visit(file, [])
  assert.deepEqual(circles, [])
  const long = files.filter(
    (file) => !/\/(law|data)\/|messages/.test(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 300,
  )
  assert.deepEqual(long, [])
})
