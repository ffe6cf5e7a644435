import assert from 'node:assert/strict'
import type { InjectOptions } from 'fastify'
import type { RunningServer } from '../running-server.ts'

/** Longer than any honest answer of a test server takes, in milliseconds. */
const HANG_MS = 60_000

/** What no answer may say: folders, SQL, names of tables and roles, frames of a stack, the database's own words. */
const TOLD_TOO_MUCH =
  /\/src\/|\/home\/|\/tmp\/|node_modules|\bat \w+ \(|select .* from |insert into|app_(read|write|system)|violates|invalid input syntax|relation "|seal_key|\bundefined\b|\[object Object\]|SQLSTATE|hiepdong\.session/i

export type Answer = { status: number; body: string; json: () => Record<string, unknown> }

/** Speaks to the server without a socket; every answer is checked for what no answer may be. */
export const hostileClient = (server: RunningServer) => {
  const ask = async (request: InjectOptions & { headers?: Record<string, string> }): Promise<Answer> => {
    const logged = server.log.length
    let timer: NodeJS.Timeout | undefined
    const hang = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer: ${request.method} ${String(request.url).slice(0, 200)}`)), HANG_MS)
    })
    const answer = await Promise.race([server.app.inject({ ...request, authority: new URL(server.url).host }), hang]).finally(() =>
      clearTimeout(timer),
    )
    const type = String(answer.headers['content-type'] ?? '')
    const told = { status: answer.statusCode, body: answer.body, json: () => JSON.parse(answer.body) as Record<string, unknown> }
    if (told.status >= 400 && (request.method !== 'HEAD' || told.status >= 500)) checkProblem(request, told, type)
    // A value that only the database refused, or a fault: a check is missing.
    assert.deepEqual(
      server.log.slice(logged),
      [],
      `logged for ${request.method} ${String(request.url).slice(0, 300)} ${JSON.stringify(request.payload)?.slice(0, 600)}`,
    )
    return told
  }
  return { ask }
}

const checkProblem = (request: InjectOptions, answer: Answer, type: string): void => {
  const what = `${request.method} ${String(request.url).slice(0, 160)} → ${answer.status} ${answer.body.slice(0, 300)} for ${JSON.stringify(request.payload)?.slice(0, 600)} ${JSON.stringify(request.headers)?.slice(0, 400)}`
  assert.ok(answer.status < 500, `a fault: ${what}`)
  assert.match(type, /^application\/problem\+json/, `not a problem: ${what}`)
  const { code, text, status } = answer.json() as { code: string; status: number; text: { vi: string; en: string } }
  assert.equal(status, answer.status)
  assert.match(code, /^[a-z][a-z0-9-]+$/, what)
  assert.ok(text.vi.length > 3 && text.en.length > 3 && text.vi !== text.en, `both languages: ${what}`)
  assert.ok(answer.body.length < 20_000, `repeats what was sent: ${what}`)
  assert.doesNotMatch(text.vi + text.en, TOLD_TOO_MUCH, `tells too much: ${what}`)
}

/** How many facts and how many answered commands stand: what a refusal must not change. */
export const written = async (server: RunningServer): Promise<string> => {
  const { rows } = await server.service.pools.system.query(
    'select (select count(*) from event) as events, (select count(*) from command) as commands, (select count(*) from ask) as asks, (select count(*) from visible) as visible',
  )
  return JSON.stringify(rows[0])
}
