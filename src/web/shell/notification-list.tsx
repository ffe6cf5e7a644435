import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NotificationListView, NotificationView } from '../../kernel/http/views.ts'
import { moment } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { api, query } from './api.ts'
import { messages, useT, useText } from './i18n.ts'
import './notifications.css'

const words = messages({
  none: {
    vi: 'Chưa có thông báo nào. Khi có việc giao hoặc trả lời, thông báo đến đây.',
    en: 'No notifications yet. Work given to you and answers to you arrive here.',
  },
  more: { vi: 'Xem cũ hơn', en: 'Show older' },
  unread: { vi: 'chưa đọc', en: 'unread' },
})

/** Marks as read, some or all; the bell follows. */
export const useMarkRead = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { ids: string[] } | { all: true }) => api.post('/notifications/read', body),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['notifications'] })
      void client.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

/** Answers that name no case lead to one's own requests for access. */
const OWN_REQUESTS = new Set(['access.refused', 'access.withdrawn', 'access.ended'])

/** Where a notice leads. */
const placeOf = ({ what, caseId, streamId }: NotificationView): { to: string; search: { f?: string; access?: string } } => {
  if (OWN_REQUESTS.has(what)) return { to: '/access-requests', search: {} }
  const to = `/case/${caseId}`
  if (what.startsWith('access.')) return { to, search: what === 'access.asked' ? { access: streamId } : {} }
  return { to, search: streamId === caseId ? {} : { f: streamId } }
}

/** What was asked or answered, and by whom, newest first. */
export const NotificationList = ({ onGo }: { onGo?: () => void }) => {
  const t = useT(words)
  const text = useText()
  const markRead = useMarkRead()
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['notifications'],
    queryFn: ({ pageParam, signal }) => api.get<NotificationListView>(`/notifications${query({ after: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  })
  if (isPending) return <WaitingRows />
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.rows)
  if (rows.length === 0 && !hasNextPage) return <EmptyState text={t('none')} />
  return (
    <>
      <ul className="notifications">
        {rows.map((row) => (
          <li key={row.id} data-unread={!row.read || undefined}>
            <Link
              {...placeOf(row)}
              className="notification"
              onClick={() => {
                if (!row.read) markRead.mutate({ ids: [row.id] })
                onGo?.()
              }}
            >
              <span>
                {!row.read && <span className="sr-only">{t('unread')}: </span>}
                {text(row.text)}
              </span>
              <span className="meta">
                {row.caseNumber} · {row.asker.shortName} · {moment(row.at)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" className="plain-button link notifications-more" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
    </>
  )
}
