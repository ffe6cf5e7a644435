import type { ReactNode } from 'react'
import { messages, useT } from '../shell/i18n.ts'
import './timeline.css'

export type TimelineItem = {
  key: string
  /** '09:12' or '17/11 16:40', in words. */
  when: string
  text: ReactNode
  /** Who, and where effective time differs, since when. */
  who?: ReactNode
  /** Receipt and files. */
  proof?: ReactNode
  fresh?: boolean
  tone?: 'seal' | 'plain'
}

const words = messages({ fresh: { vi: 'mới từ lần xem trước', en: 'new since your last visit' } })

/** The record of a case, newest first; what is new since the last visit carries a filled mark. */
export const Timeline = ({ items, label }: { items: TimelineItem[]; label: string }) => {
  const t = useT(words)
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className="timeline-item" data-fresh={item.fresh || undefined} data-tone={item.tone}>
          <div className="timeline-when">
            {item.when}
            {item.fresh && <span className="sr-only">, {t('fresh')}</span>}
          </div>
          <div>{item.text}</div>
          {item.who && <div className="meta">{item.who}</div>}
          {item.proof && <div className="timeline-proof meta">{item.proof}</div>}
        </li>
      ))}
    </ol>
  )
}
