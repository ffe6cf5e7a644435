import { hash } from 'node:crypto'
import type { AskRow } from './change.ts'

/**
 * The ids of a stream's asks: each the same as long as the same is asked of the same, so that a new version or another limit of it is written in place,
 * and a rebuild gives the same rows. An id begins with the moment since when it is asked (as UUID version 7 does), so that asks without a limit stand
 * in that order. Asks that a stream makes alike are told apart by their place.
 */
export const askIds = (streamId: string, rows: AskRow[]): string[] => {
  const ids: string[] = []
  for (const row of rows) {
    let n = 0
    let id = askId(streamId, row, n)
    while (ids.includes(id)) id = askId(streamId, row, ++n)
    ids.push(id)
  }
  return ids
}

const askId = (streamId: string, row: AskRow, n: number): string => {
  const moment = Math.max(0, row.since.getTime()).toString(16).padStart(12, '0')
  const digest = hash('sha256', [streamId, row.agencyId, row.officerId ?? '', row.unitId ?? '', row.act, row.askerId, row.verb, n].join())
  return `${moment.slice(0, 8)}-${moment.slice(8, 12)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}
