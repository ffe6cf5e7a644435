import { useState } from 'react'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { ClauseEvidence } from '../../views.ts'
import { BeforeCell } from './before-cell.tsx'
import { ClauseActs } from './clause-acts.tsx'
import type { Doing } from './clause-forms.tsx'
import { EmptySlot } from './empty-slot.tsx'
import { ItemLine } from './item-line.tsx'

const words = messages({
  more: { vi: 'và {n} việc khác', en: 'and {n} more' },
  fewer: { vi: 'Thu gọn', en: 'Show fewer' },
  for: { vi: 'của {label}', en: 'of {label}' },
  items: { vi: 'Việc đã làm', en: 'What was done' },
  running: { vi: 'đang làm: {title}, {done}/{total} đơn vị xong', en: 'under way: {title}, {done}/{total} done' },
  overdue: { vi: '{n} quá hạn', en: '{n} overdue' },
  open: { vi: '{label}: xem đầy đủ', en: '{label}: show all of it' },
})

/** Items that a row shows before it is opened out. */
const SHOWN = 2

/** A clause and, beside it, what was done for it. */
export const ClauseRow = ({
  view,
  clause,
  compare,
  onOpen,
  onDo,
}: {
  view: CaseView
  clause: ClauseEvidence
  compare: boolean
  onOpen: (clauseId: string) => void
  onDo: (doing: Doing) => void
}) => {
  const t = useT(words)
  const text = useText()
  const [whole, setWhole] = useState(false)
  const shown = whole || clause.items.length === SHOWN + 1 ? clause.items : clause.items.slice(0, SHOWN)
  const rest = clause.items.length - shown.length
  return (
    <tr data-clause={clause.clauseId} data-empty={clause.items.length === 0 || undefined}>
      <th scope="row" abbr={text(clause.label)}>
        <div className="ag-clause">
          <span className="ag-ordinal" aria-hidden="true">
            {clause.ordinal}
          </span>
          <button
            type="button"
            className="plain-button ag-clause-words"
            data-clause-open={clause.clauseId}
            title={t('open', { label: text(clause.label) })}
            onClick={() => onOpen(clause.clauseId)}
          >
            <span className="sr-only">{text(clause.label)}. </span>
            {clause.text || clause.heading}
          </button>
          {clause.items.length > 0 && <ClauseActs view={view} clause={clause} onDo={onDo} onOpen={onOpen} />}
        </div>
      </th>
      <td>
        {clause.items.length === 0 ? (
          <EmptySlot view={view} clause={clause} onDo={onDo} onOpen={onOpen} />
        ) : (
          <>
            <ul className="ag-items" aria-label={t('items')}>
              {shown.map((item) => (
                <ItemLine key={`${item.kind}${item.id}`} view={view} item={item} onOpen={() => onOpen(clause.clauseId)} />
              ))}
            </ul>
            {rest > 0 && (
              <button type="button" className="plain-button ag-more" aria-expanded={false} onClick={() => setWhole(true)}>
                {t('more', { n: count(rest) })}
                <span className="sr-only"> {t('for', { label: text(clause.label) })}</span>
              </button>
            )}
            {whole && clause.items.length > SHOWN + 1 && (
              <button type="button" className="plain-button ag-more" aria-expanded onClick={() => setWhole(false)}>
                {t('fewer')}
                <span className="sr-only"> {t('for', { label: text(clause.label) })}</span>
              </button>
            )}
          </>
        )}
        {clause.running
          .filter((work) => clause.items.length > 0 && work.overdue > 0)
          .map((work) => (
            <p key={work.assignmentId} className="meta ag-running">
              {t('running', { title: work.title, done: work.done, total: work.total })}
              <b className="seal strong"> {t('overdue', { n: count(work.overdue) })}</b>
            </p>
          ))}
      </td>
      {compare && (
        <td>
          <BeforeCell clause={clause} />
        </td>
      )}
    </tr>
  )
}
