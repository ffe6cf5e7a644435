import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { type ToyKernel, toyActor, toyKernel } from '../../../../testing/toy-kernel.ts'
import { allDeciders } from '../../../deciders.ts'
import { execute, type Kernel } from '../../streams/execute.ts'
import { Registry } from '../../streams/registry.ts'
import { rebuildNext } from '../../streams/rebuild.ts'
import { lookFactory } from '../../streams/look-reader.ts'
import { readAs } from '../reader.ts'
import { SYSTEM } from '../system-actor.ts'
import { accessDecider } from './access.ts'
import { accessId } from './ids.ts'
import { deliverAll } from './delivery.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel([...allDeciders].filter(({ type }) => type !== 'note'))
})
after(() => toy.stop())

/** A server beside, which remembers nothing of the other, and in which a grant ends a moment after it is given. */
const hasty = (): Kernel => {
  const decide: typeof accessDecider.decide = (state, command, context) => {
    const decision = accessDecider.decide(state, command, context)
    const [event] = decision.events
    if (event?.type !== 'access.granted') return decision
    return { events: [{ type: event.type, data: { ...event.data, endsAt: new Date(context.now.getTime() + 1500).toISOString() } }] }
  }
  const registry = new Registry(toy.kernel.registry.all().map((one) => (one.type === 'access' ? { ...accessDecider, decide } : one)))
  return { ...toy.beside, registry, look: lookFactory(registry, toy.beside.keyring) }
}

const scene = async () => {
  const [owner, asker] = [toyActor(), toyActor()]
  const caseId = randomUUID()
  await toy.give(owner, 'toy', caseId, 'open', { title: 'A', person: 'B' })
  const requestId = randomUUID()
  const streamId = accessId(caseId, requestId)
  const asked = {
    requestId,
    agencyId: asker.agencyId,
    officerId: asker.officerId,
    number: '1/A',
    reason: 'Để đối chiếu',
    at: new Date().toISOString(),
    ownerAgencyId: owner.agencyId,
  }
  await toy.give(SYSTEM, 'access', streamId, 'ask', asked, { caseId })
  const sees = () =>
    readAs(toy.pools.read, asker, async (db) => (await db.query('select 1 from cases where id = $1', [caseId])).rowCount === 1)
  return { owner, asker, caseId, streamId, sees }
}

test('a grant ends by itself at its moment, and the worker writes it into the record once', { timeout: 120_000 }, async () => {
  const { owner, asker, caseId, streamId, sees } = await scene()
  const give = { actor: owner, streamType: 'access', streamId, command: 'grant', payload: { until: '2199-12-31' }, key: randomUUID() }
  await execute(hasty(), give)
  const stand = async () =>
    (await toy.pools.system.query('select state from case_access where id = $1', [streamId])).rows[0].state as string
  // Before its time nothing is ended, however often the worker looks.
  if (await sees()) await deliverAll(toy.kernel, toy.pools.system)
  while (await sees()) await new Promise((resolve) => setImmediate(resolve))
  while ((await stand()) !== 'ended') await deliverAll(toy.kernel, toy.pools.system)
  await Promise.all([deliverAll(toy.kernel, toy.pools.system), deliverAll(toy.beside, toy.pools.system)])
  const { rows } = await toy.pools.system.query('select type from event where stream_id = $1 order by version', [streamId])
  assert.deepEqual(
    rows.map((row) => row.type),
    ['access.asked', 'access.granted', 'access.ended'],
  )
  const notices = await toy.pools.system.query(`select what from notification where agency_id = $1 order by id`, [asker.agencyId])
  assert.deepEqual(
    notices.rows.map((row) => row.what),
    ['access.grantedUntil', 'access.ended'],
  )
  assert.equal(await sees(), false)
  assert.notEqual(caseId, streamId)
})

test('who reads by a grant and later takes part has that part; who takes part keeps it', async () => {
  const { owner, asker, caseId, streamId } = await scene()
  const role = async (subject: string) =>
    (await toy.pools.system.query('select role from feed where case_id = $1 and subject_id = $2', [caseId, subject])).rows[0]?.role
  const feed = (subject: string, part: string) =>
    toy.pools.write.query('select write_changes($1)', [
      JSON.stringify({ feed: [{ subject_id: subject, case_id: caseId, role: part, updated_at: new Date().toISOString() }] }),
    ])
  await toy.give(owner, 'access', streamId, 'grant', {})
  assert.equal(await role(asker.agencyId), 'reader')
  await feed(asker.agencyId, 'coordinating')
  assert.equal(await role(asker.agencyId), 'coordinating')
  await feed(asker.agencyId, 'reader')
  assert.equal(await role(asker.agencyId), 'coordinating')
  assert.equal(await role(owner.agencyId), 'owner')
})

test('a rebuild gives the same rows of grants, asks and sight', async () => {
  const { owner, caseId, streamId } = await scene()
  await toy.give(owner, 'access', streamId, 'grant', { note: 'Chỉ để tham khảo' })
  const second = accessId(caseId, randomUUID())
  const other = toyActor()
  const asked = {
    requestId: randomUUID(),
    agencyId: other.agencyId,
    officerId: other.officerId,
    number: '1/A',
    reason: 'Để đối chiếu',
    at: new Date().toISOString(),
    ownerAgencyId: owner.agencyId,
  }
  await toy.give(SYSTEM, 'access', second, 'ask', asked, { caseId })
  const rows = async () => {
    const all = await Promise.all(
      ['visible', 'feed', 'ask', 'case_access'].map(async (table) => {
        const { rows: found } = await toy.pools.system.query(`select * from ${table} where case_id = $1`, [caseId])
        return found.map((row) => JSON.stringify(row)).toSorted()
      }),
    )
    return all
  }
  const before = await rows()
  await rebuildNext(toy.kernel, toy.pools.system, '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', 100)
  assert.deepEqual(await rows(), before)
})
