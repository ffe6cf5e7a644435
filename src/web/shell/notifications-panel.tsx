import { Link } from '@tanstack/react-router'
import { FormDrawer } from '../ui/form-drawer.tsx'
import { messages, useT } from './i18n.ts'
import { NotificationList, useMarkRead } from './notification-list.tsx'
import { shellWords } from './messages.ts'

const words = messages({
  all: { vi: 'Đánh dấu đã đọc hết', en: 'Mark all as read' },
  page: { vi: 'Xem cả trang', en: 'Open the page' },
})

/** Notifications over the page. */
export default function NotificationsPanel({ onClose }: { onClose: () => void }) {
  const t = useT(words)
  const shell = useT(shellWords)
  const markRead = useMarkRead()
  return (
    <FormDrawer
      title={shell('notifications')}
      onClose={onClose}
      width={420}
      footer={
        <>
          <button type="button" className="plain-button link" onClick={() => markRead.mutate({ all: true })}>
            {t('all')}
          </button>
          <Link to="/notifications" className="link" onClick={onClose}>
            {t('page')}
          </Link>
        </>
      }
    >
      <div className="panel-bleed">
        <NotificationList onGo={onClose} />
      </div>
    </FormDrawer>
  )
}
