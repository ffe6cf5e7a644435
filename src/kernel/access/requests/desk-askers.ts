import type { AskRecord } from '../../cases/reads/desk.ts'
import type { Reader } from '../reader.ts'

/**
 * Puts who asks for access in the place of the owner, who stands there in the table of asks: an agency sees what it asks of others there, and must not
 * see that its number fitted. Asks nothing where no such row is among them.
 */
export const withAskers = async <T extends AskRecord>(db: Reader, rows: T[]): Promise<T[]> => {
  const ids = rows.flatMap((row) => (row.stream_type === 'access' ? [row.stream_id] : []))
  if (!ids.length) return rows
  const found = await db.query<{ id: string; agency_id: string }>('select id, agency_id from case_access where id = any($1::uuid[])', [ids])
  const askers = new Map(found.rows.map((row) => [row.id, row.agency_id]))
  return rows.map((row) => ({ ...row, asker_id: askers.get(row.stream_id) ?? row.asker_id }))
}
