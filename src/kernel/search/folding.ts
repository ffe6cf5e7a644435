import type { ClientBase, Pool } from 'pg'

const EVERY_MS = 5000
/** Fewer fresh texts are looked at one by one in a millisecond or two. */
const WORTH_FOLDING = 256
const MOST_AT_ONCE = 8192
/** So few that were touched are looked at one by one in less than that. */
const WORTH_ORDERING = 128
const ORDERED_IN_A_ROW = 1000

/**
 * Folds fresh texts into the bits of common words (migration 0022) and keeps all places in the order of change (0029), so that searches of a
 * million cases stay quick. Any number of processes may
 * run it; one at a time does the work. Searches are complete before and after.
 */
export const startFolding = (pool: Pool): { stop: () => Promise<void> } => {
  let running: Promise<void> | null = null
  let stopped = false
  const sweep = () => {
    running ??= foldFresh(pool, WORTH_FOLDING, () => stopped)
      // The database may be away for a moment; the next sweep tries again.
      .catch(() => {})
      .then(() => {
        running = null
      })
  }
  const timer = setInterval(sweep, EVERY_MS)
  sweep()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** Folds while at least so many texts are fresh, then puts in order what was touched (migration 0029), if that is as much. */
export const foldFresh = async (pool: Pool | ClientBase, atLeast: number, stopped = () => false): Promise<void> => {
  let taken = 1
  while (taken > 0 && !stopped()) {
    const { rows } = await pool.query<{ taken: number }>('select fold_search($1, $2) as taken', [atLeast, MOST_AT_ONCE])
    taken = rows[0]?.taken ?? 0
  }
  if (!stopped()) await pool.query('select order_search($1, $2)', [Math.min(atLeast, WORTH_ORDERING), ORDERED_IN_A_ROW])
}
