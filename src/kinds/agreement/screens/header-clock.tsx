import type { CaseView } from '../../../kernel/http/views.ts'
import { messages, useT, type Translate } from '../../../web/shell/i18n.ts'
import { officialDay, shortDay } from '../../../web/ui/dates.ts'
import { Sign } from '../../../web/ui/sign.tsx'
import type { AgreementClockView } from '../views.ts'
import { useClock } from './use-clock.ts'
import './header-clock.css'

const words = messages({
  left: { vi: 'còn {n} ngày làm việc', en: '{n} working days left' },
  oneLeft: { vi: 'còn 1 ngày làm việc', en: '1 working day left' },
  today: { vi: 'hôm nay', en: 'today' },
  cutoff: { vi: 'chốt số liệu {day}', en: 'data is cut on {day}' },
  passed: { vi: 'số liệu đã chốt {day}', en: 'data was cut on {day}' },
  briefing: { vi: 'giao ban tháng {month}/{year} do {host} đăng cai', en: 'briefing in {month}/{year}, hosted by {host}' },
})

/** The next cut-off of data and the next briefing, with the working days that are left as the server counts them. */
export const HeaderClock = ({ view }: { view: CaseView }) => {
  const t = useT(words)
  const data = useClock(view.id)
  if (view.status !== 'in-force') return null
  const said = data && told(data, t)
  // The place is kept while the answer is awaited, so that nothing moves when it comes.
  return (
    <span className="ag-clock">
      {said && (
        <>
          <Sign name="clock" size={14} />
          <b>{said.left}</b> <span title={said.what}>{said.what}</span>
        </>
      )}
    </span>
  )
}

const told = ({ cutoff, briefing }: AgreementClockView, t: Translate<keyof typeof words>) => {
  if (!cutoff) return null
  const days = cutoff.passed && briefing ? briefing.workingDays : cutoff.workingDays
  const left = days === 0 ? t('today') : days === 1 ? t('oneLeft') : t('left', { n: days })
  const cut = t(cutoff.passed ? 'passed' : 'cutoff', { day: cutoff.passed ? officialDay(cutoff.day) : shortDay(cutoff.day) })
  const meet = briefing && t('briefing', { month: briefing.month, year: briefing.year, host: briefing.host.shortName })
  return { left, what: (cutoff.passed ? [meet, cut] : [cut, meet]).filter(Boolean).join(', ') }
}
