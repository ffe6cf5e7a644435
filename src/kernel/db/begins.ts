import type { Pool } from 'pg'

/**
 * From when on something new may be written that a server of the version before would not understand; in a database that was empty when it learnt of it,
 * from the start. Such a server may run on for some days beside a newer one.
 */
export const beginsAt = async (pool: Pool, what: 'ids-that-follow-time'): Promise<Date> => {
  const { rows } = await pool.query<{ at: Date }>('select at from begins where what = $1', [what])
  return (rows[0] as { at: Date }).at
}
