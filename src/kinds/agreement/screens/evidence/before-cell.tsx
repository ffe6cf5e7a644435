import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import type { ClauseEvidence } from '../../views.ts'
import './before.css'

const words = messages({
  work: { vi: '{n} việc', en: '{n} done' },
  none: { vi: 'chưa có', en: 'nothing' },
  more: { vi: 'kỳ này hơn {n}', en: '{n} more now' },
  fewer: { vi: 'kỳ này kém {n}', en: '{n} fewer now' },
  same: { vi: 'bằng kỳ này', en: 'the same now' },
  last: { vi: '{title}, {day}', en: '{title}, {day}' },
})

/** How many there were in the period before, how that differs, and the last of them. */
export const BeforeCell = ({ clause: { before, items } }: { clause: ClauseEvidence }) => {
  const t = useT(words)
  const difference = items.length - before.count
  return (
    <div className="ag-before">
      <div>
        <b className="strong">{before.count > 0 ? t('work', { n: count(before.count) }) : t('none')}</b>{' '}
        {(before.count > 0 || difference !== 0) && (
          <span className={`meta ${difference < 0 ? 'amber' : ''}`}>
            {difference === 0 ? t('same') : t(difference > 0 ? 'more' : 'fewer', { n: count(Math.abs(difference)) })}
          </span>
        )}
      </div>
      {before.last && <div className="meta ag-two">{t('last', { title: before.last.title, day: officialDay(before.last.on) })}</div>}
    </div>
  )
}
