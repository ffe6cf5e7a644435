import { Link } from '@tanstack/react-router'
import { longDay, clockTime } from '../ui/dates.ts'
import { BellIcon, HelpIcon, Mark, SearchIcon } from '../ui/icons.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { AccountMenu } from './account-menu.tsx'
import { count, language, useT } from './i18n.ts'
import type { Over } from './layout.tsx'
import { shellWords } from './messages.ts'
import { PhoneTitle } from './phone-title.tsx'
import { PostSwitch } from './post-switch.tsx'
import { useNow } from './server-time.ts'
import { useMe } from './session.ts'
import './top-bar.css'

const ServerTime = () => {
  const now = useNow()
  const t = useT(shellWords)
  language.use()
  return (
    <div className="server-time" title={t('serverTime')}>
      <b>{clockTime(now)}</b>
      <span>{longDay(now)}</span>
    </div>
  )
}

export const TopBar = ({ onOpen }: { onOpen: (over: Over) => void }) => {
  const t = useT(shellWords)
  const { unread } = useMe()
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label={`Hiệp Đồng, ${t('desk')}`}>
        <Mark />
        <span>Hiệp Đồng</span>
      </Link>
      <div className="phone-place">
        <PhoneTitle />
        <PostSwitch />
      </div>
      <button
        type="button"
        className="search-button"
        onClick={() => onOpen('palette')}
        aria-label={t('searchPlace')}
        aria-keyshortcuts="Control+K"
      >
        <SearchIcon />
        <span className="search-words clip">{t('searchPlace')}</span>
        <KeyHint>Ctrl K</KeyHint>
      </button>
      <ServerTime />
      <div className="bar-buttons">
        <button
          type="button"
          className="bar-button"
          onClick={() => onOpen('notifications')}
          aria-label={unread > 0 ? t('unread', { n: count(unread) }) : t('notifications')}
          title={t('notifications')}
        >
          <BellIcon />
          {unread > 0 && <span className="badge">{unread > 99 ? '99+' : unread}</span>}
        </button>
        <button
          type="button"
          className="bar-button bar-button-wide"
          onClick={() => onOpen('keys')}
          aria-label={t('keys')}
          title={t('keys')}
          aria-keyshortcuts="?"
        >
          <HelpIcon />
        </button>
        <AccountMenu />
      </div>
    </header>
  )
}
