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
import { yardstick } from './yardstick.ts'

const COMMUNES = 3321
const CONNECTIONS = 16
/** Short turns of the one and the other, so that both meet the same machine. */
const ROUNDS = 40
/** A command costs about as much as a piece of plain work; three times as much is a fault. */
const MOST = 2.2

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

const percentile = (times: readonly number[], p: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))] as number

/** Runs the pieces through 16 connections; how long each took, in milliseconds. */
const timed = async (pieces: (() => Promise<unknown>)[]): Promise<number[]> => {
  const times: number[] = []
  const queue = pieces.values()
  const work = async () => {
    for (const piece of queue) {
      const begun = performance.now()
      await piece()
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, work))
  return times
}

test('a directive reaches all 3,321 communes at once, and all of them accept through 16 connections at p95 of 50 ms, or what plain work of their weight takes', async () => {
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
  const accepts = rows.map(
    ({ id, agency_id: agency }) =>
      () =>
        give(actor({ agencyId: agency, unitId: agency }), 'fulfilment', id, 'accept', {}),
  )
  const yard = await yardstick(db, CONNECTIONS)
  const accepted: number[] = []
  const plain: number[] = []
  const share = Math.ceil(COMMUNES / ROUNDS)
  for (let round = 0; round < ROUNDS; round++) {
    accepted.push(...(await timed(accepts.slice(round * share, (round + 1) * share))))
    plain.push(...(await timed(Array.from({ length: share }, () => yard.piece))))
  }
  await yard.stop()
  const { rows: states } = await service.pools.system.query(
    'select state, count(*)::int as n from fulfilment where case_id = $1 group by 1',
    [caseId],
  )
  assert.deepEqual(states, [{ state: 'accepted', n: COMMUNES }])
  const [p95, beside] = [percentile(accepted, 0.95), percentile(plain, 0.95)]
  console.log(`issued in ${issued.toFixed(0)} ms; accepted at p95 ${p95.toFixed(1)} ms, plain work ${beside.toFixed(1)} ms`)
  // On a quiet machine 50 ms are kept with ease; on a busy one plain work tells how long everything takes there.
  assert.ok(p95 <= 50 || p95 <= MOST * beside, `p95 is ${p95.toFixed(1)} ms, of plain work ${beside.toFixed(1)} ms`)
})
