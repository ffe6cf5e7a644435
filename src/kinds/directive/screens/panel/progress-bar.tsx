import type { DeadlineStatus, ProgressView } from '../../../../kernel/http/views.ts'
import { count, messages, useT } from '../../../../web/shell/i18n.ts'
import { countOf } from '../case-steps.ts'

const words = messages({
  done: { vi: 'xong', en: 'done' },
  waiting: { vi: 'chờ xác nhận', en: 'to confirm' },
  running: { vi: 'trong hạn', en: 'in time' },
  soon: { vi: 'sắp đến hạn', en: 'due soon' },
  late: { vi: 'quá hạn', en: 'overdue' },
  back: { vi: 'trả lại', en: 'returned' },
  declined: { vi: 'không nhận', en: 'declined' },
  paused: { vi: 'tạm dừng', en: 'suspended' },
  filter: { vi: 'Lọc theo tình trạng', en: 'Filter by status' },
})

export type StatusGroup = Exclude<keyof typeof words, 'filter'>

export const STATUS_GROUPS: Record<StatusGroup, { statuses: DeadlineStatus[]; tone: string }> = {
  done: { statuses: ['done-in-time', 'done-late'], tone: 'green' },
  waiting: { statuses: ['waiting-confirmation'], tone: 'teal' },
  running: { statuses: ['in-time', 'not-begun'], tone: 'ink' },
  paused: { statuses: ['suspended'], tone: 'slate' },
  declined: { statuses: ['declined'], tone: 'slate' },
  back: { statuses: ['returned'], tone: 'amber' },
  soon: { statuses: ['due-soon'], tone: 'amber' },
  late: { statuses: ['overdue'], tone: 'seal' },
}

const GROUPS = Object.keys(STATUS_GROUPS) as StatusGroup[]

/** How the parts stand, as a bar with its words; each word filters the rows. */
export const ProgressBar = ({
  totals,
  note,
  chosen,
  onChoose,
}: {
  totals: ProgressView['totals']
  note: string
  chosen: StatusGroup | null
  onChoose: (group: StatusGroup | null) => void
}) => {
  const t = useT(words)
  const parts = GROUPS.map((group) => ({
    group,
    n: countOf(totals, ...STATUS_GROUPS[group].statuses),
    tone: STATUS_GROUPS[group].tone,
  })).filter((part) => part.n > 0)
  return (
    <div className="progress">
      <div className="progress-bar" aria-hidden="true">
        {parts.map((part) => (
          <i key={part.group} style={{ flexGrow: part.n, background: `var(--fill-${part.tone})` }} />
        ))}
      </div>
      <div className="progress-words">
        <fieldset className="progress-filters">
          <legend className="sr-only">{t('filter')}</legend>
          {parts.map((part) => (
            <button
              key={part.group}
              type="button"
              className={`plain-button progress-filter ${part.tone}`}
              aria-pressed={chosen === part.group}
              onClick={() => onChoose(chosen === part.group ? null : part.group)}
            >
              <b className="strong">{count(part.n)}</b> {t(part.group)}
            </button>
          ))}
        </fieldset>
        <span className="meta">{note}</span>
      </div>
    </div>
  )
}
