import { hash } from 'node:crypto'
import { followsTime, idBeside } from './derived-id.ts'

/**
 * The id of a stream that a command opens: derived from its key, so that the same command twice opens one. Where it may follow the time (`timely`)
 * and the key is a time-ordered UUID, it begins with the key's moment.
 */
export const newStreamId = (officerId: string, key: string, timely: boolean): string => {
  const name = `stream:${officerId}:${key}`
  if (timely && followsTime(key)) return idBeside(key, name, name)
  const h = hash('sha256', name)
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-8${h.slice(13, 16)}-b${h.slice(17, 20)}-${h.slice(20, 32)}`
}
