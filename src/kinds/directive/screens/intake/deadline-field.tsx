import type { DirectiveAssignment } from '../../contract.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { DateField } from '../../../../web/ui/date-field.tsx'
import { recurrences, shapes } from '../words.ts'

const words = messages({
  none: { vi: 'Văn bản không nêu', en: 'Not stated' },
  set: { vi: 'Đặt hạn', en: 'Set a deadline' },
  drop: { vi: 'Bỏ hạn', en: 'No deadline' },
  date: { vi: 'Ngày hạn', en: 'Deadline day' },
  side: { vi: 'Ngày nêu có tính không', en: 'Is the day included' },
  until: { vi: 'đến hết ngày này', en: 'by the end of the day' },
  before: { vi: 'trước ngày này', en: 'before the day' },
  shape: { vi: 'Hình thức', en: 'Shape' },
  rhythm: { vi: 'Kỳ báo cáo', en: 'Reporting rhythm' },
})

type Change = (more: Partial<DirectiveAssignment>) => void

/** The limit with the document's words, and whether the named day itself still counts. */
export const DeadlineField = ({ id, one, onChange }: { id: string; one: DirectiveAssignment; onChange: Change }) => {
  const t = useT(words)
  const { deadline } = one
  if (!deadline) {
    return (
      <span className="row-gap wrap">
        <span className="quiet-chip">{t('none')}</span>
        <button
          type="button"
          id={id}
          aria-label={t('set')}
          className="plain-button link"
          onClick={() => onChange({ deadline: { words: '', date: null, inclusive: true } })}
        >
          {t('set')}
        </button>
        <ShapeField one={one} onChange={onChange} />
      </span>
    )
  }
  return (
    <span className="row-gap wrap">
      {deadline.words && <span className="deadline-words">{deadline.words}</span>}
      <DateField id={id} value={deadline.date} onChange={(date) => onChange({ deadline: { ...deadline, date } })} />
      <select
        className="card-select"
        aria-label={t('side')}
        value={deadline.inclusive ? 'until' : 'before'}
        onChange={(event) => onChange({ deadline: { ...deadline, inclusive: event.target.value === 'until' } })}
      >
        <option value="until">{t('until')}</option>
        <option value="before">{t('before')}</option>
      </select>
      <button type="button" className="plain-button link" onClick={() => onChange({ deadline: null })}>
        {t('drop')}
      </button>
      <ShapeField one={one} onChange={onChange} />
    </span>
  )
}

const ShapeField = ({ one, onChange }: { one: DirectiveAssignment; onChange: Change }) => {
  const t = useT(words)
  const text = useText()
  return (
    <>
      <select
        className="card-select"
        aria-label={t('shape')}
        value={one.shape}
        onChange={(event) => {
          const shape = event.target.value as DirectiveAssignment['shape']
          onChange({ shape, recurrence: shape === 'once' ? null : (one.recurrence ?? 'six-monthly') })
        }}
      >
        {Object.entries(shapes).map(([value, label]) => (
          <option key={value} value={value}>
            {text(label)}
          </option>
        ))}
      </select>
      {one.shape !== 'once' && (
        <select
          className="card-select"
          aria-label={t('rhythm')}
          value={one.recurrence ?? 'six-monthly'}
          onChange={(event) => onChange({ recurrence: event.target.value as DirectiveAssignment['recurrence'] })}
        >
          {Object.entries(recurrences).map(([value, label]) => (
            <option key={value} value={value}>
              {text(label)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
