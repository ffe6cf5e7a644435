import type { PoolClient } from 'pg'
import { problem } from '../problems/catalogue.ts'
import type { Problem } from '../problems/problem.ts'

/** Refuses a stale If-Match and says what came since: event types with times, nothing of their bodies. */
export const staleVersion = async (db: Pick<PoolClient, 'query'>, streamId: string, seen: number, stands: number): Promise<Problem> => {
  const { rows } = await db.query('select type, recorded_at from event where stream_id = $1 and version > $2 order by version limit 50', [
    streamId,
    seen,
  ])
  const changes = rows.map((row) => ({ type: row.type as string, recordedAt: (row.recorded_at as Date).toISOString() }))
  return problem('stale-version', { count: changes.length }, { version: stands, changes })
}
