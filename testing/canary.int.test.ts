import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { noteStreamId } from '../src/kernel/cases/notes.ts'
import { openFile, keepFile } from '../src/kernel/documents/files.ts'
import { migrate } from '../src/kernel/db/migrate.ts'
import { userOf } from '../src/kernel/db/url.ts'
import { SYSTEM } from '../src/kernel/access/system-actor.ts'
import { execute } from '../src/kernel/streams/execute.ts'
import { type RunningService, startService } from '../src/service.ts'
import { payloads } from '../src/kinds/directive/contract.ts'
import { provinceAgencies } from '../src/kernel/agencies/province-template.ts'
import { agencyId } from '../src/kernel/agencies/agency-record.ts'
import { startTestCluster, type TestCluster } from './cluster.ts'
import { actor as anActor } from './builders/actor.ts'
import { directiveDocument as aDocument } from './builders/directive.ts'

const CANARY = `Chim Hoàng Yến ${randomBytes(6).toString('hex')}`
const MAIL = `${CANARY.split(' ').at(-1)}@vidu.gov.vn`

let cluster: TestCluster
let service: RunningService
before(async () => {
  cluster = await startTestCluster()
  await migrate(
    cluster.ownerUrl,
    join(import.meta.dirname, '../src/kernel/db/migrations'),
    { info: () => {}, warn: console.warn, error: console.error },
    {
      'hiepdong.app_role': userOf(cluster.appUrl),
    },
  )
  service = await startService({ appUrl: cluster.appUrl, masterKey: randomBytes(32), demo: false })
})
after(async () => {
  await cluster.remove()
})

const filesBelow = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const path = join(dir, entry.name)
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : []
  })

const holding = (text: string): string[] => {
  const forms = [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))]
  return filesBelow(cluster.dataDir).filter((path) => {
    const bytes = readFileSync(path)
    return forms.some((form) => bytes.includes(form))
  })
}

test('a canary in every personal field, note, file and free text is nowhere in the data directory, and reads back through the product', async () => {
  const give = (streamType: string, streamId: string, command: string, payload: unknown, actor = SYSTEM, caseId?: string) =>
    execute(service.kernel, { actor, streamType, streamId, command, payload, key: randomUUID(), caseId })
  await give('directory', randomUUID(), 'import', { source: 'test', agencies: provinceAgencies('42'), mandates: [] })
  const officerId = randomUUID()
  const ubnd = agencyId('ha-tinh/ubnd')
  await give('officer', officerId, 'create', { account: 'thu.canhbao', name: CANARY, agencyId: ubnd })
  await give('officer', officerId, 'rename', { name: `${CANARY} Hai` })
  await give('contact-point', randomUUID(), 'create', { agencyId: ubnd, title: 'Trực ban', phone: '0900 000 000', email: MAIL })
  const actor = anActor({ agencyId: ubnd, unitId: ubnd, officerId })
  const caseId = randomUUID()
  await give(
    'directive',
    caseId,
    'create',
    payloads.create.parse({ document: aDocument({ sourceText: `Người ký: ${CANARY}` }), recipients: [], assignments: [] }),
    actor,
  )
  await give('note', noteStreamId(caseId, ubnd), 'add', { text: `Gặp ${CANARY}` }, actor, caseId)
  const file = await keepFile(service.files, actor, {
    name: `${CANARY}.pdf`,
    mediaType: 'application/pdf',
    bytes: Buffer.from(`Họ tên: ${CANARY}`),
  })
  // The sign that the scan can find something: a case's number is plain.
  const openText = aDocument({}).number
  const opened = await openFile(service.files, actor, file.id)
  assert.equal(opened.ref.name, `${CANARY}.pdf`)
  assert.match(opened.bytes.toString(), new RegExp(CANARY))
  await service.stop()
  // Stopping writes everything down, the log of the database included.
  await cluster.stop()
  assert.ok(holding(openText).length > 0, 'the scan sees what is plain')
  assert.deepEqual(
    holding(CANARY).map((path) => path.slice(cluster.dataDir.length)),
    [],
  )
  assert.deepEqual(holding(MAIL), [])
})
