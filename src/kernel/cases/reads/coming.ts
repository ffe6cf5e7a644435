import type { Actor } from '../../access/actor.ts'
import { inOrder, type Reader } from '../../access/reader.ts'
import type { AgencyNames } from '../../agencies/names.ts'
import { addDays, type DateOnly } from '../../clocks/dates.ts'
import { localDate } from '../../clocks/zone.ts'
import type { ComingRow, ComingView, KindCount } from '../../http/coming-views.ts'
import type { KindManifest } from '../kind.ts'

/** How far ahead the desk looks, in days. */
const AHEAD = 60
/** Cases of one kind, and asks, that are looked through: enough for any agency, and a bound for one that is concerned with a million. */
const MOST = 200

type CaseFacts = { id: string; number: string; title: string; fields: Record<string, unknown> }

/**
 * What the next days bring to the actor's agency beside what is asked of it: the dates that its cases foresee (briefings, reviews, the end of
 * a term), as each kind reads them off the case's row, and the days on which recurring reports fall due.
 */
export const readComing = async (
  db: Reader,
  actor: Actor,
  kinds: readonly KindManifest[],
  names: AgencyNames,
  now: Date,
): Promise<ComingView> => {
  const from = localDate(now.toISOString())
  const until = addDays(from, AHEAD)
  const foreseen = kinds.map(async ({ kind, coming }) => {
    if (!coming) return []
    const { rows } = await db.query<CaseFacts>(
      `select c.id, c.number, c.title, c.fields from (select f.case_id from feed f
         where f.subject_id = $1 and f.kind = $2 and f.status = any ($3::text[]) limit ${MOST}) f
         cross join lateral (select * from cases c where c.id = f.case_id offset 0) c`,
      [actor.agencyId, kind, coming.statuses],
    )
    return rows.flatMap(({ fields, ...row }) => coming.dates(fields, { from, until, names }).map((date) => comingRow(row, date)))
  })
  const [reports, ...dates] = await Promise.all([reportsDue(db, actor, until), ...foreseen])
  const rows = [...dates.flat(), ...reports].sort((a, b) => (a.on + a.caseNumber < b.on + b.caseNumber ? -1 : 1))
  return { rows, until, at: now.toISOString() }
}

const comingRow = (row: Omit<CaseFacts, 'fields'>, date: Omit<ComingRow, 'caseId' | 'caseNumber' | 'caseTitle'>): ComingRow => ({
  caseId: row.id,
  caseNumber: row.number,
  caseTitle: row.title,
  ...date,
})

/** Recurring reports that fall due from tomorrow on, a line for each case and day. */
const reportsDue = async (db: Reader, actor: Actor, until: DateOnly): Promise<ComingRow[]> => {
  const { rows } = await db.query<Omit<CaseFacts, 'fields'> & { day: DateOnly; n: number }>(
    `select c.id, c.number, c.title, to_char((a.due_at - interval '1 second') at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, count(*)::int as n
     from (select a.case_id, a.stream_id, a.due_at from ask a where a.agency_id = $1
         and a.due_at > (date_trunc('day', now() at time zone 'Asia/Ho_Chi_Minh') + interval '1 day') at time zone 'Asia/Ho_Chi_Minh'
         and a.due_at <= ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' order by a.due_at, a.id limit ${MOST}) a
       cross join lateral (select from fulfilment f where f.id = a.stream_id and f.agency_id = $1 and f.period_key is not null offset 0) f
       cross join lateral (select * from cases c where c.id = a.case_id offset 0) c
     group by 1, 2, 3, 4`,
    [actor.agencyId, until],
  )
  return rows.map(({ day, n, ...row }) => comingRow(row, { on: day, month: false, ...reports(n) }))
}

const reports = (n: number): Pick<ComingRow, 'text' | 'note'> => ({
  text: {
    vi: n > 1 ? `Hạn ${n} báo cáo định kỳ` : 'Hạn báo cáo định kỳ',
    en: n > 1 ? `${n} recurring reports due` : 'A recurring report is due',
  },
  note: null,
})

/** Cases that are counted one by one; the navigation says "99+" beyond. */
const COUNTED = 100

/** How many cases of each kind and status the agency is concerned with, each combination counted to 100 at most. */
export const countKinds = async (db: Reader, actor: Actor): Promise<KindCount[]> => {
  const ordered = inOrder(db)
  const asked = db.query<KindCount>(
    `with recursive facet as (
       (select f.kind, f.status, f.role from feed f where f.subject_id = $1 order by 1, 2, 3 limit 1)
       union all
       select n.* from facet t cross join lateral (select f.kind, f.status, f.role from feed f
         where f.subject_id = $1 and (f.kind, f.status, f.role) > (t.kind, t.status, t.role) order by 1, 2, 3 limit 1) n)
     select t.kind, t.status, sum(x.n)::int as n from facet t cross join lateral (select count(*) as n from (select 1 from feed f
       where f.subject_id = $1 and f.kind = t.kind and f.status = t.status and f.role = t.role limit ${COUNTED}) f) x group by 1, 2`,
    [actor.agencyId],
  )
  const [, { rows }] = await Promise.all([ordered, asked])
  return rows
}
