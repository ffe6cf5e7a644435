import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../db/pool.ts'
import { orderTouched } from './ordering.ts'

const CHUNK = 8192
/** So many texts get a new place within some hundred milliseconds, and nobody waits for them. */
const AT_ONCE = 512

const THIN = `select c.chunk, count(p.place)::int as cases
  from generate_series(0, (select max(place) from search_place) / ${CHUNK} - 1) c(chunk) left join search_place p on p.place / ${CHUNK} = c.chunk
  group by 1 having count(p.place) < ${CHUNK / 2} order by 2`

/**
 * Each change of a text or of its circle gives its case a new place and leaves the old one empty. Gives the cases of the thinnest chunk new places
 * where less than half of its places are in use, by folding them anew (migration 0022), and drops the bits of chunks that are empty. Searches are
 * complete before, after and meanwhile; any number of processes may run it. Answers how many cases it gave new places.
 */
export const compactSearch = async (pool: Pool, stopped = () => false): Promise<number> => {
  const { rows } = await pool.query<{ chunk: number; cases: number }>(THIN)
  const thinnest = rows.find(({ cases }) => cases > 0)
  let moved = 0
  for (let now = 1; thinnest && now > 0 && !stopped(); moved += now) now = await inTransaction(pool, (db) => moveSome(db, thinnest.chunk))
  const empty = rows.filter(({ chunk, cases }) => cases === 0 || (chunk === thinnest?.chunk && moved >= cases)).map(({ chunk }) => chunk)
  if (empty.length)
    await pool.query(
      `delete from search_bits b where b.chunk = any ($1)
         and not exists (select 1 from search_place p where p.place >= b.chunk * ${CHUNK} and p.place < (b.chunk + 1) * ${CHUNK})`,
      [empty],
    )
  return moved
}

/** In one transaction, so that no search has to look at them one by one. Nothing where another process is folding. */
const moveSome = async (db: PoolClient, chunk: number): Promise<number> => {
  const { rows } = await db.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtext('fold search')) as mine`)
  if (!rows[0]?.mine) return 0
  const { rowCount } = await db.query(
    `insert into search_fresh (case_id) select p.case_id from search_place p where p.place >= $1 and p.place < $2 order by p.place limit ${AT_ONCE}`,
    [chunk * CHUNK, (chunk + 1) * CHUNK],
  )
  if (!rowCount) return 0
  await db.query(`select fold_search(1, ${CHUNK})`)
  await orderTouched(db, 1)
  return rowCount
}
