import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { actor } from '../../../testing/builders/actor.ts'
import { directiveAssignment, directiveDocument, directiveDraft, to, toClass } from '../../../testing/builders/directive.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { DIRECTORY, STOCK_KEY } from '../../../testing/stock.ts'
import { type RunningService, startService } from '../../service.ts'
import { agencyId } from '../agencies/agency-record.ts'
import { fulfilmentId } from '../assignments/fulfilment-id.ts'
import { execute } from './execute.ts'
import { rebuildNext } from './rebuild.ts'

const [OFFICE, POLICE, MINISTRY] = [agencyId('gia-lai/ubnd'), agencyId('gia-lai/cong-an'), agencyId('vn/bo-cong-an')]
const issuer = actor({ agencyId: OFFICE, unitId: OFFICE })

let db: TestDatabase
let service: RunningService
before(async () => {
  db = await testDatabase(DIRECTORY)
  service = await startService({ appUrl: db.appUrl, masterKey: STOCK_KEY, demo: false })
})
after(async () => {
  await service.stop()
  await db.drop()
})

const give = (streamId: string, command: string, payload: unknown, key: string = randomUUID()) =>
  execute(service.kernel, { actor: issuer, streamType: 'directive', streamId, command, payload, key })
const rows = async (sql: string, values: unknown[]) => (await service.pools.system.query(sql, values)).rows

/** A directive with three orders: to all communes of a province, to their police by another limit and with help, and to one ministry. */
const draft = async () => {
  const caseId = randomUUID()
  const limit = { words: '', date: '2026-12-20', inclusive: true }
  const assignments = [
    directiveAssignment({ leads: [toClass('commune-peoples-committee', '52')] }),
    directiveAssignment({ ordinal: 2, leads: [toClass('commune-police', '52')], coordinating: [to(POLICE)], deadline: limit }),
    directiveAssignment({ ordinal: 3, leads: [to(MINISTRY)] }),
  ]
  const document = directiveDocument({ issuerId: OFFICE, number: `${caseId.slice(0, 8)}/UBND-NC` })
  await give(caseId, 'create', directiveDraft({ document, assignments }))
  return { caseId, assignments }
}

/** Every projection of a case; reminders are counted from now on. */
const contents = (caseId: string) =>
  rows(
    `select 'party' as t, to_jsonb(x) as row from party x where case_id = $1 union all select 'visible', to_jsonb(x) from visible x where case_id = $1
     union all select 'feed', to_jsonb(x) from feed x where case_id = $1 union all select 'fulfilment', to_jsonb(x) from fulfilment x where case_id = $1
     union all select 'ask', to_jsonb(x) - 'remind_at' from ask x where case_id = $1 union all select 'cases', to_jsonb(x) from cases x where id = $1
     order by 1, 2`,
    [caseId],
  )

test('an order to hundreds is written as its log tells, in the order of its parts, and told once', async () => {
  const { caseId, assignments } = await draft()
  const key = randomUUID()
  const receipt = await give(caseId, 'issue', {}, key)
  const events = await rows('select seq::text, stream_id, version, type, agency_id from event where case_id = $1 order by event.seq', [
    caseId,
  ])
  const parts = await rows('select id, ordinal, agency_id, asker_id from fulfilment where case_id = $1', [caseId])
  assert.ok(parts.length > 256, `${parts.length} parts`)
  const ordinalOf = new Map(parts.map((part) => [part.id, part.ordinal]))
  assert.deepEqual(
    events.slice(0, 2).map(({ type }) => type),
    ['directive.created', 'directive.issued'],
  )
  const assigned = events.slice(2)
  assert.equal(assigned.length, parts.length)
  assert.ok(assigned.every(({ type, version }) => type === 'fulfilment.assigned' && version === 1))
  const ordinals = assigned.map(({ stream_id: id }) => ordinalOf.get(id))
  assert.deepEqual(
    ordinals,
    ordinals.toSorted((a, b) => a - b),
  )
  assert.equal(receipt.seq, events.at(-1).seq)
  assert.deepEqual(await give(caseId, 'issue', {}, key), receipt)

  // Each is asked, told and woken, each once; those that help see each part.
  const leads = parts.map((part) => part.agency_id).toSorted()
  const asked = await rows('select agency_id, act, kind, due_at < $2 as early from ask where case_id = $1 order by 1', [
    caseId,
    '2026-12-10',
  ])
  assert.deepEqual(
    asked.map((ask) => ask.agency_id),
    leads,
  )
  assert.ok(asked.every(({ act, kind }) => act === 'accept' && kind === 'directive'))
  const late = new Set(parts.filter(({ ordinal }) => ordinal === 2).map((part) => part.agency_id))
  for (const ask of asked) assert.equal(ask.early, !late.has(ask.agency_id))
  const told = await rows(`select agency_id from notification where case_id = $1 and what = 'fulfilment.assigned' order by 1`, [caseId])
  assert.deepEqual(
    told.map((one) => one.agency_id),
    leads,
  )
  const seen = await rows(`select stream_id from visible where case_id = $1 and subject_id = $2 and reason like 'coordinating:%'`, [
    caseId,
    POLICE,
  ])
  assert.deepEqual(new Set(seen.map((one) => one.stream_id)), new Set(parts.filter(({ ordinal }) => ordinal === 2).map(({ id }) => id)))
  const woken = await rows(`select agencies from outbox where case_id = $1 order by id desc limit 1`, [caseId])
  assert.deepEqual(new Set(woken[0].agencies), new Set([...leads, OFFICE, POLICE]))

  // The log can be opened and tells the same rows.
  const before = await contents(caseId)
  for (const table of ['feed', 'ask', 'fulfilment']) await rows(`delete from ${table} where case_id = $1`, [caseId])
  await rows('delete from visible where case_id = $1 and level < 3', [caseId])
  await rebuildNext(service.kernel, service.pools.system, '00000000-0000-0000-0000-000000000000', caseId, 1000)
  assert.deepEqual(await contents(caseId), before)
  assert.ok(assignments.every(({ id }) => before.some(({ t, row }) => t === 'fulfilment' && row.assignment_id === id)))
})

test('where the last of hundreds cannot be written, none is', async () => {
  const { caseId, assignments } = await draft()
  const taken = fulfilmentId(caseId, assignments[2]?.id as string, MINISTRY)
  await service.pools.write.query(`insert into stream (id, type, case_id, inner_only, version) values ($1, 'fulfilment', $2, false, 0)`, [
    taken,
    randomUUID(),
  ])
  const before = await contents(caseId)
  await assert.rejects(give(caseId, 'issue', {}), { code: 'stale-version' })
  assert.deepEqual(await contents(caseId), before)
  assert.equal((await rows('select from event where case_id = $1', [caseId])).length, 1)
  assert.equal((await rows('select from stream where case_id = $1', [caseId])).length, 1)
})
