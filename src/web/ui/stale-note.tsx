import { messages, useT } from '../shell/i18n.ts'
import { clockTime } from './dates.ts'

const words = messages({ stale: { vi: 'số liệu lúc {time}', en: 'as of {time}' }, reload: { vi: 'Tải lại', en: 'Reload' } })

/** Under a list that is too long to be read anew by itself: when it was read, and the way to read it again. */
export const StaleNote = ({ at, onReload }: { at: number; onReload: () => void }) => {
  const t = useT(words)
  return (
    <span className="meta">
      {t('stale', { time: clockTime(new Date(at)) })}{' '}
      <button type="button" className="plain-button link" onClick={onReload}>
        {t('reload')}
      </button>
    </span>
  )
}
