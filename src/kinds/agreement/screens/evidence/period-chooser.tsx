import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { ChevronIcon } from '../../../../web/ui/icons.tsx'
import { PlainSelect } from '../../../../web/ui/plain-select.tsx'
import type { EvidencePeriod, EvidenceView } from '../../views.ts'

const words = messages({
  period: { vi: 'Kỳ', en: 'Period' },
  earlier: { vi: 'Kỳ trước', en: 'Period before' },
  later: { vi: 'Kỳ sau', en: 'Period after' },
  span: { vi: '{label} ({from} đến {until})', en: '{label} ({from} to {until})' },
})

const short = (day: string): string => officialDay(day).slice(0, -5)

/** Half-years from the day it came into force until today, with the one before and the one after. */
export const PeriodChooser = ({ data, onChoose }: { data: EvidenceView; onChoose: (from: string, until: string) => void }) => {
  const t = useT(words)
  const text = useText()
  const { period } = data
  const listed = data.periods.some((one) => one.key === period.key)
  const periods = listed ? data.periods : [period, ...data.periods]
  const at = periods.findIndex((one) => one.key === period.key)
  const step = (to: EvidencePeriod | undefined, name: string, earlier: boolean) => (
    <button
      type="button"
      className="ag-step"
      aria-label={name}
      title={name}
      aria-disabled={!to}
      data-earlier={earlier || undefined}
      onClick={() => to && onChoose(to.from, to.until)}
    >
      <ChevronIcon />
    </button>
  )
  return (
    <div className="ag-period">
      {step(periods[at + 1], t('earlier'), true)}
      <PlainSelect
        id="period"
        label={t('period')}
        value={period.key}
        onChange={(key) => {
          const chosen = periods.find((one) => one.key === key)
          if (chosen) onChoose(chosen.from, chosen.until)
        }}
        options={periods.map((one) => ({
          value: one.key,
          label: t('span', { label: text(one.label), from: short(one.from), until: short(one.until) }),
        }))}
      />
      {step(periods[at - 1], t('later'), false)}
    </div>
  )
}
