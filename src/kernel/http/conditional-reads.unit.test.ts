import assert from 'node:assert/strict'
import { test } from 'node:test'
import Fastify from 'fastify'
import { answerOnlyNews } from './conditional-reads.ts'

/** The answer to a route that says this, with its tag. */
const told = async (said: unknown, asker = 'officer post', held?: string) => {
  const app = Fastify()
  answerOnlyNews(app, { askerOf: () => asker })
  app.get('/', { config: { repeated: true } }, async () => said)
  const answer = await app.inject({ url: '/', headers: held ? { 'if-none-match': held } : {} })
  await app.close()
  return { status: answer.statusCode, body: answer.body, tag: String(answer.headers.etag), length: answer.headers['content-length'] }
}

const rows = (n: number, word = 'Sở Thông tin và Truyền thông') => Array.from({ length: n }, (_, i) => `${word} ${i}`)
const [morning, noon] = ['2026-11-22T01:00:00.000Z', '2026-11-22T05:00:00.000Z']

test('an answer of any length is sent to the letter, and its tag is of what it says but for the moment at its end', async () => {
  for (const n of [1, 40, 400, 4000]) {
    const said = { rows: rows(n), at: morning }
    const first = await told(said)
    assert.deepEqual(JSON.parse(first.body), said)
    assert.equal(first.length, String(Buffer.byteLength(JSON.stringify(said))))
    assert.equal((await told({ ...said, at: noon }, 'officer post', first.tag)).status, 304)
    for (const other of [{ rows: rows(n, 'Sở Tư pháp'), at: morning }, { rows: rows(n + 1), at: morning }, { rows: rows(n) }])
      assert.notEqual((await told(other)).tag, first.tag)
    assert.notEqual((await told(said, 'officer other')).tag, first.tag)
  }
})

test('text that is no moment counts, wherever it stands, and half a letter stays as it is', async () => {
  for (const n of [1, 4000]) {
    const first = await told({ rows: rows(n), at: 'Hà Nội' })
    assert.notEqual((await told({ rows: rows(n), at: 'Huế' })).tag, first.tag)
    const halved = { rows: [...rows(n), '\ud800 nửa chữ'] }
    assert.deepEqual(JSON.parse((await told(halved)).body), halved)
  }
})
