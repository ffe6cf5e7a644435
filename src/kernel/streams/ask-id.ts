import { hash } from 'node:crypto'

/** What tells one ask from another, as its row is written; `since` is an ISO moment. */
type Asked = {
  stream_id: string
  agency_id: string
  officer_id: string | null
  unit_id: string | null
  act: string
  asker_id: string
  verb: string
  since: string
}

/**
 * A stream's asks with their ids: each the same as long as the same is asked of the same, so that a new version or another limit of it is written in
 * place, and a rebuild gives the same rows. An id begins with the moment since when it is asked (as UUID version 7 does), so that asks without a limit
 * stand in that order. Asks that a stream makes alike are told apart by their place.
 */
export const withIds = <T extends Asked>(rows: T[]): (T & { id: string })[] => {
  const ids: string[] = []
  for (const row of rows) {
    let n = 0
    let id = askId(row, n)
    while (ids.includes(id)) id = askId(row, ++n)
    ids.push(id)
  }
  return rows.map((row, i) => ({ ...row, id: ids[i] as string }))
}

const askId = (row: Asked, n: number): string => {
  const moment = Math.max(0, Date.parse(row.since)).toString(16).padStart(12, '0')
  const named = [row.stream_id, row.agency_id, row.officer_id ?? '', row.unit_id ?? '', row.act, row.asker_id, row.verb, n].join()
  const digest = hash('sha256', named)
  return `${moment.slice(0, 8)}-${moment.slice(8, 12)}-7${digest.slice(0, 3)}-8${digest.slice(3, 6)}-${digest.slice(6, 18)}`
}
