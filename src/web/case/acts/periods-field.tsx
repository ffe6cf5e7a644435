import type { FulfilmentDetailView } from '../../../kernel/http/views.ts'
import { messages, useT } from '../../shell/i18n.ts'
import { dayOf, shortDay } from '../../ui/dates.ts'
import { PlainSelect } from '../../ui/plain-select.tsx'
import { serverNow } from '../../shell/server-time.ts'
import { periodWords } from './period-words.ts'

type Period = { key: string; from: string; until: string; answer: string; due: { dueAt: string } }

const words = messages({
  periods: { vi: 'Kỳ báo cáo', en: 'Reporting periods' },
  earliest: { vi: 'Kỳ sớm nhất chưa trả lời', en: 'The earliest unanswered' },
  range: { vi: '{name} ({from} đến {until})', en: '{name} ({from} to {until})' },
})

const unanswered = (view: FulfilmentDetailView): Period[] =>
  ((view.detail as { periods?: Period[] } | null)?.periods ?? []).filter(
    (period) => period.answer === 'open' || period.answer === 'returned',
  )

/** Which period an answer is for; many where one tap answers all that are due. */
export const PeriodsField = ({
  id,
  view,
  many,
  value,
  onChange,
}: {
  id: string
  view: FulfilmentDetailView
  many: boolean
  value: unknown
  onChange: (value: unknown) => void
}) => {
  const t = useT(words)
  const periods = unanswered(view)
  const name = (period: Period) => t('range', { name: periodWords(period.key), from: shortDay(period.from), until: shortDay(period.until) })
  if (!many) {
    return (
      <PlainSelect
        id={id}
        value={(value as string | undefined) ?? ''}
        onChange={onChange}
        options={[{ value: '', label: t('earliest') }, ...periods.map((period) => ({ value: period.key, label: name(period) }))]}
      />
    )
  }
  const today = dayOf(serverNow())
  const over = periods.filter((period) => period.until <= today)
  const chosen = (value as string[] | undefined) ?? over.map((period) => period.key)
  return (
    <fieldset className="plain-fieldset">
      <legend className="field-label">{t('periods')}</legend>
      {over.map((period, index) => (
        <label key={period.key} className="row-gap">
          <input
            type="checkbox"
            id={index === 0 ? id : undefined}
            checked={chosen.includes(period.key)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, period.key] : chosen.filter((key) => key !== period.key))}
          />
          {name(period)}
        </label>
      ))}
    </fieldset>
  )
}
