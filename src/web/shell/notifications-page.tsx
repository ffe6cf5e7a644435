import { ActButton } from '../ui/button.tsx'
import { Card, Page } from '../ui/page.tsx'
import { messages, useT } from './i18n.ts'
import { shellWords } from './messages.ts'
import { NotificationList, useMarkRead } from './notification-list.tsx'
import { useMe } from './session.ts'

const words = messages({
  all: { vi: 'Đánh dấu đã đọc hết', en: 'Mark all as read' },
  nothing: { vi: 'Không còn thông báo chưa đọc', en: 'Nothing is unread' },
})

export const NotificationsPage = () => {
  const t = useT(words)
  const shell = useT(shellWords)
  const { unread } = useMe()
  const markRead = useMarkRead()
  return (
    <Page
      title={shell('notifications')}
      actions={
        <ActButton onClick={() => markRead.mutate({ all: true })} reason={unread === 0 ? t('nothing') : null}>
          {t('all')}
        </ActButton>
      }
    >
      <Card flush>
        <NotificationList />
      </Card>
    </Page>
  )
}
