import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { agencyId } from '../src/kernel/agencies/agency-record.ts'
import { execute } from '../src/kernel/streams/execute.ts'
import { type RunningService, startService } from '../src/service.ts'
import { actor } from './builders/actor.ts'
import { directiveAssignment, directiveDocument, directiveDraft, toClass } from './builders/directive.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { DIRECTORY, STOCK_KEY } from './stock.ts'

const COMMUNES = 3321

let db: TestDatabase
let service: RunningService
before(async () => {
  db = await testDatabase(DIRECTORY)
  service = await startService({ appUrl: db.appUrl, masterKey: STOCK_KEY, demo: false, poolSize: 16 })
})
after(async () => {
  await service.stop()
  await db.drop()
})

const percentile = (sorted: number[], p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] as number

test('a directive reaches all 3,321 communes at once, and all of them accept through 16 connections at p95 of 50 ms at most', async () => {
  const ministry = agencyId('vn/bo-cong-an')
  const issuer = actor({ agencyId: ministry, unitId: ministry })
  const caseId = randomUUID()
  const give = (who: typeof issuer, streamType: string, streamId: string, command: string, payload: unknown) =>
    execute(service.kernel, { actor: who, streamType, streamId, command, payload, key: randomUUID() })
  const draft = directiveDraft({
    document: directiveDocument({ issuerId: ministry, issuerName: 'Bộ Công an' }),
    assignments: [directiveAssignment({ leads: [toClass('commune-peoples-committee', null)] })],
  })
  await give(issuer, 'directive', caseId, 'create', draft)
  const begun = performance.now()
  await give(issuer, 'directive', caseId, 'issue', {})
  const issued = performance.now() - begun
  const { rows } = await service.pools.system.query<{ id: string; agency_id: string }>(
    'select id, agency_id from fulfilment where case_id = $1',
    [caseId],
  )
  assert.equal(rows.length, COMMUNES)
  const times: number[] = []
  const queue = rows.values()
  const accept = async () => {
    for (const { id, agency_id: agency } of queue) {
      const start = performance.now()
      await give(actor({ agencyId: agency, unitId: agency }), 'fulfilment', id, 'accept', {})
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: 16 }, accept))
  times.sort((a, b) => a - b)
  const { rows: states } = await service.pools.system.query(
    'select state, count(*)::int as n from fulfilment where case_id = $1 group by 1',
    [caseId],
  )
  assert.deepEqual(states, [{ state: 'accepted', n: COMMUNES }])
  const p95 = percentile(times, 0.95)
  console.log(`issued in ${issued.toFixed(0)} ms; accepted at p50 ${percentile(times, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`)
  assert.ok(p95 <= 50, `p95 is ${p95.toFixed(1)} ms`)
})
