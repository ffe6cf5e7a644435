import type { Pool, PoolClient } from 'pg'
import { together } from '../db/pool.ts'

/** What a command wrote: its answer, which comes with the last statement, and what follows once all is committed. */
export type Written<T> = { answered: Promise<T>; committed: () => void }

/**
 * One transaction in two round trips: the beginning travels with the first statement, the end with the last. Where the last statement fails,
 * PostgreSQL turns the commit that follows it into a rollback. Work that wrote nothing gives its answer at once.
 */
export const inCommand = async <T extends object>(pool: Pool, work: (db: PoolClient) => Promise<T | Written<T>>): Promise<T> => {
  const db = await pool.connect()
  let broken: Error | undefined
  try {
    together(db)
    const begun = db.query('begin')
    begun.catch(() => {})
    const done = await work(db)
    if ('answered' in done) done.answered.catch(() => {})
    await begun
    const commit = db.query('commit')
    commit.catch(() => {})
    if (!('answered' in done)) {
      await commit
      return done
    }
    const answer = await done.answered
    if ((await commit).command !== 'COMMIT') throw new Error('the command was not committed')
    done.committed()
    return answer
  } catch (error) {
    await db.query('rollback').catch((e: Error) => (broken = e))
    throw error
  } finally {
    db.release(broken)
  }
}
