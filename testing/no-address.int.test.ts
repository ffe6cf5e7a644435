import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from './database.ts'
import { startServerProcess } from './server-process.ts'

let db: TestDatabase
before(async () => {
  db = await testDatabase()
})
after(() => db.drop())

test('a port that another program uses is said in both languages, and the process ends', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const settings = { DATABASE_URL: db.appUrl, HIEPDONG_OWNER_URL: db.ownerUrl, HIEPDONG_KEY: 'ab'.repeat(32), PORT: String(port) }
  try {
    await assert.rejects(startServerProcess(settings), (error: Error) => {
      assert.match(error.message, new RegExp(`Không mở được địa chỉ 127\\.0\\.0\\.1:${port}.*đặt PORT khác\\.`))
      assert.match(error.message, new RegExp(`Cannot listen on 127\\.0\\.0\\.1:${port}.*set another PORT\\.`))
      assert.doesNotMatch(error.message, /\n {4}at /)
      return true
    })
  } finally {
    other.close()
  }
})
