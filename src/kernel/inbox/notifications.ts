import type { Pool } from 'pg'
import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { decodeNumberCursor, encodeCursor, PAGE } from '../cases/reads/cursor.ts'
import type { NotificationListView } from '../http/views.ts'
import { notificationText, type KnownNotifications } from './texts.ts'

const READ = `(n.id <= coalesce((select all_until from notice_mark where officer_id = $1 and agency_id = $2), 0)
  or exists (select 1 from notification_read r where r.officer_id = $1 and r.notification_id = n.id offset 0))`

/** How many the officer has not read: up to a hundred, since the bell shows "99+" above, and of the newest thousand of each part alone. */
export const unreadCount = async (db: Reader, actor: Actor): Promise<number> => {
  const { rows } = await db.query('select unread_notices($1, $2) as n', [actor.officerId, actor.agencyId])
  return rows[0].n
}

/** Beyond every id. */
const LAST_ID = '9223372036854775807'

/**
 * What was asked of the agency and of this officer, newest first. Of notices about cases that the agency sees no more, however many, a page goes through
 * a thousand: it may hold fewer rows than there are, or none, with more behind it.
 */
export const listNotifications = async (
  db: Reader,
  known: KnownNotifications,
  actor: Actor,
  names: AgencyNames,
  after: string | undefined,
): Promise<NotificationListView> => {
  const cursor = decodeNumberCursor(after)
  const counting = unreadCount(db, actor)
  counting.catch(() => {})
  const { rows: found } = await db.query(
    `with newest as materialized (select * from newest_notices($1, $2, $3::bigint, ${PAGE + 1}))
     select s.id::text as id, s.shown, n.what, n.params, n.case_id, c.number, n.stream_id, n.asker_id, n.at, ${READ} as read
     from newest s left join lateral (select * from notification n where n.id = s.id and s.shown offset 0) n on true
       left join lateral (select number from cases c where c.id = n.case_id offset 0) c on true order by s.id desc`,
    [actor.officerId, actor.agencyId, cursor ?? LAST_ID],
  )
  const rows = found.filter((row) => row.shown)
  const end = found.find((row) => !row.shown)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map((row) => {
      const asker = names.ref(row.asker_id)
      return {
        id: row.id,
        what: row.what,
        text: notificationText(known, row.what, {
          ...row.params,
          asker: row.what.startsWith('access.') ? asker.name : asker.shortName,
          number: row.number ?? row.params.number,
        }),
        caseId: row.case_id,
        caseNumber: row.number ?? row.params.number ?? '',
        streamId: row.stream_id,
        asker,
        at: row.at.toISOString(),
        read: row.read,
      }
    }),
    unread: await counting,
    next: end ? encodeCursor([end.id]) : rows.length > PAGE && last ? encodeCursor([last.id]) : null,
  }
}

/** Marks notifications as read for this officer: some, or all that stand now. A mark of one's own, not a fact of a case. */
export const markRead = async (write: Pool, actor: Actor, ids: string[] | 'all'): Promise<void> => {
  if (ids === 'all') {
    await write.query(
      `insert into notice_mark (officer_id, agency_id, all_until) select $1, $2::uuid, coalesce(max(x.id), 0) from (
         select notice_ids($1, $2, false, 0, ${LAST_ID}, 1) as id union all select notice_ids($1, $2, true, 0, ${LAST_ID}, 1)) x
       on conflict (officer_id, agency_id) do update set all_until = excluded.all_until`,
      [actor.officerId, actor.agencyId],
    )
    return
  }
  await write.query(
    `insert into notification_read (officer_id, notification_id)
     select $1, n.id from notification n where n.agency_id = $2 and (n.officer_id is null or n.officer_id = $1) and n.id = any($3::bigint[]) on conflict do nothing`,
    [actor.officerId, actor.agencyId, ids],
  )
}
