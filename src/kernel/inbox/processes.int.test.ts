import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { openPools, closePools, type Pools } from '../db/pool.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { Listener } from './listener.ts'
import { Notifier } from './notifier.ts'
import { remindAll } from './reminders.ts'

let toy: ToyKernel
let other: Pools
before(async () => {
  toy = await toyKernel()
  other = openPools(toy.db.appUrl)
})
after(async () => {
  await closePools(other)
  await toy.stop()
})

const eventually = async (what: () => boolean | Promise<boolean>): Promise<void> => {
  const until = Date.now() + 120_000
  while (!(await what())) {
    assert.ok(Date.now() < until, 'it did not come')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
const openOutbox = async () => Number((await toy.pools.system.query('select count(*) as n from outbox where done_at is null')).rows[0].n)

test('every process hears every change once, whichever of them took the notice out', async () => {
  const heard: Map<string, number>[] = [new Map(), new Map()]
  const listeners = heard.map(
    (seen) =>
      new Listener(
        toy.db.appUrl,
        (wakes) => wakes.forEach(({ caseId }) => seen.set(caseId, (seen.get(caseId) ?? 0) + 1)),
        () => {},
      ),
  )
  await Promise.all(listeners.map((listener) => listener.start()))
  const notifiers = [new Notifier(toy.pools.system), new Notifier(other.system)]
  const owner = toyActor()
  const ids = Array.from({ length: 60 }, () => randomUUID())
  await Promise.all(
    ids.map(async (id, i) => {
      await toy.give(owner, 'toy', id, 'open', { title: 'x', person: 'y' })
      notifiers[i % 2]?.poke()
    }),
  )
  await eventually(() => heard.every((seen) => ids.every((id) => seen.has(id))))
  for (const notifier of notifiers) await notifier.stop()
  for (const listener of listeners) await listener.stop()
  assert.deepEqual(
    heard.map((seen) => ids.filter((id) => seen.get(id) !== 1)),
    [[], []],
  )
  assert.equal(await openOutbox(), 0)
})

test('what a process held when it died is taken up by the next sweep of another', async () => {
  await toy.give(toyActor(), 'toy', randomUUID(), 'open', { title: 'x', person: 'y' })
  const dying = await other.system.connect()
  await dying.query('begin')
  const { rowCount } = await dying.query('update outbox set done_at = now() where done_at is null')
  assert.equal(rowCount, 1)
  const notifier = new Notifier(toy.pools.system)
  notifier.poke()
  await notifier.stop()
  assert.equal(await openOutbox(), 1, 'held rows are not waited for')
  // Its connection breaks with the transaction open.
  dying.release(true)
  const next = new Notifier(toy.pools.system)
  next.start()
  await eventually(async () => (await openOutbox()) === 0)
  await next.stop()
})

test('reminders are given once, however many processes look for them, and a row without a limit stops none of them', async () => {
  const stream = randomUUID()
  await toy.pools.write.query(
    `insert into ask (id, stream_id, stream_type, case_id, agency_id, act, title, asker_id, verb, due_at, remind_at, since, version)
     select gen_random_uuid(), $1, 'toy', $1, gen_random_uuid(), 'do', 'x', gen_random_uuid(), 'giao',
       case n when 0 then 'infinity' else now() + interval '1 day' end, now() - interval '1 second', now(), 1
     from generate_series(0, 700) n`,
    [stream],
  )
  await Promise.all([toy.pools, other, toy.pools, other].map((pools) => remindAll(pools.system, () => {})))
  const { rows } = await toy.pools.system.query(
    'select count(*)::int as n, count(distinct agency_id)::int as agencies from notification where stream_id = $1',
    [stream],
  )
  assert.deepEqual(rows[0], { n: 700, agencies: 700 })
})
