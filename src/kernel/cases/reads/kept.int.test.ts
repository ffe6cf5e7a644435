import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { toyActor, type ToyKernel, toyKernel } from '../../../../testing/toy-kernel.ts'
import type { Actor } from '../../access/actor.ts'
import { type Reader, readAs } from '../../access/reader.ts'
import type { CaseView } from '../../http/views.ts'
import type { Kernel } from '../../streams/execute.ts'
import { CASE_SUBJECT, Keyring } from '../../vault/keyring.ts'
import { readCase } from './case-view.ts'
import { readStream } from './stream-view.ts'
import { readTimeline, type TimelineTexts } from './timeline.ts'

/** Reads take what was opened before from memory: they never show what was withdrawn since, by whatever server. */
let toy: ToyKernel
/** A second server on the same database, which hears nothing of the first. */
let elsewhere: Kernel
before(async () => {
  toy = await toyKernel()
  const master = randomBytes(32)
  toy.kernel.keyring = new Keyring(master)
  elsewhere = { ...toy.kernel, keyring: new Keyring(master) }
})
after(() => toy.stop())

const names = new Map<string, string>()
const directory = { ref: (id: string) => ({ id, name: id, shortName: names.get(id) ?? id, typeId: 'x' }) }
const read = (actor: Actor, id: string, kernel = toy.kernel): Promise<CaseView> =>
  readAs(toy.pools.read, actor, (db) => readCase(db, kernel, actor, directory, id))
const stateOf = async (actor: Actor, id: string, kernel = toy.kernel) =>
  (await read(actor, id, kernel)).state as { sum: number; opened: boolean; person: string | null }

/** A case of an owner and a party, read by both on both servers, so that all is kept that may be. */
const keptCase = async () => {
  const [owner, party] = [toyActor(), toyActor()]
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'Nguyễn Văn Kín', partyIds: [party.agencyId] })
  for (const kernel of [toy.kernel, elsewhere]) for (const actor of [owner, party, owner]) await read(actor, id, kernel)
  return { id, owner, party }
}

test('what is kept is taken again, the same object', async () => {
  const { id, owner, party } = await keptCase()
  const [first, second, third] = [await read(owner, id), await read(party, id), await read(owner, id, elsewhere)]
  assert.equal(first.state, second.state)
  assert.notEqual(first.state, third.state)
  assert.deepEqual(first.state, third.state)
})

test('a party that loses sight gets nothing, and what others read stays whole', async () => {
  const { id, owner, party } = await keptCase()
  const { rowCount } = await toy.pools.write.query('update visible set valid_until = now() where stream_id = $1 and subject_id = $2', [
    id,
    party.agencyId,
  ])
  assert.equal(rowCount, 1)
  await assert.rejects(read(party, id), { code: 'not-found' })
  await assert.rejects(read(toyActor(), id), { code: 'not-found' })
  assert.equal((await read(owner, id)).partyCount, 1)
})

test('who sees the header alone gets neither state nor parties, and spoils them for nobody', async () => {
  const [owner, party, other] = [toyActor(), toyActor(), toyActor()]
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'A', partyIds: [party.agencyId] })
  await toy.pools.write.query(
    `insert into visible (subject_id, stream_id, case_id, level, reason, valid_from) values ($1, $2, $2, 1, 'test', now())`,
    [other.agencyId, id],
  )
  const header = async () => {
    const view = await read(other, id)
    assert.equal(view.title, 'Hồ sơ')
    assert.deepEqual([view.state, view.parties, view.partyCount, view.actions, view.version], [null, [], 0, [], 0])
  }
  await header()
  assert.equal((await read(owner, id)).partyCount, 1)
  await header()
  assert.equal((await read(party, id)).parties[0]?.agency.id, party.agencyId)
})

test('the same officer in another post sees as that post', async () => {
  const { id, owner } = await keptCase()
  const elsewhereNow = { ...toyActor(), officerId: owner.officerId }
  await assert.rejects(read(elsewhereNow, id), { code: 'not-found' })
})

test('a destroyed key of the case erases it on every server at the next read', async () => {
  const { id, owner } = await keptCase()
  await elsewhere.keyring.destroy(toy.pools.write, id, CASE_SUBJECT)
  for (const kernel of [toy.kernel, elsewhere]) {
    assert.equal((await stateOf(owner, id, kernel)).opened, false)
    assert.equal(kernel.keyring.opened.get(id), undefined)
  }
})

test('what may be done is judged by what is left, not by what was opened before the key was destroyed', async () => {
  const { id, owner } = await keptCase()
  await toy.give(owner, 'toy', id, 'add', { n: 100 })
  const mayAdd = async () => (await read(owner, id, elsewhere)).actions.find(({ command }) => command === 'add')?.allowed
  for (let turn = 0; turn < 2; turn++) assert.equal(await mayAdd(), false)
  await toy.kernel.keyring.destroy(toy.pools.write, id, CASE_SUBJECT)
  assert.equal(await mayAdd(), true, 'nothing is known of the sum')
})

test('a destroyed key of a person in a case erases the person; what was opened before is forgotten', async () => {
  const { id, owner } = await keptCase()
  assert.equal((await stateOf(owner, id)).person, 'Nguyễn Văn Kín')
  await toy.kernel.keyring.destroy(toy.pools.write, id, owner.officerId)
  assert.equal((await stateOf(owner, id)).person, null)
  // The other server remembers keys for seconds, but no longer what it opened with them.
  await read(owner, id, elsewhere)
  assert.equal(elsewhere.keyring.opened.get(id), undefined)
  elsewhere.keyring.forget(id)
  assert.equal((await stateOf(owner, id, elsewhere)).person, null)
})

test('the record of a case tells nothing that was withdrawn or erased since it was opened', async () => {
  const { id, owner, party } = await keptCase()
  const tell: TimelineTexts = ({ data }) => {
    const { person } = data as { person?: { value: string | null } }
    return { text: { vi: '{who}', en: '{who}' }, params: { who: person?.value ?? 'không rõ' }, agencyParams: {} }
  }
  const told = async (actor: Actor, kernel: Kernel) => {
    const { rows } = await readAs(toy.pools.read, actor, (db) =>
      readTimeline(db, kernel, new Map([['toy', tell]]), actor, directory, id, {}),
    )
    return rows.map((row) => row.text.vi)
  }
  for (const kernel of [toy.kernel, elsewhere])
    for (const actor of [owner, party]) assert.deepEqual(await told(actor, kernel), ['Nguyễn Văn Kín'])
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  assert.deepEqual(await told(party, elsewhere), ['không rõ', 'Nguyễn Văn Kín'])
  await toy.pools.write.query('update visible set valid_until = now() where stream_id = $1 and subject_id = $2', [id, party.agencyId])
  assert.deepEqual(await told(party, elsewhere), [])
  await toy.kernel.keyring.destroy(toy.pools.write, id, owner.officerId)
  // The other server remembers keys for seconds.
  elsewhere.keyring.forget(id)
  for (const kernel of [toy.kernel, elsewhere]) assert.deepEqual(await told(owner, kernel), ['không rõ', 'không rõ'])
  await toy.kernel.keyring.destroy(toy.pools.write, id, CASE_SUBJECT)
  elsewhere.keyring.forget(id)
  for (const kernel of [toy.kernel, elsewhere])
    assert.deepEqual(new Set(await told(owner, kernel)), new Set(['Nội dung đã được xoá theo quy định']))
})

test('the record of a case has no gap, whichever of its pages were opened before and whatever of them was forgotten', async () => {
  const { id, owner } = await keptCase()
  for (let n = 0; n < 130; n++) await toy.give(owner, 'toy', id, 'add', { n: 0 })
  const page = (kernel: Kernel, before?: string) =>
    readAs(toy.pools.read, owner, (db) => readTimeline(db, kernel, new Map(), owner, directory, id, { before }))
  const all = async (kernel: Kernel) => {
    const pages = [await page(kernel)]
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await page(kernel, next))
    return pages
  }
  const pages = await all(elsewhere)
  assert.deepEqual(
    pages.map(({ rows }) => rows.length),
    [50, 50, 31],
  )
  // The oldest page, then the newest: what lies between was never opened here.
  for (const nth of [2, 0, 1, 2]) assert.deepEqual(await page(toy.kernel, pages[nth - 1]?.next ?? undefined), pages[nth])
  for (const { seq } of pages.flatMap(({ rows }) => rows.slice(10, 20))) toy.kernel.keyring.opened.drop(`event ${seq}`)
  assert.deepEqual(await all(toy.kernel), pages)
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  const { rows: newest } = await page(toy.kernel)
  assert.deepEqual(newest.slice(1), pages[0]?.rows.slice(0, 49))
})

test('what another server writes is read at once, over snapshots too', async () => {
  const { id, owner, party } = await keptCase()
  let sum = 0
  for (let n = 1; n <= 45; n++) {
    await toy.give(owner, 'toy', id, 'add', { n: n % 3 })
    sum += n % 3
    if (n % 4 === 0) continue
    const view = await read(n % 2 ? owner : party, id, elsewhere)
    assert.deepEqual([(view.state as { sum: number }).sum, view.version], [sum, n + 1])
  }
})

test('reads beside writes show each version whole', async () => {
  const { id, owner } = await keptCase()
  const writing = (async () => {
    for (let n = 0; n < 60; n++) await toy.give(owner, 'toy', id, 'add', { n: 1 })
  })()
  let done = false
  void writing.then(() => (done = true))
  const readers = [toy.kernel, elsewhere].map(async (kernel) => {
    let last = 0
    while (!done) {
      const view = await read(owner, id, kernel)
      assert.equal((view.state as { sum: number }).sum, view.version - 1)
      assert.ok(view.version >= last)
      last = view.version
    }
  })
  await Promise.all([writing, ...readers])
})

test('a stream that goes on between two statements of a read is read without a gap', async () => {
  const [owner, id] = [toyActor(), randomUUID()]
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'A' })
  for (let n = 0; n < 25; n++) await toy.give(owner, 'toy', id, 'add', { n: 1 })
  const stream = await readAs(toy.pools.read, owner, (db) => {
    let statements = 0
    const slow = {
      query: async (text: string, values: unknown[]) => {
        // The snapshot that stood at the first statement is replaced before the second.
        if (statements++ === 1) for (let n = 0; n < 25; n++) await toy.give(owner, 'toy', id, 'add', { n: 1 })
        return db.query(text, values)
      },
    }
    return readStream(slow as Reader, elsewhere, id)
  })
  assert.ok(stream)
  assert.deepEqual([(stream.state as { sum: number }).sum, stream.version], [50, 51])
})

test('who takes part is read anew with each version of the case', async () => {
  const { id, owner } = await keptCase()
  await toy.pools.write.query(
    `insert into party (case_id, agency_id, role, valid_from, valid_until) values ($1, gen_random_uuid(), 'lead', now(), 'infinity')`,
    [id],
  )
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  for (const kernel of [toy.kernel, elsewhere]) assert.equal((await read(owner, id, kernel)).partyCount, 2)
})

test('an agency is called by its present name', async () => {
  const { id, owner, party } = await keptCase()
  names.set(party.agencyId, 'Tên mới')
  assert.equal((await read(owner, id)).parties[0]?.agency.shortName, 'Tên mới')
})
