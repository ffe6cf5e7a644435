import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { SYSTEM } from '../access/system-actor.ts'
import { directoryDeciders } from '../agencies/streams/index.ts'
import { DIRECTORY_CASE } from '../streams/decider.ts'
import { readStream } from '../cases/reads/stream-view.ts'
import { readAs } from '../access/reader.ts'
import { openValues } from './body.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel(directoryDeciders)
})
after(() => toy.stop())

test('erasing an officer destroys the key: the name is gone from log and list, the rest of the record stands', async () => {
  const id = randomUUID()
  await toy.give(SYSTEM, 'officer', id, 'create', { account: 'sap.xoa', name: 'Nguyễn Văn Sắp Xoá' })
  const sealed = async () => (await toy.pools.system.query('select name_sealed from officer where id = $1', [id])).rows[0].name_sealed
  const name = async () =>
    (await openValues(toy.pools.system as never, toy.kernel.keyring, DIRECTORY_CASE, { name: await sealed() })).name as {
      value: string | null
    }
  assert.equal((await name()).value, 'Nguyễn Văn Sắp Xoá')
  await assert.rejects(toy.give(SYSTEM, 'officer', id, 'erase', { basis: 'thử' }), { code: 'officer-active' })
  await toy.give(SYSTEM, 'officer', id, 'deactivate', {})
  await toy.give(SYSTEM, 'officer', id, 'erase', { basis: 'Điều 14 Luật Bảo vệ dữ liệu cá nhân' })
  assert.equal(await sealed(), null)
  const state = await readAs(
    toy.pools.read,
    toyActor(),
    async (db) => (await readStream(db, toy.kernel, id))?.state as { name: null; account: string },
  )
  assert.equal(state.name, null)
  assert.equal(state.account, 'sap.xoa')
  const { rows } = await toy.pools.system.query('select wrapped, destroyed_at from vault.seal_key where subject_id = $1', [id])
  assert.equal(rows[0].wrapped, null)
  assert.ok(rows[0].destroyed_at)
})

test('a case whose key is destroyed reads as erased, and nothing can be written into it', async () => {
  const id = randomUUID()
  const owner = toyActor()
  await toy.give(owner, 'toy', id, 'open', { title: 'Hồ sơ', person: 'Ai đó' })
  await toy.kernel.keyring.destroy(toy.pools.write, id, '00000000-0000-0000-0000-000000000000')
  const state = await readAs(toy.pools.read, owner, async (db) => (await readStream(db, toy.kernel, id))?.state as { opened: boolean })
  assert.equal(state.opened, false)
  await assert.rejects(toy.give(owner, 'toy', id, 'add', { n: 1 }), { code: 'erased' })
})
