import type { PoolClient } from 'pg'
import type { OfficerRef } from '../http/views.ts'

/** The position of the officer whose id stands in a column, as SQL; null where they hold no post any more. Comes along with the rows that name them. */
export const officerTitle = (column: string): string =>
  `(select t.title from post t where t.officer_id = ${column} order by t.valid_from desc limit 1)`

/** An officer whose position came along; as officerRefs() shows them. */
export const officerRef = (id: string, title: string | null): OfficerRef => ({ id, title: title ?? '', name: null })

/**
 * Officers as lists show them: by position. The name is personal and stays sealed; whoever needs it opens the officer's entry.
 * Ids of officers who hold no post any more keep an empty title.
 */
export const officerRefs = async (db: Pick<PoolClient, 'query'>, ids: Iterable<string | null>): Promise<(id: string) => OfficerRef> => {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  const titles = new Map<string, string>()
  if (wanted.length) {
    const { rows } = await db.query({
      name: 'officer-titles',
      text: 'select distinct on (officer_id) officer_id, title from post where officer_id = any($1::uuid[]) order by officer_id, valid_from desc',
      values: [wanted],
    })
    for (const row of rows) titles.set(row.officer_id, row.title)
  }
  return (id) => officerRef(id, titles.get(id) ?? null)
}
