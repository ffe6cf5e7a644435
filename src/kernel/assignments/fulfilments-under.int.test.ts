import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import type { Actor } from '../access/actor.ts'
import { readAs } from '../access/reader.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

test('what is counted under a case is what its policy lets each reader see', async () => {
  const caseId = randomUUID()
  const [owner, part, header, former, inside, nobody] = Array.from({ length: 6 }, () => toyActor()) as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ]
  const fulfilment = async (agencyId: string, parentId: string | null): Promise<string> => {
    const id = randomUUID()
    await toy.pools.write.query(
      `insert into fulfilment (id, case_id, assignment_id, ordinal, parent_id, agency_id, asker_id, shape, title, state, extension_asked, version, updated_at)
       values ($1, $2, $2, 1, $3, $4, $5, 'once', 'Việc', 'assigned', false, 1, now())`,
      [id, caseId, parentId, agencyId, owner.agencyId],
    )
    return id
  }
  const see = (actor: Actor, streamId: string, level: number, until = 'infinity') =>
    toy.pools.write.query(
      `insert into visible (subject_id, stream_id, case_id, level, reason, valid_from, valid_until) values ($1, $2, $3, $4, 'test', now() - interval '1 day', $5)`,
      [actor.agencyId, streamId, caseId, level, until],
    )
  const own = await fulfilment(part.agencyId, null)
  const theirs = await fulfilment(former.agencyId, null)
  const below = await fulfilment(inside.agencyId, own)
  await see(owner, caseId, 3)
  await see(part, caseId, 2)
  await see(part, own, 2)
  await see(part, below, 2)
  await see(header, caseId, 1)
  await see(former, theirs, 2, '2020-01-01')
  await see(inside, below, 2)
  const counted: number[] = []
  for (const actor of [owner, part, header, former, inside, nobody]) {
    const [policy, under] = await readAs(toy.pools.read, actor, async (db) =>
      Promise.all([
        db.query('select id from fulfilment where case_id = $1 and parent_id is null order by id', [caseId]),
        db.query('select id from fulfilments_under($1) order by id', [caseId]),
      ]),
    )
    assert.deepEqual(under.rows, policy.rows)
    counted.push(under.rows.length)
  }
  assert.deepEqual(counted, [2, 1, 0, 0, 0, 0])
})
