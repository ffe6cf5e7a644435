import type { PoolClient } from 'pg'
import type { OfficerRef } from '../http/views.ts'

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
  return (id) => ({ id, title: titles.get(id) ?? '', name: null })
}
