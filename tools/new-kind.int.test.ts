import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { DEMO_PASSWORD } from '../src/demo/officers.ts'
import type {
  CaseListView,
  MeView,
  NotificationListView,
  ProblemView,
  ReceiptView,
  SearchView,
  TimelineView,
} from '../src/kernel/http/views.ts'

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
  const files = [...made.filter((path) => path.endsWith('.test.ts')), 'src/kinds/kinds.unit.test.ts', 'testing/house.unit.test.ts']
  assert.equal(files.length, 5)
  const { stdout } = await run(process.execPath, ['--test', '--test-reporter=tap', ...files], { cwd: home, env })
  assert.match(stdout, /^# fail 0$/m)
  assert.ok(Number(/^# pass (\d+)$/m.exec(stdout)?.[1]) >= 15, stdout)
})

test('a server made of that tree creates, lists, finds, opens and notifies its cases, and refuses in words, in both languages', async () => {
  // The modules of the other tree: its kernel is this one's to the byte, its list of kinds has one more.
  const there = (path: string) => import(join(home, path))
  const { startServer, signedIn } = (await there('testing/running-server.ts')) as typeof import('../testing/running-server.ts')
  const { OFFICERS } = (await there('testing/stock.ts')) as typeof import('../testing/stock.ts')
  const server = await startServer({ stock: OFFICERS })
  try {
    const ask = async (account: string) => {
      const session = await signedIn(server.url, account, DEMO_PASSWORD)
      return async <T>(path: string, payload?: object, language = 'vi'): Promise<{ status: number; body: T }> => {
        const headers = { ...session, 'accept-language': language, 'idempotency-key': randomUUID() }
        const sent = { method: 'POST', body: JSON.stringify(payload), headers: { ...headers, 'content-type': 'application/json' } }
        const answer = await fetch(server.url + path, payload ? sent : { headers })
        return { status: answer.status, body: (await answer.json()) as T }
      }
    }
    const [own, party] = [await ask('vpub.chuyenvien'), await ask('skhcn.chuyenvien')]
    const { agency } = (await party<MeView>('/api/me')).body.post
    const title = 'Kiểm tra trạm phát sóng'
    const { status, body: receipt } = await own<ReceiptView>('/api/field-visit', { title, partyIds: [agency.id] })
    assert.equal(status, 200)
    const path = `/api/field-visit/${receipt.caseId}`

    const refused = await own<ProblemView>(`${path}/close`, {})
    assert.deepEqual([refused.status, refused.body.code, refused.body.detail], [409, 'field-visit-not-open', refused.body.text.vi])
    assert.deepEqual(refused.body.text, { vi: 'Chỉ kết thúc hồ sơ đang mở.', en: 'Only an open case can be closed.' })
    assert.equal((await own<ProblemView>(`${path}/close`, {}, 'en')).body.detail, 'Only an open case can be closed.')

    assert.equal((await own(`${path}/open`, {})).status, 200)
    assert.deepEqual(
      [(await party<ProblemView>(`${path}/close`, {})).body.code, (await own<ProblemView>(`${path}/edit`, { title: 'x' })).body.code],
      ['owner-only', 'field-visit-not-draft'],
    )
    const listed = (await party<CaseListView>('/api/cases?kind=field-visit')).body.rows[0]!
    assert.deepEqual([listed.id, listed.title, listed.status], [receipt.caseId, title, 'open'])
    assert.match(listed.number, /^KT-\d{4}-\d+$/)
    const found = (await party<SearchView>('/api/search?q=kiem+tra+tram')).body.cases[0]!
    assert.deepEqual([found.caseId, found.kind], [receipt.caseId, 'field-visit'])
    const told = (await party<NotificationListView>('/api/notifications')).body.rows[0]!
    const asker = listed.owner.shortName
    assert.deepEqual(told.text, { vi: `${asker} mở ${listed.number}: ${title}`, en: `${asker} opened ${listed.number}: ${title}` })
    const { rows: timeline } = (await party<TimelineView>(`/api/cases/${receipt.caseId}/timeline`)).body
    assert.deepEqual(timeline[0]?.text, { vi: `${asker} mở hồ sơ`, en: `${asker} opened the case` })
  } finally {
    await server.stop()
  }
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
