import assert from 'node:assert/strict'
import { afterEach, mock, test } from 'node:test'
import { api, query } from './api.ts'
import { ProblemError } from './problem.ts'

type Sent = { url: string; init: RequestInit & { headers: Record<string, string> } }

/** Answers in turn; an error is a link that was lost. */
const answering = (...answers: (Response | Error)[]): Sent[] => {
  const sent: Sent[] = []
  mock.method(globalThis, 'fetch', async (url: string, init: Sent['init']) => {
    sent.push({ url, init })
    const answer = answers.shift()
    if (answer instanceof Error || !answer) throw answer ?? new Error('nothing left to answer')
    return answer
  })
  return sent
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const lost = () => new TypeError('Failed to fetch')

afterEach(() => mock.restoreAll())

test('a command that is lost on the way is sent again with the same key and version', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const sent = answering(lost(), json({ streamId: 'a', version: 4, caseId: 'c', seq: '9', recordedAt: '' }))
  const given = api.command('fulfilment', 'a', 'submit', { text: 'x' }, { version: 3, key: 'k-12345678' })
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    mock.timers.tick(500)
  }
  assert.equal((await given).version, 4)
  mock.timers.reset()
  assert.equal(sent.length, 2)
  for (const { url, init } of sent) {
    assert.equal(url, '/api/fulfilment/a/submit')
    assert.equal(init.headers['Idempotency-Key'], 'k-12345678')
    assert.equal(init.headers['If-Match'], '"3"')
  }
})

test('a refusal is a ProblemError with both languages, and is not repeated', async () => {
  const sent = answering(
    json({ code: 'stale-version', text: { vi: 'Hồ sơ vừa thay đổi.', en: 'The case has changed.' }, changes: [1] }, 412),
  )
  await assert.rejects(api.command('fulfilment', 'a', 'submit', {}, { key: 'k-12345678' }), (error: unknown) => {
    assert.ok(error instanceof ProblemError)
    assert.deepEqual(
      [error.status, error.code, error.text.en, error.extra['changes']],
      [412, 'stale-version', 'The case has changed.', [1]],
    )
    return true
  })
  assert.equal(sent.length, 1)
})

test('an answer that is no problem+json still says what happened, what is kept and what to do', async () => {
  answering(new Response('<html>Bad gateway</html>', { status: 502 }))
  await assert.rejects(api.get('/me'), (error: unknown) => {
    assert.ok(error instanceof ProblemError)
    assert.match(error.text.vi, /502.*vẫn giữ.*Thử lại/)
    return true
  })
})

test('opening a stream names no id and no version', async () => {
  const sent = answering(json({ streamId: 'a', version: 1, caseId: 'a', seq: '1', recordedAt: '' }))
  await api.command('directive', null, null, {}, { key: 'k-12345678' })
  assert.equal(sent[0]?.url, '/api/directive')
  assert.equal(sent[0]?.init.headers['If-Match'], undefined)
})

test('only what is set goes into the address', () => {
  assert.equal(query({ q: 'sở', after: null, kind: '', type: undefined }), '?q=s%E1%BB%9F')
  assert.equal(query({}), '')
})
