import { problem } from '../../problems/catalogue.ts'

/** How many rows a page of a list holds. */
export const PAGE = 50

/** As PostgreSQL writes a timestamptz. */
const MOMENT = /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A keyset cursor: where the page before ended. Opaque to the client, checked when it comes back. */
export const encodeCursor = (parts: (string | number)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor, or null where none was given. Throws bad-input for one that this API did not make. */
export const decodeCursor = (cursor: string | undefined, length: number): string[] | null => {
  if (!cursor) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === 'string' || Number.isSafeInteger(part)))
      return parts.map(String)
  } catch {
    // falls through to the one answer for every broken cursor
  }
  throw problem('bad-input', { path: 'after' })
}

/** A cursor of a row's number in the order of the log or of notices. */
export const decodeNumberCursor = (cursor: string | undefined): string | null => {
  const [number] = decodeCursor(cursor, 1) ?? []
  if (number !== undefined && !/^\d{1,18}$/.test(number)) throw problem('bad-input', { path: 'after' })
  return number ?? null
}

/** True for an id as cursors carry it. */
export const isId = (text: string | undefined): boolean => UUID.test(text ?? '')

/** A cursor of a moment and an id. The moment keeps PostgreSQL's microseconds as text. */
export const decodeMomentCursor = (cursor: string | undefined): { at: string; id: string } | null => {
  const parts = decodeCursor(cursor, 2)
  if (!parts) return null
  const [at = '', id = ''] = parts
  const moment = at === 'infinity' || (MOMENT.test(at) && !Number.isNaN(Date.parse(at)))
  if (!moment || !UUID.test(id)) throw problem('bad-input', { path: 'after' })
  return { at, id }
}
