import type { PeriodState } from '../../kernel/assignments/state.ts'
import { Chip, type StatusLook } from '../ui/chip.tsx'
import { shortDay } from '../ui/dates.ts'
import { Card } from '../ui/page.tsx'
import { serverNow } from '../shell/server-time.ts'
import { useT } from '../shell/i18n.ts'
import { periodWords } from './acts/period-words.ts'
import { fulfilmentWords as words } from './fulfilment-messages.ts'

const look = (period: PeriodState): StatusLook => {
  switch (period.answer) {
    case 'confirmed':
      return { tone: 'green', sign: 'tick', text: words.confirmed }
    case 'submitted':
      return { tone: 'teal', sign: 'hourglass', text: words.waiting }
    case 'nothing':
      return { tone: 'green', sign: 'dash', text: words.nothing }
    case 'returned':
      return { tone: 'amber', sign: 'return', text: words.returned }
    case 'open':
      return Date.parse(period.due.dueAt) < serverNow().getTime()
        ? { tone: 'seal', sign: 'alert', text: words.open, outlined: true }
        : { tone: 'slate', sign: 'ring', text: words.open }
  }
}

/** The reporting periods of an assignment that does not end by itself, newest first. */
export const FulfilmentPeriods = ({ periods }: { periods: PeriodState[] }) => {
  const t = useT(words)
  return (
    <Card title={t('periods')} flush>
      <ul>
        {periods.toReversed().map((period) => (
          <li key={period.key} className="period">
            <span>{periodWords(period.key)}</span>
            <span className="meta">{t('by', { day: shortDay(period.due.lastDay) })}</span>
            <Chip look={look(period)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
