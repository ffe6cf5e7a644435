import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { problem } from '../problems/catalogue.ts'
import { Problem, type Text } from '../problems/problem.ts'
import type { ProblemView } from './views.ts'

/** Errors of other layers that carry a code and texts (a document that cannot be read in). */
type Told = { code: string; text: Text; status?: number }

const isTold = (error: unknown): error is Told => {
  const { code, text } = error as Partial<Told>
  return typeof code === 'string' && typeof text?.vi === 'string' && typeof text.en === 'string'
}

/** Stands in the log for an id where the officer is told what to correct. */
const UNCHECKED = 'unchecked'

/** Vietnamese unless the client prefers English. */
const languageOf = (request: FastifyRequest): 'vi' | 'en' => (/^\s*en/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi')

const asProblem = (error: unknown, bodyLimit: number, log: (id: string, error: unknown) => void): Problem => {
  if (error instanceof Problem) return error
  if (isTold(error)) return new Problem(error.code, error.status ?? 422, error.text)
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation
      .slice(0, 10)
      .map((issue) => ({ path: issue.instancePath.slice(1).replaceAll('/', '.'), message: issue.message ?? '' }))
    return problem('bad-input', { path: issues.map((i) => i.path || '(…)').join(', ') }, { issues })
  }
  const { code, statusCode } = error as FastifyError
  // A value that passed every check and still fits no column. Nothing was written; the log keeps it, because a check is missing.
  if (/^22[0-9A-Z]{3}$/.test(code)) {
    log(UNCHECKED, error)
    return problem('bad-input', { path: '(…)' })
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return problem('too-large', { limit: sizeWords(bodyLimit) })
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return problem('bad-input', { path: 'Content-Type' })
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return problem('bad-input', { path: '(…)' })
  const id = randomUUID().slice(0, 8)
  log(id, error)
  return isAway(error) ? problem('database-away', {}, { retryAfter: 2 }) : problem('internal', { id })
}

/** '50 MB', '4 kB': whole units, the limit itself included. */
const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} kB`

/** The database is restarting, gone, has no room for one more, or is a replica that does not lead yet: whether the last commit came through is not known. */
const isAway = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string }
  return (
    /^(57P0[1-3]|25006|08\w{3}|53\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ENOENT)$/.test(code ?? '') ||
    /^Connection terminated|^Client has encountered a connection error|^timeout exceeded when trying to connect/.test(message ?? '')
  )
}

/** The one place that turns errors into RFC 9457 problem+json, in the asker's language, with both texts. */
export const errorHandler = async (error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  const told = asProblem(error, request.routeOptions.bodyLimit ?? 0, (id, cause) => {
    // A database error's detail may hold values of a row, so only names of things reach the log.
    const { code, constraint, table, routine, stack } = cause as {
      code?: string
      constraint?: string
      table?: string
      routine?: string
      stack?: string
    }
    const frames = stack
      ?.split('\n')
      .filter((line) => line.trim().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim().replace(/\(?\/.*\/src\//, '(src/'))
    request.log.error(
      { id, name: (cause as Error).name, code, constraint, table, routine, frames },
      id === UNCHECKED ? 'an input passed unchecked' : 'internal error',
    )
  })
  const body = bodyOf(told, languageOf(request))
  if (typeof told.extra.retryAfter === 'number') reply.header('retry-after', String(told.extra.retryAfter))
  await reply
    .status(told.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(body)
}

const bodyOf = (told: Problem, language: 'vi' | 'en'): string => {
  const detail = told.text[language]
  const view: ProblemView = {
    type: `urn:hiepdong:problem:${told.code}`,
    status: told.status,
    code: told.code,
    title: detail,
    detail,
    text: told.text,
    ...told.extra,
  }
  return JSON.stringify(view)
}

/** A client that expects what this server does not know is told so in the same form. */
export const answerOddExpectation = (_request: IncomingMessage, response: ServerResponse): void => {
  const told = problem('bad-input', { path: 'Expect' })
  response
    .writeHead(told.status, { 'content-type': 'application/problem+json; charset=utf-8', connection: 'close' })
    .end(bodyOf(told, 'vi'))
}

/** What the HTTP parser itself refuses (a broken head, too many headers, a body that never ends) is answered in the same form. */
export const answerBrokenRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy()
  const told = error.code === 'HPE_HEADER_OVERFLOW' ? problem('too-large', { limit: '16 kB' }) : problem('bad-input', { path: '(…)' })
  const body = bodyOf(told, 'vi')
  const head = [
    `HTTP/1.1 ${told.status} Refused`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
