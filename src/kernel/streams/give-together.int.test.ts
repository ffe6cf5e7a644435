import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { checked, type Given } from './given.ts'
import { giveTogether, type Outcome } from './give-together.ts'
import type { CommandRequest } from './execute.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

const owner: Actor = toyActor()
const PERSON = { title: 'Sự cố mã độc', person: 'Trần Thị Canary' }
const open = async (actor = owner) => {
  const id = randomUUID()
  await toy.give(actor, 'toy', id, 'open', PERSON)
  return id
}
const given = (streamId: string, command: string, payload: unknown, more: Partial<CommandRequest> = {}): Given =>
  checked(toy.kernel.registry, { actor: owner, streamType: 'toy', streamId, command, payload, key: randomUUID(), ...more })
const together = (givens: Given[]) => giveTogether(toy.kernel, givens, false)
const one = async (sql: string, values: unknown[]) => (await toy.pools.write.query(sql, values)).rows[0].n as unknown
const receiptsOf = (outcomes: Outcome[]) =>
  outcomes.map((outcome) => {
    assert.ok(typeof outcome === 'object' && 'receipt' in outcome, JSON.stringify(outcome))
    return outcome.receipt
  })

test('commands given together are one transaction, each with its own version and its own last place in the log', async () => {
  const old = await open()
  const givens = [given(randomUUID(), 'open', PERSON), given(old, 'add', { n: 4 }), given(randomUUID(), 'open', PERSON)]
  const receipts = receiptsOf(await together(givens))
  assert.deepEqual(
    receipts.map(({ version }) => version),
    [1, 2, 1],
  )
  for (const { streamId, version, seq } of receipts)
    assert.equal(await one('select seq::text as n from event where stream_id = $1 and version = $2', [streamId, version]), seq)
  const keys = givens.map(({ request }) => request.key)
  assert.equal(await one('select count(distinct xmin::text)::int as n from command where key = any($1)', [keys]), 1)
  assert.deepEqual(
    await together(givens),
    receipts.map((receipt) => ({ receipt })),
  )
})

test('of many that come at once some share a transaction', async () => {
  const keys = Array.from({ length: 16 }, () => randomUUID())
  await Promise.all(keys.map((key) => toy.give(owner, 'toy', randomUUID(), 'open', PERSON, { key })))
  assert.equal(await one('select count(*)::int as n from command where key = any($1)', [keys]), 16)
  assert.ok(Number(await one('select count(distinct xmin::text)::int as n from command where key = any($1)', [keys])) < 16)
})

test('one that is refused leaves the others as they are, and nobody learns of another’s', async () => {
  const [mine, theirs, stale] = [await open(), await open(toyActor()), await open()]
  const [wrong, hidden, late, right] = await together([
    given(mine, 'add', { n: 1 }, { effectiveAt: new Date('1900-01-01') }),
    given(theirs, 'add', { n: 1 }),
    given(stale, 'add', { n: 1 }, { ifMatch: 7 }),
    given(randomUUID(), 'open', PERSON),
  ])
  const codeOf = (outcome: Outcome | undefined) => (outcome as { refused: { code: string } }).refused.code
  assert.deepEqual([wrong, hidden, late].map(codeOf), ['bad-input', 'not-found', 'stale-version'])
  assert.equal(receiptsOf([right as Outcome])[0]?.version, 1)
  assert.equal(await one('select sum(version)::int as n from stream where id = any($1)', [[mine, theirs, stale]]), 3)
})

test('what the database refuses to one is told to that one alone', async () => {
  // Two that would bear a child of the same id.
  const like = randomUUID().slice(0, -4)
  const twins = [`${like}0001`, `${like}0002`]
  const child = { ...PERSON, childFor: [randomUUID()] }
  const others = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string]
  await assert.rejects(together([...twins.map((id) => given(id, 'open', child)), given(others[0], 'open', PERSON)]))
  assert.equal(await one('select count(*)::int as n from stream where id = any($1)', [[...twins, ...others]]), 0)
  const results = await Promise.allSettled([
    ...others.map((id) => toy.give(owner, 'toy', id, 'open', PERSON)),
    ...twins.map((id) => toy.give(owner, 'toy', id, 'open', child)),
  ])
  assert.deepEqual(
    results.map((result) => (result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code)).toSorted(),
    ['done', 'done', 'done', 'done', 'stale-version'],
  )
  assert.equal(await one('select count(*)::int as n from stream where id = any($1)', [[...twins, ...others]]), 4)
})

test('a stream that another holds makes nobody else wait, and its command comes when it is free', async () => {
  const [held, free] = [await open(), await open()]
  const other = await toy.pools.write.connect()
  try {
    await other.query('begin')
    await other.query('select from stream where id = $1 for update', [held])
    const [busy, done] = await together([given(held, 'add', { n: 1 }), given(free, 'add', { n: 1 })])
    assert.equal(busy, 'alone')
    assert.equal(receiptsOf([done as Outcome])[0]?.version, 2)
    const waits = toy.give(owner, 'toy', held, 'add', { n: 1 })
    // The one that waits is past its group: those that come after it go by.
    for (let n = 0; n < 4; n++) await toy.give(owner, 'toy', free, 'add', { n: 1 })
    await other.query('commit')
    assert.equal((await waits).version, 2)
  } finally {
    other.release()
  }
})

test('a command for very many streams is not written with others', async () => {
  const childFor = Array.from({ length: 70 }, () => randomUUID())
  const [small, large] = await together([given(randomUUID(), 'open', PERSON), given(randomUUID(), 'open', { ...PERSON, childFor })])
  assert.equal(receiptsOf([small as Outcome]).length, 1)
  assert.equal(large, 'alone')
})

test('a long text is not written with others: those wait for nobody’s', () => {
  const words = (n: number) => given(randomUUID(), 'open', { ...PERSON, person: 'x'.repeat(n) }).large
  assert.deepEqual([words(1000), words(100_000)], [false, true])
})

test('all that is written together bears one moment, in the log and on the screens', async () => {
  const ids = Array.from({ length: 12 }, () => randomUUID())
  const receipts = receiptsOf(await together(ids.map((id) => given(id, 'open', PERSON))))
  assert.equal(new Set(receipts.map(({ recordedAt }) => recordedAt)).size, 1)
  const sql = `select count(*)::int as n from event e join cases c on c.id = e.case_id join visible v on v.stream_id = c.id
    where c.id = any($1) and c.created_at = e.recorded_at and v.valid_from = e.recorded_at`
  assert.equal(await one(sql, [ids]), ids.length)
})
