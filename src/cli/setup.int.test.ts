import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { type RunningServer, signedIn, startServer } from '../../testing/running-server.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'

const PASSWORD = 'mat-khau-quan-tri-2026'
const masterKey = randomBytes(32)
let db: TestDatabase
let server: RunningServer
const dataDir = mkdtempSync(join(tmpdir(), 'hiepdong-setup-'))

const setup = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, 'hiepdong.ts'), 'setup', ...args], {
    env: {
      ...process.env,
      DATABASE_URL: db.appUrl,
      HIEPDONG_OWNER_URL: db.ownerUrl,
      HIEPDONG_DATA: dataDir,
      HIEPDONG_KEY: masterKey.toString('hex'),
      HIEPDONG_PASSWORD: PASSWORD,
    },
  })

before(async () => {
  db = await testDatabase()
})
after(async () => {
  await server?.stop()
  await db.drop()
  rmSync(dataDir, { recursive: true, force: true })
})

test('an office begins without the demo: directory, first administrator, then officers who work', async () => {
  await setup('--agency', 'lao-cai/ubnd', '--unit', 'lao-cai/van-phong-ubnd', '--account', 'quantri.laocai')
  // A second administrator later: the directory is there already and stays as it is.
  await setup('--agency', 'lao-cai/cong-an', '--account', 'quantri.calaocai')
  server = await startServer({ db, masterKey })
  const admin = await signedIn(server.url, 'quantri.laocai', PASSWORD)
  const post = async (path: string, body: object, headers: Record<string, string>) => {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      body: JSON.stringify(body),
    })
    return { status: answer.status, body: (await answer.json()) as Record<string, string> }
  }
  const science = agencyId('lao-cai/so-khcn')
  const officer = await post('/api/officer', { account: 'skhcn.laocai', name: 'Chuyên viên', agencyId: science }, admin)
  assert.equal(officer.status, 200, JSON.stringify(officer.body))
  const held = await post(
    '/api/post',
    { agencyId: science, title: 'Chuyên viên', rights: ['draft', 'issue', 'answer'], officerId: officer.body.streamId },
    admin,
  )
  assert.equal(held.status, 200, JSON.stringify(held.body))
  assert.equal((await post(`/api/officers/${officer.body.streamId}/account`, { password: 'chuyen-vien-2026' }, admin)).status, 200)
  const science1 = await signedIn(server.url, 'skhcn.laocai', 'chuyen-vien-2026')
  const me = await fetch(`${server.url}/api/me`, { headers: science1 })
  assert.equal(((await me.json()) as { post: { agency: { id: string } } }).post.agency.id, science)
  // The administrator of one agency keeps neither another province's officers nor their accounts.
  const police = await signedIn(server.url, 'quantri.calaocai', PASSWORD)
  const foreign = await post(`/api/officers/${officer.body.streamId}/account`, { password: 'chiem-quyen-2026' }, police)
  assert.equal(foreign.status, 404)
  assert.equal((await post('/api/officer', { account: 'gia.lai', name: 'X', agencyId: agencyId('gia-lai/so-khcn') }, admin)).status, 403)
})

test('an unknown agency or a taken account is said, and nothing is left behind', async () => {
  await assert.rejects(
    setup('--agency', 'khong-co', '--account', 'ai.do'),
    (error: { code: number; stderr: string }) => error.code === 2 && /khong-co/.test(error.stderr),
  )
  await assert.rejects(
    setup('--agency', 'lao-cai/ubnd', '--account', 'quantri.laocai'),
    (error: { code: number; stderr: string }) => error.code === 1 && /\S/.test(error.stderr),
  )
})
