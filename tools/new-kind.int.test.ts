import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const bin = (name: string) => join(root, 'node_modules/.bin', name)

/** A runner inside a runner would report to the outer one. */
const { NODE_TEST_CONTEXT: _outer, ...env } = process.env

let home = ''
let made: string[] = []

/** A hash of every file of the tree, by path. */
const hashes = (): Map<string, string> =>
  new Map(
    globSync('{src,testing,tools}/**/*', { cwd: home, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(home.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

before(() => {
  home = mkdtempSync(join(tmpdir(), 'hiepdong-new-kind-'))
  for (const name of ['src', 'testing', 'tools', 'package.json', 'tsconfig.json', 'tsconfig.web.json', '.oxfmtrc.json', '.oxlintrc.json']) {
    cpSync(join(root, name), join(home, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
})
after(() => rmSync(home, { recursive: true, force: true }))

test('a new kind is one folder and two lists; no other file of the tree changes, the kernel’s least of all', async () => {
  const earlier = hashes()
  const { stdout } = await run(process.execPath, ['tools/new-kind.ts', 'field-visit', 'KT', "Kiểm tra 'thực địa'", 'Field visit'], {
    cwd: home,
    env,
  })
  made = stdout.split('\n').filter((line) => line.startsWith('src/'))
  const later = hashes()
  const changed = [...later].filter(([path, hash]) => earlier.get(path) !== hash).map(([path]) => path)
  assert.deepEqual(changed.toSorted(), made.toSorted())
  assert.deepEqual(
    made.filter((path) => !path.startsWith('src/kinds/field-visit/')),
    ['src/kinds/index.ts', 'src/kinds/screens.ts'],
  )
  assert.deepEqual(
    [...earlier.keys()].filter((path) => !later.has(path)),
    [],
  )
})

test('it passes the type check of the server and of the web, the lint and the formatter as it is', async () => {
  const check = (name: string, ...args: string[]) => run(bin(name), args, { cwd: home, env })
  await Promise.all([check('tsc', '-p', 'tsconfig.json'), check('tsc', '-p', 'tsconfig.web.json')])
  await check('oxlint', '--quiet', 'src/kinds')
  await check('oxfmt', '--check', ...made)
})

test('its own tests pass, in memory and on the database, and those that keep the house', async () => {
  const files = [...made.filter((path) => path.endsWith('.test.ts')), 'testing/house.unit.test.ts']
  assert.equal(files.length, 4)
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', ...files], { cwd: home, env })
  assert.match(stdout, /^# fail 0$/m)
  assert.ok(Number(/^# pass (\d+)$/m.exec(stdout)?.[1]) >= 15, stdout)
})

test('a name, a prefix or a folder that will not do is refused, and nothing is written', async () => {
  const earlier = hashes()
  for (const [args, why] of [
    [['Drill', 'DT', 'Diễn tập', 'Drill'], /KIND is written like/],
    [['drill', 'd1', 'Diễn tập', 'Drill'], /PREFIX is two to six/],
    [['drill', 'DT', 'Diễn tập'], /in Vietnamese and in English/],
    [['drill', 'CD', 'Diễn tập', 'Drill'], /directive\/kind\.ts has the prefix CD/],
    [['field-visit', 'KV', 'Kiểm tra', 'Visit'], /is there already/],
  ] as const) {
    await assert.rejects(run(process.execPath, ['tools/new-kind.ts', ...args], { cwd: home, env }), (error: { stderr: string }) =>
      why.test(error.stderr),
    )
  }
  assert.deepEqual(hashes(), earlier)
})
