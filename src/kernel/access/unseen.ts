import type { Pool } from 'pg'
import { type Sweeping, sweeping } from '../db/sweeping.ts'

const EVERY_MS = 15_000
/** Each case of them is locked by itself, and PostgreSQL has room for some thousand locks. */
const AT_ONCE = 200
/** Rows that were written anew while they were put aside are looked for every ten minutes. */
const SWEEPS_TO_LOOK_ANEW = 40

/**
 * Puts aside what stands in the feed of a subject that sees the case no more (migration 0040), so that lists, counts and searches do not go through it.
 * Where sight comes back, the command that brings it puts the row back. Any number of processes may do this at once.
 */
export const startPuttingAside = (pool: Pool): Sweeping => {
  let sweeps = 0
  return sweeping(EVERY_MS, async (stopped) => {
    await putUnseenAside(pool, stopped)
    if (++sweeps % SWEEPS_TO_LOOK_ANEW === 0) await pool.query('select look_at_unseen_anew()')
  })
}

/** One sweep over all sights that ended; exported for tests. */
export const putUnseenAside = async (pool: Pool, stopped = () => false): Promise<void> => {
  let looked = AT_ONCE
  while (looked === AT_ONCE && !stopped()) {
    const { rows } = await pool.query<{ n: number }>('select put_unseen_aside($1) as n', [AT_ONCE])
    looked = rows[0]?.n ?? 0
  }
}
