import type { Pool } from 'pg'
import { type Sweeping, sweeping } from '../db/sweeping.ts'

const EVERY_MS = 60_000

/**
 * How long a file stays that no command named, in days. A form that a browser keeps as a draft names its files for two weeks; after twice that nobody
 * comes back to it.
 */
export const UNNAMED_FILE_DAYS = 30
/** Files are large: few at a time. */
const FILES_AT_ONCE = 50

/**
 * Clears what has served: notices that every process has heard (ten minutes), idempotency keys that no client repeats any more (thirty days), files that
 * were sent and never named by a command, with their keys.
 * Small bites, so that nothing waits for it; any number of processes may do it at once.
 */
export const startHousekeeping = (pool: Pool): Sweeping => sweeping(EVERY_MS, () => clearServed(pool))

/** One sweep; exported for tests. */
export const clearServed = async (pool: Pool): Promise<void> => {
  await pool.query(
    `delete from outbox where id in (select id from outbox where done_at < now() - interval '10 minutes' order by id limit 20000 for update skip locked)`,
  )
  await pool.query(
    `delete from command where (officer_id, key) in
       (select officer_id, key from command where at < now() - interval '30 days' order by at limit 20000)`,
  )
  await pool.query(
    `with gone as (delete from file where stream_id is null and id in (select id from file where stream_id is null
         and uploaded_at < now() - make_interval(days => $1) order by uploaded_at limit ${FILES_AT_ONCE}) returning id),
       parts as (delete from file_chunk where file_id in (select id from gone))
     update vault.seal_key set wrapped = null, destroyed_at = now() where case_id in (select id from gone)`,
    [UNNAMED_FILE_DAYS],
  )
}
