import type { ClientBase, Pool } from 'pg'
import { type Sweeping, sweeping } from '../db/sweeping.ts'
import { compactSearch } from './compaction.ts'
import { DoneNotes } from './done-notes.ts'
import { orderTouched, WORTH_ORDERING } from './ordering.ts'

const EVERY_MS = 5000
/** Fewer fresh texts are looked at one by one in a millisecond or two. */
const WORTH_FOLDING = 256
const MOST_AT_ONCE = 8192
const SWEEPS_TO_COMPACT = 120

/**
 * Folds fresh texts into the bits of common words (migration 0022), keeps all places in the order of change (0027) and, every ten minutes, fills
 * thin chunks up, so that searches of a million cases stay quick. Any number of processes may run it; one at a time does the work. Searches are
 * complete before and after.
 */
export const startFolding = (pool: Pool): Sweeping => {
  let sweeps = 0
  const notes = new DoneNotes()
  return sweeping(EVERY_MS, async (stopped) => {
    await foldFresh(pool, WORTH_FOLDING, stopped)
    await notes.look(pool)
    if (++sweeps % SWEEPS_TO_COMPACT === 0) await compactSearch(pool, stopped)
  })
}

/** Folds while at least so many texts are fresh, then puts in order what was touched (migration 0027), if that is as much. */
export const foldFresh = async (pool: Pool | ClientBase, atLeast: number, stopped = () => false): Promise<void> => {
  let taken = 1
  while (taken > 0 && !stopped()) {
    const { rows } = await pool.query<{ taken: number }>('select fold_search($1, $2) as taken', [atLeast, MOST_AT_ONCE])
    taken = rows[0]?.taken ?? 0
  }
  if (!stopped()) await orderTouched(pool, Math.min(atLeast, WORTH_ORDERING))
}
