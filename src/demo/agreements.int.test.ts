import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { clearOfMidnight } from '../../testing/days.ts'
import { importDirectory } from '../directory-import.ts'
import { readAs } from '../kernel/access/reader.ts'
import { readAcknowledgement } from '../kernel/acknowledgements/reads.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'
import { buildServer } from '../kernel/http/server.ts'
import { kindRoutes } from '../kinds/routes.ts'
import { readCase } from '../kernel/cases/reads/case-view.ts'
import { addDays } from '../kernel/clocks/dates.ts'
import { localDate } from '../kernel/clocks/zone.ts'
import type { AgreementState } from '../kinds/agreement/contract.ts'
import { readEvidence } from '../kinds/agreement/evidence.ts'
import { type RunningService, startService } from '../service.ts'
import { agreementOfficers, readers } from './agreement-officers.ts'
import { loadAgreements } from './agreements.ts'
import { actorOf, communeOfficers, enterOfficers } from './entries.ts'
import { DEMO_PASSWORD, demoOfficers } from './officers.ts'
import { demoId, Player } from './player.ts'
import { playWalk } from './walk.ts'

let db: TestDatabase
let today: string
let service: RunningService
let app: Awaited<ReturnType<typeof buildServer>>
before(async () => {
  await clearOfMidnight()
  today = localDate(new Date().toISOString())
  db = await testDatabase()
  service = await startService({ appUrl: db.appUrl, masterKey: randomBytes(32), demo: true })
  await importDirectory(service)
  await service.directory.load()
  const player = new Player(service)
  await enterOfficers(player, [...demoOfficers, ...communeOfficers('52', 'gia-lai')])
  await playWalk(player)
  await loadAgreements(player)
  app = await buildServer(service, { webDir: null, extra: [kindRoutes(service)], logLevel: 'silent' })
})
after(async () => {
  await app?.close()
  await service?.stop()
  await db?.drop()
})

const who = (account: string) => actorOf([...agreementOfficers, ...demoOfficers].find((one) => one.account === account)!)
const seen = (account: string, name: string) => {
  const actor = who(account)
  return readAs(service.pools.read, actor, async (reader) => {
    const caseId = demoId(`agreement:${name}`)
    const view = await readCase(reader, service.kernel, actor, service.directory, caseId)
    const evidence = await readEvidence(reader, service.kernel, service.directory, { caseId, today })
    const acknowledgement = await readAcknowledgement(reader, service.kernel, actor, service.directory, caseId)
    return { view, state: view.state as AgreementState, evidence, acknowledgement }
  })
}

test('the four agreements stand in force on the days they were signed, by those who answer now', async () => {
  for (const [account, name, signedOn] of [
    ['skhcnhatinh.cds', 'ha-tinh', '2021-11-19'],
    ['calaocai.lanhdao', 'lao-cai', '2018-04-03'],
    ['viettel.giamdoc', 'gia-lai', '2021-12-13'],
    ['skhcndanang.lanhdao', 'quang-nam', '2025-02-19'],
  ] as const) {
    const { view, state } = await seen(account, name)
    assert.equal(view.status, 'in-force', name)
    assert.equal(view.documentDate, signedOn)
    assert.equal(state.versions[0]?.signatures.length, 2)
  }
  const { state, view } = await seen('skhcnhatinh.cds', 'ha-tinh')
  assert.match(view.number, /^QC-2021-\d{3}$/)
  assert.equal(state.versions[0]?.signatures[1]?.formerId, agencyId('ha-tinh/so-tttt'))
  const laoCai = (await seen('calaocai.lanhdao', 'lao-cai')).state
  assert.equal(laoCai.proposal, 2)
  // What its source leaves open is said where the text is read, and nobody signs in a post that the source does not name.
  assert.match(laoCai.versions[0]?.note ?? '', /năm ký cần đối chiếu/)
  assert.deepEqual(
    laoCai.versions[0]?.signatures.map((one) => one.position),
    ['Lãnh đạo Sở Thông tin và Truyền thông', 'Lãnh đạo Công an tỉnh'],
  )
  assert.equal((await seen('skhcndanang.lanhdao', 'quang-nam')).view.role, 'adviser')
})

test('beside the clauses of Hà Tĩnh stands what was done, and two of them are plainly empty', async () => {
  const { evidence, acknowledgement } = await seen('skhcnhatinh.lanhdao', 'ha-tinh')
  assert.equal(evidence.clauses.length, 8)
  assert.deepEqual(
    evidence.clauses.map((one) => one.items.length > 0),
    [true, true, true, true, true, true, false, false],
  )
  assert.equal(evidence.clauses[6]?.before.count, 1)
  assert.equal(evidence.clauses[7]?.emptyPeriods, 2)
  assert.equal(evidence.clauses[7]?.running[0]?.total, 1)
  assert.equal(acknowledgement.totals.required, readers.length + 4)
  assert.equal(acknowledgement.agencies.length, 2)
})

test('the letter asks of each body what its source asks, and each task came from a sentence of it', async () => {
  const { rows } = await service.pools.system.query<{ agency_id: string; n: number }>(
    'select agency_id, count(distinct assignment_id)::int as n from fulfilment where case_id = $1 and parent_id is null group by 1',
    [demoId('letter')],
  )
  const tasks = (key: string) => rows.find((row) => row.agency_id === agencyId(key))?.n
  assert.deepEqual(
    ['gia-lai/so-khcn', 'gia-lai/cong-an', 'gia-lai/23575/ubnd', 'gia-lai/chi-cuc-qltt', 'gia-lai/viettel'].map(tasks),
    [4, 4, 1, 2, 3],
  )
})

test('the letter counts for the clause it is tied to, by what each reader sees of it', async () => {
  const results = async (account: string) => {
    // Two months back: on the first days of a half-year its own period holds nothing yet.
    const evidence = await readAs(service.pools.read, who(account), (reader) =>
      readEvidence(reader, service.kernel, service.directory, {
        caseId: demoId('agreement:gia-lai'),
        today,
        from: addDays(today, -60),
        until: today,
      }),
    )
    const tied = evidence.clauses[3]?.items.find((item) => item.kind === 'case' && item.caseId === demoId('letter'))
    const { rows } = await readAs(service.pools.read, who(account), (reader) =>
      reader.query<{ n: number }>(
        `select count(*)::int as n from evidence where case_id = $1 and state in ('submitted', 'confirmed') and on_day between $2 and $3`,
        [demoId('letter'), evidence.period.from, evidence.period.until],
      ),
    )
    return { shown: tied?.results ?? 0, counted: rows[0]!.n }
  }
  for (const account of ['catinh.lanhdao', 'viettel.daumoi']) {
    const { shown, counted } = await results(account)
    assert.equal(shown, counted, account)
  }
  assert.ok((await results('catinh.lanhdao')).counted > 0)
})

test('loaded twice, nothing happens twice, on another day neither', async (t) => {
  const count = async () => Number((await service.pools.system.query('select count(*) as n from event')).rows[0].n)
  const before = await count()
  await loadAgreements(new Player(service))
  assert.equal(await count(), before)
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 24 * 3600_000 })
  await loadAgreements(new Player(service))
  t.mock.timers.reset()
  assert.equal(await count(), before)
})

/** Requests as an officer who has signed in. */
const client = async (account: string) => {
  await service.signIn.createAccount({ account, password: DEMO_PASSWORD, officerId: who(account).officerId })
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: account, password: DEMO_PASSWORD },
  })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const post = (url: string, payload: unknown, more: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, headers: { cookie, 'idempotency-key': randomUUID(), ...more }, payload: payload as object })
  return { get: (url: string) => app.inject({ method: 'GET', url, headers: { cookie } }), post }
}

test('over HTTP: evidence, its table and workbook, versions compared, reading and intake', async () => {
  const { get, post } = await client('skhcnhatinh.lanhdao')
  const caseId = demoId('agreement:ha-tinh')
  const evidence = (await get(`/api/cases/${caseId}/evidence`)).json()
  assert.equal(evidence.totals.clauses, 8)
  assert.equal(evidence.totals.withEvidence, 6)
  const before = (await get(`/api/cases/${caseId}/evidence?from=${evidence.previous.from}&until=${evidence.previous.until}`)).json()
  assert.equal(before.totals.items, evidence.totals.itemsBefore)
  assert.equal((await get(`/api/cases/${caseId}/evidence?from=2026-02-01&until=2026-01-01`)).statusCode, 400)
  const table = (await get(`/api/cases/${caseId}/evidence/table`)).json()
  assert.equal(table.periods.at(-1).key, evidence.period.key)
  assert.deepEqual(
    table.rows.map((row: { counts: number[] }) => row.counts.at(-1)),
    evidence.clauses.map((one: { items: unknown[] }) => one.items.length),
  )
  const workbook = await get(`/api/cases/${caseId}/evidence.xlsx`)
  assert.equal(workbook.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.match(String(workbook.headers['content-disposition']), /minh-chung-QC-2021-\d{3}\.xlsx/)

  const acknowledgement = (await get(`/api/cases/${caseId}/acknowledgement`)).json()
  assert.equal(acknowledgement.reading.required, true)
  const desk = (await get('/api/desk')).json()
  assert.ok(desk.rows.some((row: { act: string; caseId: string }) => row.act === 'read' && row.caseId === caseId))
  const clauseIds = evidence.clauses.map((one: { clauseId: string }) => one.clauseId)
  assert.equal((await post(`/api/cases/${caseId}/reading/confirm`, { version: 1 })).json().code, 'read-first')
  assert.equal((await post(`/api/cases/${caseId}/reading/read`, { version: 1, clauseIds })).statusCode, 200)
  assert.equal((await post(`/api/cases/${caseId}/reading/confirm`, { version: 1 })).statusCode, 200)
  const read = (await get(`/api/cases/${caseId}/acknowledgement`)).json()
  assert.equal(read.totals.confirmed, acknowledgement.totals.confirmed + 1)
  const reminded = await post(`/api/cases/${caseId}/acknowledgement/remind`, {})
  assert.equal(reminded.statusCode, 200)
  assert.equal((await post(`/api/cases/${demoId('agreement:gia-lai')}/reading/confirm`, { version: 1 })).json().code, 'not-found')
  assert.equal((await get(`/api/cases/${demoId('agreement:gia-lai')}/evidence`)).json().code, 'not-found')
  assert.equal((await get(`/api/cases/${demoId('agreement:gia-lai')}/evidence.xlsx`)).json().code, 'not-found')

  const text = readFileSync(join(import.meta.dirname, '../intake/fixtures/quy-che-cong-an-so.txt'), 'utf8').replaceAll('Phú Lâm', 'Hà Tĩnh')
  const draft = (await post('/api/agreement/intake', { text })).json()
  assert.deepEqual(
    draft.text.parties.map((party: { agencyId: string }) => party.agencyId),
    [agencyId('ha-tinh/cong-an'), agencyId('ha-tinh/so-khcn')],
  )
  const created = await post('/api/agreement', { text: draft.text })
  assert.equal(created.statusCode, 200)
  const file = await post('/api/agreement/intake?name=quy-che.txt', Buffer.from(text), { 'content-type': 'application/octet-stream' })
  assert.equal(file.json().text.articles.length, 8)

  // The province in the text wins over that of the officer who takes it in, who is told so.
  const elsewhere = (await post('/api/agreement/intake', { text: text.replaceAll('Hà Tĩnh', 'Lào Cai') })).json()
  assert.deepEqual(
    elsewhere.text.parties.map((party: { agencyId: string }) => party.agencyId),
    [agencyId('lao-cai/cong-an'), agencyId('lao-cai/so-khcn')],
  )
  const doubts = (body: { doubts: { text: { vi: string } }[] }) => body.doubts.map((doubt) => doubt.text.vi).join('; ')
  assert.match(doubts(elsewhere), /thuộc tỉnh Lào Cai, không phải địa bàn/)
  assert.doesNotMatch(doubts(draft), /địa bàn của đồng chí/)

  const laoCai = await client('calaocai.lanhdao')
  const clock = (await laoCai.get(`/api/cases/${demoId('agreement:lao-cai')}/agreement-clock`)).json()
  assert.match(clock.cutoff.day, /-(06|12)-14$/)
  assert.ok(clock.cutoff.passed || clock.cutoff.workingDays >= 0)
  const turn = (one: { year: number; month: number; host: { id: string } }) => {
    // The department was the first to host, in June 2018: since then it has June, and the police December.
    assert.equal(one.host.id, agencyId(one.month === 6 ? 'lao-cai/so-khcn' : 'lao-cai/cong-an'), `${one.month}/${one.year}`)
  }
  for (const one of [clock.briefing, ...clock.later]) turn(one)
  assert.equal((await get(`/api/cases/${demoId('agreement:lao-cai')}/agreement-clock`)).json().code, 'not-found')
  const compared = (await laoCai.get(`/api/cases/${demoId('agreement:lao-cai')}/versions/compare?from=1&to=2`)).json()
  assert.deepEqual(compared.counts, { same: 6, changed: 1, added: 0, removed: 0 })
  assert.deepEqual(
    compared.fields.map((one: { field: string }) => one.field),
    ['exchange'],
  )
})
