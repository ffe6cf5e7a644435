import type { FileRef, ReceiptView } from '../../kernel/http/views.ts'
import { actingHeaders } from './acting-post.ts'
import { noteServerTime } from './server-time.ts'
import { language } from './i18n.ts'
import { lostLink, problemOf } from './problem.ts'

type Options = { method?: string; body?: BodyInit; headers?: Record<string, string>; signal?: AbortSignal }

const request = async (path: string, { method = 'GET', body, headers, signal }: Options = {}): Promise<Response> => {
  const init: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: { 'Accept-Language': language.get(), ...actingHeaders(), ...headers },
  }
  if (body !== undefined) init.body = body
  if (signal) init.signal = signal
  let answer: Response
  try {
    answer = await fetch(`/api${path}`, init)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw lostLink()
  }
  noteServerTime(answer.headers.get('Date'))
  if (!answer.ok) throw await problemOf(answer)
  return answer
}

const json = async <T>(answer: Response): Promise<T> => (answer.status === 204 ? undefined : await answer.json()) as T

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Tries again where the link was lost on the way: the idempotency key makes a repeat safe. */
const persist = async <T>(send: () => Promise<T>): Promise<T> => {
  for (const wait of [400, 1500]) {
    try {
      return await send()
    } catch (cause) {
      if ((cause as { code?: string }).code !== 'network') throw cause
      await pause(wait)
    }
  }
  return send()
}

export type CommandOptions = {
  /** Version of the stream that the officer saw. Absent only for a command that opens a stream. */
  version?: number
  /** When it took effect, where that is not now (ISO instant). */
  effectiveAt?: string
  /** The same key for the same intent, kept across retries. */
  key: string
}

export type Query = Record<string, string | number | boolean | null | undefined>

/** '?a=1&b=2' from the values that are set; '' where none is. */
export const query = (values: Query): string => {
  const set = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString()}`
}

/** The one client of the API. Paths begin after `/api`. Every failure is a ProblemError. */
export const api = {
  get: async <T>(path: string, options: { signal?: AbortSignal } = {}): Promise<T> => json<T>(await request(path, options)),

  /** Anything that is not a command on a stream. `key`: the idempotency key where the route asks for one. */
  post: async <T>(path: string, payload: unknown = {}, key?: string): Promise<T> =>
    json<T>(
      await request(path, {
        method: 'POST',
        body: JSON.stringify(payload),
        headers: { 'Content-Type': 'application/json', ...(key ? { 'Idempotency-Key': key } : {}) },
      }),
    ),

  /** A command on a stream; `id` and `command` are null where it opens one. */
  command: (
    streamType: string,
    id: string | null,
    command: string | null,
    payload: unknown,
    options: CommandOptions,
  ): Promise<ReceiptView> => {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': options.key }
    if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`
    if (options.effectiveAt) headers['Effective-At'] = options.effectiveAt
    const path = id ? `/${streamType}/${id}/${command}` : `/${streamType}`
    return persist(async () => json<ReceiptView>(await request(path, { method: 'POST', body: JSON.stringify(payload), headers })))
  },

  /** Sends a file as it is, under its name. */
  send: async <T>(path: string, file: File, values: Query = {}): Promise<T> =>
    json<T>(
      await request(`${path}${query({ name: file.name, ...values })}`, {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': file.type || 'application/octet-stream' },
      }),
    ),

  /** Sends a file to be kept; the answer names its hash. */
  upload: (file: File, caseId: string | null): Promise<FileRef> => api.send<FileRef>('/files', file, { caseId }),
}
