import type { Reader } from '../access/reader.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { decodeMomentCursor, encodeCursor, PAGE } from '../cases/reads/cursor.ts'
import type { SearchHit } from '../http/views.ts'
import { toWords } from './query.ts'

/** Cases that hold all words of the query and that the reader may see, newest first, complete over the pages. */
export const searchCases = async (
  db: Reader,
  names: AgencyNames,
  typed: string,
  after: string | undefined,
): Promise<{ cases: SearchHit[]; next: string | null }> => {
  const words = toWords(typed)
  if (!words.length) return { cases: [], next: null }
  const cursor = decodeMomentCursor(after)
  const { rows } = await db.query(
    `select c.id, c.kind, c.number, c.title, c.status, c.owner_agency_id, s.updated_at::text as at
     from search_newest($1::text[], $2::timestamptz, $3::uuid, $4) s cross join lateral (select * from cases c where c.id = s.case_id offset 0) c
     order by s.updated_at desc, s.case_id desc`,
    [words, cursor?.at ?? 'infinity', cursor?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', PAGE + 1],
  )
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    // A discarded draft is no find, but it counts for the page, so that the next one begins where this ends.
    cases: page
      .filter((row) => row.status !== 'discarded')
      .map((row) => ({
        caseId: row.id,
        kind: row.kind,
        number: row.number,
        title: row.title,
        status: row.status,
        owner: names.ref(row.owner_agency_id),
        updatedAt: new Date(row.at).toISOString(),
      })),
    next: rows.length > PAGE && last ? encodeCursor([last.at, last.id]) : null,
  }
}
