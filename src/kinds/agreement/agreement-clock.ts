import type { AgencyNames } from '../../kernel/agencies/names.ts'
import { periodOf } from '../../kernel/clocks/periods.ts'
import { VIET_NAM_CALENDAR } from '../../kernel/clocks/viet-nam.ts'
import { nextBriefings } from './briefing-turns.ts'
import type { AgreementState } from './contract.ts'
import type { AgreementClockView, BriefingView } from './views.ts'

/** Briefings told at once: the next, and enough after it to show whose turn comes then. */
const SHOWN = 3

/** The next cut-off of data and the next briefing of an agreement, counted on the calendar of working days; `cutoff` null where it is not in force. */
export const agreementClock = (state: AgreementState, names: AgencyNames, today: string): AgreementClockView => {
  const left = (day: string): number => (day < today ? 0 : VIET_NAM_CALENDAR.workingDaysBetween(today, day))
  const [next, ...later] = nextBriefings(state, today, SHOWN).map(({ year, month, until, hostId }): BriefingView => ({
    year,
    month,
    until,
    workingDays: left(until),
    host: names.ref(hostId),
  }))
  if (state.status !== 'in-force') return { today, cutoff: null, briefing: null, later: [] }
  // Without a rule of briefings evidence is still cut by half-years.
  const day = nextBriefings(state, today, 1)[0]?.cutoff ?? periodOf('six-monthly', today).until
  return { today, cutoff: { day, workingDays: left(day), passed: day < today }, briefing: next ?? null, later }
}
