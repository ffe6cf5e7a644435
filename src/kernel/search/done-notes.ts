import type { Pool } from 'pg'

type Given = { as_of: string; fresh: string; touched: string }

/**
 * Says from time to time up to which notes of fresh and touched cases all is done (migration 0040). Notes that are done stay in the way of searches while
 * somebody holds an old view of the database. Each process looks for itself; how far it is said goes up only, or harmlessly back.
 */
export class DoneNotes {
  #given: Given | null = null

  /** Once all that was under way at the look before is over, no more notes come up to where they stood then. */
  async look(pool: Pool): Promise<void> {
    const given = this.#given
    const done =
      given &&
      (await pool.query<{ done: boolean }>('select search_notes_done($1, $2, $3) as done', [given.as_of, given.fresh, given.touched]))
    if (done && !done.rows[0]?.done) return
    const { rows } = await pool.query<Given>('select as_of::text, fresh::text, touched::text from search_notes_given()')
    this.#given = rows[0] ?? null
  }
}
