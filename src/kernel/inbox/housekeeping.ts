import type { Pool } from 'pg'

const EVERY_MS = 60_000

/**
 * Clears what has served: notices that every process has heard (ten minutes), idempotency keys that no client repeats any more (thirty days).
 * Small bites, so that nothing waits for it; any number of processes may do it at once.
 */
export const startHousekeeping = (pool: Pool): { stop: () => Promise<void> } => {
  let running: Promise<void> = Promise.resolve()
  const sweep = () => {
    running = running.then(() => clearServed(pool)).catch(() => {})
  }
  const timer = setInterval(sweep, EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** One sweep; exported for tests. */
export const clearServed = async (pool: Pool): Promise<void> => {
  await pool.query(
    `delete from outbox where id in (select id from outbox where done_at < now() - interval '10 minutes' order by id limit 20000 for update skip locked)`,
  )
  await pool.query(
    `delete from command where (officer_id, key) in
       (select officer_id, key from command where at < now() - interval '30 days' order by at limit 20000)`,
  )
}
