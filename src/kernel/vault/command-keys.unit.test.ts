import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { Keyring, type Queryable } from './keyring.ts'
import { seal } from './seal.ts'

const master = randomBytes(32)
const [CASE, KNOWN, DESTROYED, NEW] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as [string, string, string, string]
const known = randomBytes(32)

/** A vault that holds one key and one that was destroyed, and counts what it is asked. */
const vault = () => {
  const stored = [
    { subject_id: KNOWN, wrapped: seal(master, known, CASE + KNOWN) },
    { subject_id: DESTROYED, wrapped: null },
  ]
  let asked = 0
  const query = async ({ values: [, subjects] }: { values: [string, string[]] }) => {
    asked++
    return { rows: stored.filter(({ subject_id }) => subjects.includes(subject_id)) }
  }
  return { db: { query } as unknown as Queryable, asked: () => asked }
}

test('a key that was never made is made once, and told to be written', async () => {
  const { db } = vault()
  const keys = new Keyring(master).making([])
  const first = await keys.readOrMake(db, CASE, [KNOWN, NEW])
  const second = await keys.readOrMake(db, CASE, [NEW])
  assert.deepEqual(first.get(KNOWN), known)
  assert.equal(first.get(NEW)?.length, 32)
  assert.equal(second.get(NEW), first.get(NEW))
  assert.deepEqual(
    keys.rows.map(({ case_id, subject_id }) => [case_id, subject_id]),
    [[CASE, NEW]],
  )
})

test('a destroyed key stays destroyed, also where it was read as missing before', async () => {
  const { db } = vault()
  const ring = new Keyring(master)
  await ring.read(db, CASE, [DESTROYED])
  const keys = ring.making([])
  assert.equal((await keys.readOrMake(db, CASE, [DESTROYED])).get(DESTROYED), null)
  assert.deepEqual(keys.rows, [])
})

test('what is undone is forgotten: the next command makes a key of its own', async () => {
  const { db } = vault()
  const ring = new Keyring(master)
  const undone = await ring.making([]).readOrMake(db, CASE, [NEW])
  const next = ring.making([])
  assert.notDeepEqual((await next.readOrMake(db, CASE, [NEW])).get(NEW), undone.get(NEW))
  assert.equal(next.rows.length, 1)
})

test('of a case that begins nothing is asked', async () => {
  const { db, asked } = vault()
  const keys = new Keyring(master).making([CASE])
  assert.equal((await keys.readOrMake(db, CASE, [NEW])).get(NEW)?.length, 32)
  assert.equal(asked(), 0)
})
