import type { Pool, PoolClient } from 'pg'
import { inTransaction, together } from '../db/pool.ts'
import { apart, inSpan } from '../monitoring/tracing.ts'
import { LowWater } from './low-water.ts'

/** The channel on which processes tell each other which outbox rows are done. Payloads are ids only. */
export const CHANNEL = 'hiepdong_outbox'

const BATCH = 1000
const IDS_PER_NOTIFY = 300
/** Rounds keep this distance: a change in a quiet time is told at once, many at a time are told together. */
const COALESCE_MS = 25
const SWEEP_MS = 1000

/**
 * Empties the outbox after commits: touches the feed rows that many streams share, then wakes the listeners of every process.
 * It runs apart from commands, because NOTIFY inside a command's transaction would serialise commits. A row left by a process that died
 * is taken up by the next sweep of any process.
 */
export class Notifier {
  readonly #pool: Pool
  readonly #lowWater = new LowWater()
  #timer: NodeJS.Timeout | null = null
  #sweep: NodeJS.Timeout | null = null
  #running: Promise<void> | null = null
  #again = false
  #endedAt = -Infinity
  #stopped = false

  constructor(pool: Pool) {
    this.#pool = pool
  }

  start(): void {
    this.#sweep = setInterval(() => this.poke(), SWEEP_MS)
    this.poke()
  }

  /** Says that something was committed; pokes soon after a round are one round. */
  poke(): void {
    if (this.#stopped) return
    if (this.#running) this.#again = true
    // One round tells of many commands, and belongs to none of them.
    else this.#timer ??= apart(() => setTimeout(() => this.#run(), Math.max(0, this.#endedAt + COALESCE_MS - performance.now())))
  }

  async stop(): Promise<void> {
    this.#stopped = true
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#sweep) clearInterval(this.#sweep)
    await this.#running
  }

  #run(): void {
    this.#timer = null
    this.#again = false
    this.#running = this.#drain()
      // The database may be away for a moment; the sweep tries again.
      .catch(() => {})
      .finally(() => {
        this.#running = null
        this.#endedAt = performance.now()
        if (this.#again) this.poke()
      })
  }

  async #drain(): Promise<void> {
    let taken = BATCH
    while (taken === BATCH && !this.#stopped) taken = await inTransaction(this.#pool, (db) => drainOnce(db, this.#lowWater))
  }
}

type Open = { id: string; case_id: string; touch: string[]; at: Date }

const drainOnce = async (db: PoolClient, lowWater: LowWater): Promise<number> => {
  const { rows } = await db.query<Open>(
    `update outbox set done_at = now() where id = any (array(
       select id from outbox where done_at is null and id > $1 order by id limit ${BATCH} for update skip locked)) returning id, case_id, touch, at`,
    [lowWater.after(performance.now())],
  )
  if (!rows.length) return 0
  lowWater.took(
    rows.map(({ id }) => id),
    performance.now(),
  )
  // A sweep that finds nothing is no batch, and makes no span.
  await inSpan(
    () => ({ name: 'notifier batch', values: { 'hiepdong.batch.rows': rows.length } }),
    () => tell(db, rows),
  )
  return rows.length
}

/** One packet for a whole batch: what fails in it undoes all of it. */
const tell = async (db: PoolClient, rows: Open[]): Promise<void> => {
  together(db)
  await Promise.all([touchFeeds(db, rows), wake(db, rows)])
}

const wake = async (db: PoolClient, rows: Open[]): Promise<void> => {
  const payloads: string[] = []
  for (let i = 0; i < rows.length; i += IDS_PER_NOTIFY) {
    payloads.push(
      rows
        .slice(i, i + IDS_PER_NOTIFY)
        .map((row) => row.id)
        .join(','),
    )
  }
  await db.query({ name: 'wake', text: 'select pg_notify($1, p) from unnest($2::text[]) p', values: [CHANNEL, payloads] })
}

/** One update per shared feed row, also one that is put aside, however many streams touched it; in key order, so that two processes cannot block each other. */
const touchFeeds = async (db: PoolClient, rows: { case_id: string; touch: string[]; at: Date }[]): Promise<void> => {
  const newest = new Map<string, { caseId: string; subject: string; at: Date }>()
  for (const { case_id: caseId, touch, at } of rows) {
    for (const subject of touch) {
      const key = `${caseId}:${subject}`
      const had = newest.get(key)
      if (!had || had.at < at) newest.set(key, { caseId, subject, at })
    }
  }
  const list = [...newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  if (!list.length) return
  await db.query(
    `with wanted as (select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as w(case_id, subject_id, at)),
       locked as (select f.subject_id, f.case_id, w.at from feed f join wanted w using (case_id, subject_id) order by 2, 1 for update of f),
       aside as (update feed_unseen u set updated_at = greatest(u.updated_at, w.at) from wanted w where u.case_id = w.case_id and u.subject_id = w.subject_id)
     update feed f set updated_at = greatest(f.updated_at, l.at) from locked l where f.case_id = l.case_id and f.subject_id = l.subject_id`,
    [list.map((r) => r.caseId), list.map((r) => r.subject), list.map((r) => r.at)],
  )
}
