import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import type { AskRecord } from '../cases/reads/desk.ts'
import type { DeskGroup } from '../http/views.ts'
import { readingId } from './ids.ts'

type Due = AskRecord & { grp: DeskGroup }

/**
 * What this officer still has to read, as asks on the desk. Nothing is stored for it: it follows from the post, the units that were asked
 * and the version that stands, so that a new officer and a new version ask again. `group` is the desk's own SQL over `a.due_at`.
 */
export const readingsDue = async (
  db: Reader,
  actor: Actor,
  group: string,
  kind: string | undefined,
  cursor: { at: string; id: string } | null,
): Promise<{ rows: Due[]; counts: { grp: DeskGroup; n: number }[] }> => {
  const { rows } = await db.query<Omit<Due, 'stream_id' | 'version'> & { beyond: boolean }>(
    `select a.id, 'reading' as stream_type, 'read' as act, c.title, a.case_id, c.kind, c.number, c.title as case_title, a.agency_id as asker_id,
       a.agency_id, 'giao' as verb, $3::uuid as officer_id, a.due_at::text as due, a.soon_at::text as soon, a.since, ${group} as grp,
       $5::timestamptz is null or (a.due_at, a.id) > ($5::timestamptz, $6::uuid) as beyond
     from (select s.id, s.case_id, s.agency_id, coalesce(s.due_at, 'infinity') as due_at, coalesce(s.soon_at, 'infinity') as soon_at,
         greatest(s.since, t.since) as since
       from acknowledgement s join clause_text t on t.id = s.case_id and t.open
       where s.active and s.agency_id = $1 and (s.whole or $2::uuid = any (s.unit_ids))
         and not exists (select 1 from reading r where r.officer_id = $3 and r.case_id = s.case_id and r.version = t.version
           and r.confirmed_at is not null)) a
     join cases c on c.id = a.case_id where $4::text is null or c.kind = $4 order by a.due_at, a.id`,
    [actor.agencyId, actor.unitId, actor.officerId, kind ?? null, cursor?.at ?? null, cursor?.id ?? null],
  )
  const counts = new Map<DeskGroup, number>()
  for (const row of rows) counts.set(row.grp, (counts.get(row.grp) ?? 0) + 1)
  const ids = rows.map((row) => readingId(row.case_id, actor.officerId))
  const begun = ids.length
    ? await db.query<{ id: string; version: number }>('select id, version from stream where id = any($1::uuid[])', [ids])
    : null
  const versions = new Map(begun?.rows.map((row) => [row.id, row.version]))
  return {
    rows: rows.flatMap(({ beyond, ...row }, i) =>
      beyond ? [{ ...row, stream_id: ids[i] as string, version: versions.get(ids[i] as string) ?? 0 }] : [],
    ),
    counts: [...counts].map(([grp, n]) => ({ grp, n })),
  }
}
