import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { testDatabase, type TestDatabase } from '../../testing/database.ts'
import { importDirectory } from '../directory-import.ts'
import { readAs } from '../kernel/access/reader.ts'
import { readAcknowledgement } from '../kernel/acknowledgements/reads.ts'
import { agencyId } from '../kernel/agencies/agency-record.ts'
import { readCase } from '../kernel/cases/reads/case-view.ts'
import { localDate } from '../kernel/clocks/zone.ts'
import type { AgreementState } from '../kinds/agreement/contract.ts'
import { readEvidence } from '../kinds/agreement/evidence.ts'
import { type RunningService, startService } from '../service.ts'
import { agreementOfficers, readers } from './agreement-officers.ts'
import { loadAgreements } from './agreements.ts'
import { actorOf, communeOfficers, enterOfficers } from './entries.ts'
import { demoOfficers } from './officers.ts'
import { demoId, Player } from './player.ts'
import { playWalk } from './walk.ts'

let db: TestDatabase
let service: RunningService
before(async () => {
  db = await testDatabase()
  service = await startService({ appUrl: db.appUrl, masterKey: randomBytes(32), demo: true })
  await importDirectory(service)
  await service.directory.load()
  const player = new Player(service)
  await enterOfficers(player, [...demoOfficers, ...communeOfficers('52', 'gia-lai')])
  await playWalk(player)
  await loadAgreements(player)
})
after(async () => {
  await service.stop()
  await db.drop()
})

const who = (account: string) => actorOf([...agreementOfficers, ...demoOfficers].find((one) => one.account === account)!)
const today = localDate(new Date().toISOString())
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
  assert.equal((await seen('calaocai.lanhdao', 'lao-cai')).state.proposal, 2)
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

test('the letter counts for the clause it is tied to, by what each reader sees of it', async () => {
  const results = async (account: string) => {
    const { evidence } = await seen(account, 'gia-lai')
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

test('loaded twice, nothing happens twice', async () => {
  const count = async () => Number((await service.pools.system.query('select count(*) as n from event')).rows[0].n)
  const before = await count()
  await loadAgreements(new Player(service))
  assert.equal(await count(), before)
})
