import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { toyActor, type ToyKernel, toyKernel } from '../../../testing/toy-kernel.ts'
import { keepFile } from '../documents/files.ts'
import { clearServed, UNNAMED_FILE_DAYS } from './housekeeping.ts'
import { remindAll } from './reminders.ts'

let toy: ToyKernel
before(async () => {
  toy = await toyKernel()
})
after(() => toy.stop())

const count = async (table: string, where: string) =>
  Number((await toy.pools.system.query(`select count(*) as n from ${table} where ${where}`)).rows[0].n)

test('served notices and old keys go, fresh ones and unheard ones stay', async () => {
  const owner = toyActor()
  const id = randomUUID()
  await toy.give(owner, 'toy', id, 'open', { title: 'A', person: 'B' })
  await toy.give(owner, 'toy', id, 'add', { n: 1 })
  await toy.pools.system.query(`update outbox set done_at = now() - interval '11 minutes' where id = (select min(id) from outbox)`)
  await clearServed(toy.pools.system)
  assert.equal(await count('outbox', 'true'), 1)
  assert.equal(await count('command', 'true'), 2)
})

test('a file that no command named goes after some days with its parts and its key; a younger one and a named one stay', async () => {
  const keep = () =>
    keepFile({ write: toy.pools.write, read: toy.pools.read, keyring: toy.kernel.keyring, inspect: async () => {} }, toyActor(), {
      name: 'bao-cao.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.alloc(3 * 1024 * 1024, 1),
    })
  const [old, young, named] = [await keep(), await keep(), await keep()]
  const aged = (id: string, days: number) =>
    toy.pools.write.query(`update file set uploaded_at = now() - make_interval(days => $2) where id = $1`, [id, days])
  await aged(old.id, UNNAMED_FILE_DAYS + 1)
  await aged(young.id, UNNAMED_FILE_DAYS - 1)
  await aged(named.id, UNNAMED_FILE_DAYS + 1)
  await toy.pools.write.query('update file set case_id = $2, stream_id = $2 where id = $1', [named.id, randomUUID()])
  await clearServed(toy.pools.system)
  for (const [{ id }, left] of [
    [old, 0],
    [young, 1],
    [named, 1],
  ] as const) {
    assert.equal(await count('file', `id = '${id}'`), left)
    assert.equal(await count('file_chunk', `file_id = '${id}'`), 3 * left)
    assert.equal(await count('vault.seal_key', `case_id = '${id}' and wrapped is not null`), left)
  }
})

test('a reminder comes once, however many servers sweep, and the next moment is set', async () => {
  const agency = randomUUID()
  const caseId = randomUUID()
  await toy.pools.write.query(
    `insert into ask (id, stream_id, stream_type, case_id, agency_id, act, title, asker_id, verb, due_at, since, version, remind_at)
     select gen_random_uuid(), gen_random_uuid(), 'toy', $1, $2, 'submit', 'Việc ' || n, $2, 'giao', now() + interval '10 days', now() - interval '1 day', 1, now() - interval '1 minute'
     from generate_series(1, 1200) n`,
    [caseId, agency],
  )
  let woken = 0
  await Promise.all([
    remindAll(toy.pools.system, () => woken++),
    remindAll(toy.pools.system, () => woken++),
    remindAll(toy.pools.write, () => woken++).catch(() => {}),
  ])
  assert.equal(await count('notification', `case_id = '${caseId}'`), 1200)
  assert.equal(await count('ask', `case_id = '${caseId}' and remind_at <= now()`), 0)
  assert.equal(await count('ask', `case_id = '${caseId}' and remind_at > now()`), 1200)
  assert.ok(woken > 0)
  await remindAll(toy.pools.system, () => {})
  assert.equal(await count('notification', `case_id = '${caseId}'`), 1200)
})
