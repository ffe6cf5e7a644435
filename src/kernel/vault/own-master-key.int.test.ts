import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { masterKeyPath } from './master-key.ts'
import { ownMasterKey } from './own-master-key.ts'

let place: string
let db: TestDatabase
before(async () => {
  place = mkdtempSync(join(tmpdir(), 'hiepdong-key-'))
  db = await testDatabase()
})
after(async () => {
  rmSync(place, { recursive: true })
  await db.drop()
})

test('a new database gets a key, which opens it ever after', async () => {
  const dir = join(place, 'new')
  const key = await ownMasterKey(db.appUrl, dir, null)
  assert.deepEqual(await ownMasterKey(db.appUrl, dir, null), key)
  assert.deepEqual(await ownMasterKey(db.appUrl, join(place, 'another'), key.toString('hex')), key)
})

test('a database with work is opened by no other key, and no key is made for it', async () => {
  const dir = join(place, 'restored')
  await assert.rejects(ownMasterKey(db.appUrl, dir, null), { code: 'master-key-missing' })
  assert.equal(existsSync(masterKeyPath(dir)), false)
  await assert.rejects(ownMasterKey(db.appUrl, dir, randomBytes(32).toString('hex')), { code: 'master-key-wrong' })
})

test('of two servers that begin a database with keys of their own at once, one goes on', async () => {
  const fresh = await testDatabase()
  try {
    const begun = await Promise.allSettled(['a', 'b', 'c'].map((name) => ownMasterKey(fresh.appUrl, join(place, name), null)))
    const refused = begun.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    assert.equal(refused.length, 2)
    for (const code of refused) assert.match(code, /^master-key-(wrong|missing)$/)
  } finally {
    await fresh.drop()
  }
})
