import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorHandler } from './problem-json.ts'

/** What an error is answered with: status, code and `retry-after`. */
const answered = async (error: unknown): Promise<[number, string, string | undefined]> => {
  const headers: Record<string, string> = {}
  let status = 0
  let body = ''
  const reply = {
    status: (given: number) => ((status = given), reply),
    header: (name: string, value: string) => ((headers[name] = value), reply),
    send: async (text: string) => void (body = text),
  }
  const request = { headers: {}, routeOptions: {}, log: { error: () => {} } }
  await errorHandler(error, request as unknown as FastifyRequest, reply as unknown as FastifyReply)
  return [status, (JSON.parse(body) as { code: string }).code, headers['retry-after']]
}

const AWAY = [503, 'database-away', '2']
const failing = (code: string) => Object.assign(new Error('it failed'), { code })

test('a database that restarts, is gone, full, out of connections or only a replica is told as away: send it again soon', async () => {
  for (const code of [
    '57P01',
    '57P02',
    '57P03',
    '08006',
    '08P01',
    '53100',
    '53300',
    '25006',
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    'ENOENT',
  ])
    assert.deepEqual(await answered(failing(code)), AWAY, code)
  for (const message of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    assert.deepEqual(await answered(new Error(message)), AWAY, message)
})

test('any other fault is the server’s own', async () => {
  for (const code of ['42P01', '42501', '25P02', 'EACCES'])
    assert.deepEqual(await answered(failing(code)), [500, 'internal', undefined], code)
  assert.deepEqual(await answered(new TypeError('x is not a function')), [500, 'internal', undefined])
})
