import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { ActButton } from '../../../../web/ui/button.tsx'
import { Sign } from '../../../../web/ui/sign.tsx'
import type { ClauseEvidence } from '../../views.ts'
import { useReason } from '../use-reason.ts'
import { ClauseActs } from './clause-acts.tsx'
import type { Doing } from './clause-forms.tsx'

const words = messages({
  none: { vi: 'Chưa có việc nào trong kỳ', en: 'Nothing in this period' },
  before: { vi: 'Kỳ trước: {title}, ngày {day}', en: 'Period before: {title}, {day}' },
  before_n: { vi: 'Kỳ trước có {n} việc. Việc gần nhất: {day}', en: '{n} in the period before. The last on {day}' },
  empty: { vi: '{n} kỳ liền chưa có. Việc gần nhất: {day}', en: 'Nothing for {n} periods. The last on {day}' },
  last: { vi: 'Việc gần nhất: {day}', en: 'The last on {day}' },
  never: { vi: 'Từ khi có hiệu lực chưa có việc nào.', en: 'Nothing since it came into force.' },
  running: { vi: 'Đang làm: {title}, {done}/{total} đơn vị xong', en: 'Under way: {title}, {done}/{total} done' },
  overdue: { vi: '{n} quá hạn', en: '{n} overdue' },
  for: { vi: 'cho {label}', en: 'for {label}' },
  assign: { vi: 'Giao việc', en: 'Assign' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
})

/** A clause with nothing in the period, with the last date there ever was, and the way to give it work. */
export const EmptySlot = ({
  view,
  clause,
  onDo,
  onOpen,
}: {
  view: CaseView
  clause: ClauseEvidence
  onDo: (doing: Doing) => void
  onOpen: (clauseId: string) => void
}) => {
  const t = useT(words)
  const text = useText()
  const whyNot = { assign: useReason(view, 'assign'), addEvidence: useReason(view, 'addEvidence') }
  const act = whyNot.assign && !whyNot.addEvidence ? 'addEvidence' : 'assign'
  const reason = whyNot[act]
  const { before, lastOn, emptyPeriods, running } = clause
  const history = (): string => {
    if (!lastOn) return t('never')
    const day = officialDay(lastOn)
    if (before.count > 1) return t('before_n', { n: count(before.count), day })
    if (before.last) return t('before', { title: before.last.title, day: officialDay(before.last.on) })
    return emptyPeriods > 1 ? t('empty', { n: count(emptyPeriods), day }) : t('last', { day })
  }
  return (
    <div className="ag-slot">
      <div>
        <p className="ag-slot-none">
          <Sign name="ring" /> {t('none')}
        </p>
        <p className="ag-slot-last">{history()}</p>
        {running.map((work) => (
          <p key={work.assignmentId} className="ag-slot-last">
            {t('running', { title: work.title, done: work.done, total: work.total })}
            {work.overdue > 0 && <b className="seal strong"> {t('overdue', { n: count(work.overdue) })}</b>}
          </p>
        ))}
        {reason && (
          <p className="ag-slot-why">
            <Sign name="lock" size={13} /> {reason}
          </p>
        )}
      </div>
      <div className="ag-slot-acts">
        <ActButton small reason={reason} onClick={() => onDo({ command: act, clauseId: clause.clauseId })}>
          {t(act)}
          <span className="sr-only"> {t('for', { label: text(clause.label) })}</span>
        </ActButton>
        <ClauseActs view={view} clause={clause} onDo={onDo} onOpen={onOpen} />
      </div>
    </div>
  )
}
