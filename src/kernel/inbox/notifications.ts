import type { Pool } from 'pg'
import type { Actor } from '../access/actor.ts'
import { inOrder, type Reader } from '../access/reader.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { decodeNumberCursor, encodeCursor, PAGE } from '../cases/reads/cursor.ts'
import type { NotificationListView } from '../http/views.ts'
import { notificationText, type KnownNotifications } from './texts.ts'

const READ = `(n.id <= coalesce((select all_until from notice_mark where officer_id = $1 and agency_id = $2), 0)
  or exists (select 1 from notification_read r where r.officer_id = $1 and r.notification_id = n.id))`
/** What is for all of the agency and what is for this officer: each from an index that holds just that, newest first. */
const PARTS = ['n.agency_id = $2 and n.officer_id is null', 'n.officer_id = $1 and (n.agency_id = $2) is true']

/** Above this the bell shows "99+": counting further tells nobody more. */
const COUNTED = 100

export const unreadCount = async (db: Reader, actor: Actor): Promise<number> => {
  // Begins after the mark, so that a long past that was read is not looked through.
  const { rows } = await db.query(
    `select count(*)::int as n from (${PARTS.map(
      (part) => `select 1 from notification n where ${part}
       and n.id > coalesce((select all_until from notice_mark where officer_id = $1 and agency_id = $2), 0)
       and not exists (select 1 from notification_read r where r.officer_id = $1 and r.notification_id = n.id)`,
    ).join(' union all ')} limit ${COUNTED}) x`,
    [actor.officerId, actor.agencyId],
  )
  return rows[0].n
}

/** Beyond every id. */
const LAST_ID = '9223372036854775807'

/** What was asked of the agency and of this officer, newest first. */
export const listNotifications = async (
  db: Reader,
  known: KnownNotifications,
  actor: Actor,
  names: AgencyNames,
  after: string | undefined,
): Promise<NotificationListView> => {
  const cursor = decodeNumberCursor(after)
  const ordered = inOrder(db)
  const counting = unreadCount(db, actor)
  counting.catch(() => {})
  const newest = PARTS.map(
    (part) => `(select n.* from notification n where ${part} and n.id < $3::bigint order by n.id desc limit ${PAGE + 1})`,
  ).join(' union all ')
  const asked = db.query(
    `select n.id::text as id, n.what, n.params, n.case_id, c.number, n.stream_id, n.asker_id, n.at, ${READ} as read
     from (${newest} order by id desc limit ${PAGE + 1}) n left join cases c on c.id = n.case_id order by n.id desc`,
    [actor.officerId, actor.agencyId, cursor ?? LAST_ID],
  )
  const [, { rows }] = await Promise.all([ordered, asked])
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
    next: rows.length > PAGE && last ? encodeCursor([last.id]) : null,
  }
}

/** Marks notifications as read for this officer: some, or all that stand now. A mark of one's own, not a fact of a case. */
export const markRead = async (write: Pool, actor: Actor, ids: string[] | 'all'): Promise<void> => {
  if (ids === 'all') {
    await write.query(
      `insert into notice_mark (officer_id, agency_id, all_until) select $1, $2::uuid, coalesce(max(x.id), 0) from (${PARTS.map((part) => `(select n.id from notification n where ${part} order by n.id desc limit 1)`).join(' union all ')}) x
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
