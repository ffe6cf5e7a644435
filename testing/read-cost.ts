import type { Pool } from 'pg'
import type { Actor } from '../src/kernel/access/actor.ts'
import { type Reader, subjectsLiteral } from '../src/kernel/access/reader.ts'

/** A read of the product's, given what it reads through. */
export type Work = (db: Reader) => Promise<unknown>

const texts = new Map<string, string>()
const nameOf = (text: string) => texts.get(text) ?? (texts.set(text, `t${texts.size}`), texts.get(text))

/** The most that one of eight runs of a read costs, as `count` tells of its transaction: first as planned for its values, then as kept prepared for any. */
export const mostTouched = async (pool: Pool, actor: Actor, work: Work, count: (db: Reader) => Promise<number>): Promise<number> => {
  const db = await pool.connect()
  let most = 0
  try {
    for (let run = 0; run < 8; run++) {
      await db.query('begin read only')
      await db.query(`select set_config('app.subjects', $1, true)`, [subjectsLiteral(actor)])
      const prepared = ((text: string | object, values?: unknown[]) =>
        typeof text === 'string' && values
          ? db.query({ name: nameOf(text), text, values })
          : db.query(text as string, values)) as Reader['query']
      const before = await count(db)
      await work({ query: prepared })
      most = Math.max(most, (await count(db)) - before)
      await db.query('rollback')
    }
  } finally {
    db.release(true)
  }
  return most
}

/** The pages of tables and indexes that the transaction touched so far: no other load moves it, as it would a time. */
export const pagesTouched = async (db: Reader): Promise<number> => {
  const { rows } = await db.query(
    `select coalesce(sum(pg_stat_get_xact_blocks_fetched(oid)), 0)::int as n from pg_class
     where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace`,
  )
  return rows[0].n
}
