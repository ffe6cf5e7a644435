import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Actor } from '../access/actor.ts'
import { readAs } from '../access/reader.ts'
import { noteStreamId } from '../cases/notes.ts'
import { readStream } from '../cases/reads/stream-view.ts'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { CASE_SUBJECT } from '../vault/keyring.ts'
import { execute, type Kernel } from './execute.ts'
import { keptState } from './kept.ts'
import { SNAPSHOT_EVERY } from './stream-rows.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

const owner: Actor = toyActor()
const open = async (more: object = {}) => {
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Sự cố mã độc', person: 'Trần Thị Canary', ...more })
  return id
}
const stateOf = async (id: string, actor: Actor = owner) =>
  readAs(
    toy.pools.read,
    actor,
    async (db) => (await readStream(db, toy.kernel, id))?.state as { sum: number; person: string | null } | undefined,
  )
const count = async (sql: string, values: unknown[] = []) => Number((await toy.pools.write.query(sql, values)).rows[0].n)

test('a command is recorded once, with its version and receipt', async () => {
  const id = await open()
  const receipt = await toy.give(owner, 'toy', id, 'add', { n: 7 })
  assert.equal(receipt.version, 2)
  assert.match(receipt.seq ?? '', /^\d+$/)
  assert.equal((await stateOf(id))?.sum, 7)
})

test('the same key twice is one effect and the same answer; with another body it is refused', async () => {
  const id = await open()
  const key = randomUUID()
  const first = await toy.give(owner, 'toy', id, 'add', { n: 1 }, { key })
  assert.deepEqual(await toy.give(owner, 'toy', id, 'add', { n: 1 }, { key }), first)
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 2 }, { key }), { code: 'key-reused' })
  assert.equal((await stateOf(id))?.sum, 1)
})

/** Adds in this process and in another one by turns. */
const inTurn = (turn: number, streamId: string, n: number, key: string = randomUUID()) =>
  execute(turn % 2 ? toy.beside : toy.kernel, { actor: owner, streamType: 'toy', streamId, command: 'add', payload: { n }, key })

test('the same key from many connections at once is still one effect', async () => {
  const id = await open()
  const key = randomUUID()
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => inTurn(n, id, 5, key)))
  assert.equal(new Set(answers.map((a) => a.seq)).size, 1)
  assert.equal((await stateOf(id))?.sum, 5)
})

test('concurrent commands on one stream queue on its lock and none is lost', async () => {
  const id = await open()
  await Promise.all(Array.from({ length: 40 }, (_, n) => inTurn(n, id, 1)))
  assert.equal((await stateOf(id))?.sum, 40)
  assert.equal(await count('select count(*) as n from event where stream_id = $1', [id]), 41)
})

test('a stale If-Match is refused with what changed since', async () => {
  const id = await open()
  await toy.give(owner, 'toy', id, 'add', { n: 1 }, { ifMatch: 1 })
  await assert.rejects(
    toy.give(owner, 'toy', id, 'add', { n: 1 }, { ifMatch: 1 }),
    (error: { code: string; extra: { version: number; changes: { type: string }[] } }) => {
      assert.equal(error.code, 'stale-version')
      assert.equal(error.extra.version, 2)
      assert.deepEqual(
        error.extra.changes.map((c) => c.type),
        ['toy.added'],
      )
      return true
    },
  )
})

test('two who begin a stream that either may begin both come through', async () => {
  const colleague = { ...toyActor(), agencyId: owner.agencyId, unitId: owner.unitId }
  for (let round = 0; round < 6; round++) {
    const caseId = await open()
    const stream = noteStreamId(caseId, owner.agencyId)
    const given = await Promise.allSettled(
      [owner, colleague, owner, colleague].map((actor) => toy.give(actor, 'note', stream, 'add', { text: 'x' }, { caseId })),
    )
    assert.deepEqual(
      given.filter((one) => one.status === 'rejected').map((one) => String(one.reason)),
      [],
    )
  }
})

test('what an officer states is not before the stream began, nor before there was an office', async () => {
  const id = await open()
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 1 }, { effectiveAt: new Date(Date.now() - 86_400_000) }), {
    code: 'effective-before-start',
  })
  await assert.rejects(toy.give(owner, 'toy', randomUUID(), 'open', { title: 'x' }, { effectiveAt: new Date('0044-03-15') }), {
    code: 'bad-input',
  })
})

test('a refused command writes nothing, and its key may be used again', async () => {
  const id = await open()
  const key = randomUUID()
  const before = await count('select count(*) as n from event')
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 'x' }, { key }), { code: 'bad-input' })
  await assert.rejects(toy.give(owner, 'toy', id, 'nonsense', {}), { code: 'unknown-command' })
  await assert.rejects(toy.give(owner, 'nonsense', id, 'add', {}), { code: 'unknown-command' })
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 1 }, { effectiveAt: new Date(Date.now() + 3_600_000) }), {
    code: 'future-effective',
  })
  assert.equal(await count('select count(*) as n from event'), before)
  assert.equal(await count('select count(*) as n from command where key = $1', [key]), 0)
  await toy.give(owner, 'toy', id, 'add', { n: 1 }, { key })
})

test('who may not see a stream gets the same answer as for one that is not there', async () => {
  const id = await open()
  const stranger = toyActor()
  const [hidden, missing] = await Promise.all(
    [id, randomUUID()].map((target) =>
      toy.give(stranger, 'toy', target, 'add', { n: 1 }).catch((error: { code: string; message: string }) => [error.code, error.message]),
    ),
  )
  assert.deepEqual(hidden, missing)
  assert.deepEqual((hidden as string[])[0], 'not-found')
})

test('children are born with their case, and follow-ups reach all of them in one transaction', async () => {
  const agencies = [randomUUID(), randomUUID(), randomUUID()]
  const id = await open({ childFor: agencies })
  await toy.give(owner, 'toy', id, 'addBelow', { n: 3 })
  for (const [i, agencyId] of agencies.entries()) {
    const child = id.slice(0, -4) + String(i).padStart(4, '0')
    assert.equal((await stateOf(child, toyActor(agencyId)))?.sum, 3)
    assert.equal((await stateOf(child))?.sum, 3, 'the owner of the case sees what stands directly under it')
    assert.equal(await stateOf(child, toyActor(agencies[(i + 1) % 3])), undefined, 'one child does not see another')
  }
})

test('two processes that each remember a stream take up what the other did to it', async () => {
  const id = await open()
  const add = (kernel: Kernel, n: number) =>
    execute(kernel, { actor: owner, streamType: 'toy', streamId: id, command: 'add', payload: { n }, key: randomUUID() })
  for (const n of [1, 2, 4]) {
    await add(toy.kernel, n)
    await add(toy.beside, 3 * n)
    await add(toy.beside, 9 * n)
  }
  assert.equal((await stateOf(id))?.sum, 91)
  const { keyring } = toy.kernel
  assert.equal(keptState(keyring, id)?.version, 10, 'what a read opened is kept for the next command')
  await add(toy.kernel, 1000)
  const kept = keptState(keyring, id)
  assert.deepEqual([kept?.version, (kept?.state as { sum: number } | undefined)?.sum], [11, 1091])
  await keyring.destroy(toy.pools.write, id, CASE_SUBJECT)
  for (const kernel of [toy.kernel, toy.beside]) await assert.rejects(add(kernel, 1), { code: 'erased' })
})

test('a person erased by another process is gone from the state that the next command decides upon', async () => {
  const id = await open({ person: 'Trần Thị Bình' })
  const person = () => (keptState(toy.kernel.keyring, id)?.state as { person: string | null } | undefined)?.person
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  assert.equal(person(), 'Trần Thị Bình')
  await toy.beside.keyring.destroy(toy.pools.write, id, owner.officerId)
  await toy.give(owner, 'toy', id, 'add', { n: 2 })
  assert.equal(person(), null)
  assert.equal((await stateOf(id))?.sum, 3)
})

test('a command that was refused or undone leaves nothing behind in memory', async () => {
  const id = await open()
  const before = keptState(toy.kernel.keyring, id)
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 1 }, { effectiveAt: new Date('1900-01-01') }))
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 1 }, { ifMatch: 7 }))
  assert.equal(keptState(toy.kernel.keyring, id), before)
})

test('a snapshot carries a long stream, and a snapshot of another shape is rebuilt from the log', async () => {
  const id = await open()
  for (let i = 0; i < SNAPSHOT_EVERY + 3; i++) await toy.give(owner, 'toy', id, 'add', { n: 1 })
  assert.ok((await count('select snapshot_version as n from stream where id = $1', [id])) >= SNAPSHOT_EVERY)
  assert.equal((await stateOf(id))?.sum, SNAPSHOT_EVERY + 3)
  await toy.pools.write.query('update stream set snapshot_shape = 99 where id = $1', [id])
  assert.equal((await stateOf(id))?.sum, SNAPSHOT_EVERY + 3)
})

test('internal notes are seen by one’s own agency only, not by the owner of the case', async () => {
  const party = toyActor()
  const id = await open({ partyIds: [party.agencyId] })
  const notes = noteStreamId(id, party.agencyId)
  await toy.give(party, 'note', notes, 'add', { text: 'chỉ nội bộ' }, { caseId: id })
  await toy.give(toyActor(party.agencyId), 'note', notes, 'add', { text: 'đồng nghiệp thêm' }, { caseId: id })
  const seen = (actor = party) =>
    readAs(toy.pools.read, actor, async (db) => (await db.query('select 1 from event where stream_id = $1', [notes])).rowCount)
  assert.equal(await seen(), 2)
  assert.equal(await seen(owner), 0)
  await assert.rejects(toy.give(toyActor(), 'note', noteStreamId(id, randomUUID()), 'add', { text: 'x' }, { caseId: id }), {
    code: 'not-found',
  })
  await assert.rejects(toy.give(owner, 'note', notes, 'add', { text: 'x' }, { caseId: id }), { code: 'not-found' })
})
