import type { ClientBase, Pool } from 'pg'

/** So few that were touched are looked at one by one in less than a millisecond. */
export const WORTH_ORDERING = 128
const IN_A_ROW = 1000

/** Puts what was touched in the order of change again (migration 0027), if it is so much. Nothing where another process is folding. */
export const orderTouched = async (db: Pool | ClientBase, atLeast: number): Promise<void> => {
  await db.query('select order_search($1, $2)', [atLeast, IN_A_ROW])
}
