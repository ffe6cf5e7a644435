import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { CaseListView, DeskView, ReceiptView } from '../src/kernel/http/views.ts'
import { SYSTEM } from '../src/kernel/access/system-actor.ts'
import { agencyId } from '../src/kernel/agencies/agency-record.ts'
import { provinceAgencies } from '../src/kernel/agencies/province-template.ts'
import { addDays } from '../src/kernel/clocks/dates.ts'
import { localDate } from '../src/kernel/clocks/zone.ts'
import { execute } from '../src/kernel/streams/execute.ts'
import { startService } from '../src/service.ts'
import { directiveAssignment, directiveDocument, directiveDraft, to } from './builders/directive.ts'
import { emptyTestDatabase, type TestDatabase } from './database.ts'
import { LiveStream } from './live-stream.ts'
import { signedIn } from './running-server.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'

/** Two servers as an operator runs them: processes of their own over one database that was empty when both were started at once. */
const key = randomBytes(32)
const PASSWORD = 'hai may chu, mot so cai'
const [OFFICE, POLICE] = [agencyId('gia-lai/ubnd'), agencyId('gia-lai/cong-an')]
let db: TestDatabase
let first: ServerProcess
let second: ServerProcess
let office: Record<string, string>
let police: Record<string, string>

before(async () => {
  db = await emptyTestDatabase()
  const settings = { DATABASE_URL: db.appUrl, HIEPDONG_OWNER_URL: db.ownerUrl, HIEPDONG_KEY: key.toString('hex') }
  ;[first, second] = await Promise.all([startServerProcess(settings), startServerProcess(settings)])
  await enterPeople()
  office = await signedIn(first.url, 'vp.ubnd', PASSWORD)
  police = await signedIn(second.url, 'tb.cat', PASSWORD)
})
after(async () => {
  await Promise.all([first?.kill('SIGTERM'), second?.kill('SIGTERM')])
  await db?.drop()
})

const enterPeople = async (): Promise<void> => {
  const service = await startService({ appUrl: db.appUrl, masterKey: key, demo: false })
  const give = (streamType: string, streamId: string, command: string, payload: object) =>
    execute(service.kernel, { actor: SYSTEM, streamType, streamId, command, payload, key: randomUUID() })
  await give('directory', randomUUID(), 'import', { source: 'test', agencies: provinceAgencies('52'), mandates: [] })
  for (const [account, agency] of [
    ['vp.ubnd', OFFICE],
    ['tb.cat', POLICE],
  ] as const) {
    const officerId = randomUUID()
    await give('officer', officerId, 'create', { account, name: account, agencyId: agency })
    const rights = ['draft', 'issue', 'answer']
    await give('post', randomUUID(), 'create', { agencyId: agency, unitId: agency, title: 'Trực ban', rights, officerId })
    await service.signIn.createAccount({ account, password: PASSWORD, officerId })
  }
  await service.stop()
}

type Given = { at: ServerProcess; path: string; body: object; by: Record<string, string>; key?: string }

const post = async ({
  at,
  path,
  body,
  by,
  key = randomUUID(),
}: Given): Promise<{ status: number; body: ReceiptView & { code?: string } }> => {
  const headers = { ...by, origin: at.url, 'content-type': 'application/json', 'idempotency-key': key }
  const answer = await fetch(`${at.url}/api${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: answer.status, body: (await answer.json()) as ReceiptView & { code?: string } }
}
const get = async <T>(at: ServerProcess, path: string, by: Record<string, string>): Promise<T> =>
  (await fetch(`${at.url}/api${path}`, { headers: by })).json() as Promise<T>

/** A letter of today to the police; the days follow the clock, which no test moves. */
const letter = (subject: string) => {
  const today = localDate(new Date().toISOString())
  return directiveDraft({
    document: directiveDocument({ issuerId: OFFICE, date: today, subject, number: `${subject}/UBND` }),
    assignments: [directiveAssignment({ leads: [to(POLICE)], deadline: { words: '', date: addDays(today, 30), inclusive: true } })],
  })
}

test('both serve: a session opened at one holds at the other', async () => {
  for (const at of [first, second]) {
    assert.equal((await get<{ status: string }>(at, '/health', {})).status, 'ok')
    assert.deepEqual((await get<CaseListView>(at, '/cases', office)).rows, [])
  }
})

test('the same command given to both at once is one effect and one answer; the same key with another body is refused', async () => {
  const commands = Array.from({ length: 8 }, (_, n) => ({
    path: '/directive',
    body: letter(`100${n}`),
    by: office,
    key: `twice-${randomUUID()}`,
  }))
  const answers = await Promise.all(commands.map((one) => Promise.all([post({ ...one, at: first }), post({ ...one, at: second })])))
  for (const [one, other] of answers) {
    assert.equal(one.status, 200, JSON.stringify(one.body))
    assert.deepEqual(other, one)
  }
  for (const at of [first, second]) assert.equal((await get<CaseListView>(at, '/cases', office)).rows.length, commands.length)
  const other = await post({ ...commands[0]!, at: second, body: letter('2000') })
  assert.deepEqual([other.status, other.body.code], [409, 'key-reused'])
})

test('what is issued at one server reaches a browser that listens at the other, and its desk', { timeout: 120_000 }, async () => {
  const { body: draft } = await post({ at: first, path: '/directive', body: letter('3000'), by: office })
  const stream = await LiveStream.open(second.url, police)
  const heard = stream.changeOf(draft.caseId)
  const issued = await post({ at: first, path: `/directive/${draft.streamId}/issue`, body: {}, by: office })
  assert.equal(issued.status, 200, JSON.stringify(issued.body))
  assert.equal((await heard).desk, true)
  await stream.close()
  const desk = await get<DeskView>(second, '/desk', police)
  assert.deepEqual(
    desk.rows.map((row) => [row.caseId, row.act]),
    [[draft.caseId, 'accept']],
  )
})

test('one server killed in the midst, the other goes on, and a retry of what the dead one answered changes nothing', async () => {
  const given = { path: '/directive', body: letter('4000'), by: office, key: `retry-${randomUUID()}` }
  const answered = await post({ ...given, at: first })
  await first.kill('SIGKILL')
  assert.deepEqual(await post({ ...given, at: second }), answered)
  const { rows } = await get<CaseListView>(second, '/cases', office)
  assert.equal(rows.filter((row) => row.id === answered.body.caseId).length, 1)
})
