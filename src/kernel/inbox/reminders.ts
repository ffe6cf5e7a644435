import type { Pool, PoolClient } from 'pg'
import { remindAt } from '../clocks/reminders.ts'
import { inTransaction } from '../db/pool.ts'
import { type Sweeping, sweeping } from '../db/sweeping.ts'
import { inSpan } from '../monitoring/tracing.ts'

const EVERY_MS = 20_000
const BATCH = 500

type Due = {
  id: string
  stream_id: string
  case_id: string
  agency_id: string
  officer_id: string | null
  title: string
  asker_id: string
  due_at: Date
  since: Date
}

/**
 * Reminds before and after limits: asks whose moment has come become notifications, and the next moment is set. Any number of processes may do
 * this at once; a row is taken by one. A process that dies leaves its rows to the next sweep.
 */
export const startReminders = (pool: Pool, wake: () => void): Sweeping => sweeping(EVERY_MS, () => remindAll(pool, wake))

/** One sweep over all that is due. Answers when nothing is left; exported for tests. */
export const remindAll = async (pool: Pool, wake: () => void): Promise<void> => {
  let taken = BATCH
  while (taken === BATCH) {
    taken = await inTransaction(pool, remindOnce)
    if (taken) wake()
  }
}

/** A row without a limit has nothing to be reminded of, whoever wrote it: it is passed over, and holds nobody else's reminder up. */
const remindOnce = async (db: PoolClient): Promise<number> => {
  const { rows } = await db.query<Due>(
    `select id, stream_id, case_id, agency_id, officer_id, title, asker_id, due_at, since from ask
     where remind_at <= now() and due_at < 'infinity' order by remind_at limit ${BATCH} for update skip locked`,
  )
  if (!rows.length) return 0
  await inSpan(
    () => ({ name: 'reminder batch', values: { 'hiepdong.batch.rows': rows.length } }),
    () => remind(db, rows),
  )
  return rows.length
}

const remind = async (db: PoolClient, rows: Due[]): Promise<void> => {
  const now = new Date()
  const next = rows.map((row) => remindAt(row.due_at, row.since, now))
  await db.query(`update ask a set remind_at = n.at from unnest($1::uuid[], $2::timestamptz[]) n(id, at) where a.id = n.id`, [
    rows.map((r) => r.id),
    next,
  ])
  await db.query(
    `insert into notification (agency_id, officer_id, stream_id, case_id, what, params, asker_id, at)
     select x.agency_id, x.officer_id, x.stream_id, x.case_id, case when x.due_at < now() then 'reminder.overdue' else 'reminder.due' end,
       jsonb_build_object('title', x.title, 'dueAt', x.due_at), x.asker_id, now()
     from ask x where x.id = any($1::uuid[])`,
    [rows.map((r) => r.id)],
  )
  await db.query(
    `insert into outbox (case_id, stream_id, agencies) select case_id, stream_id, array[agency_id] from ask where id = any($1::uuid[])`,
    [rows.map((r) => r.id)],
  )
}
