import { instantAt } from '../clocks/zone.ts'
import type { KeptPeriod } from './events.ts'
import type { PeriodState } from './state.ts'

/** Adds periods that begin to want an answer; `after` is how many suspensions were over by then. */
export const openPeriods = (periods: PeriodState[], opened: readonly KeptPeriod[], after: number): PeriodState[] => [
  ...periods,
  ...opened.map(({ key, from, until, label, due }): PeriodState => ({
    key,
    from,
    until,
    label,
    due,
    base: { date: due.lastDay, inclusive: true, article: null, since: instantAt(from, '00:00'), after },
    answer: 'open',
    submittedAt: null,
    confirmedAt: null,
    returnedAt: null,
  })),
]

export const setPeriod = (periods: PeriodState[], key: string, change: Partial<PeriodState>): PeriodState[] =>
  periods.map((period) => (period.key === key ? { ...period, ...change } : period))

/** What becomes of a period's answer when it is taken back, returned or confirmed. */
export const evolvePeriod = (
  periods: PeriodState[],
  key: string,
  what: 'withdrawn' | 'returned' | 'confirmed',
  at: string,
): PeriodState[] =>
  periods.map((period) => {
    if (period.key !== key) return period
    if (what === 'confirmed') return { ...period, answer: 'confirmed', confirmedAt: at }
    if (what === 'returned') return { ...period, answer: 'returned', submittedAt: null, returnedAt: at }
    return { ...period, answer: period.returnedAt === null ? 'open' : 'returned', submittedAt: null }
  })
