import { dateWords } from '../../kernel/assignments/due.ts'
import { addDays, daysBetween } from '../../kernel/clocks/dates.ts'
import { periodOf, periodsBetween, type ReportingPeriod } from '../../kernel/clocks/periods.ts'
import type { EvidenceRow } from './evidence-rows.ts'
import type { EvidencePeriod } from './views.ts'

const RHYTHM = 'six-monthly'

const view = ({ key, from, until, label }: ReportingPeriod, today: string): EvidencePeriod => ({
  key,
  from,
  until,
  label,
  current: from <= today && today <= until,
})

/** The half-years from a day until another, newest first, by the usual cut-offs (15/12 to 14/6, 15/6 to 14/12). */
export const halfYears = (since: string, today: string): EvidencePeriod[] =>
  periodsBetween(RHYTHM, since, today)
    .map((period) => view(period, today))
    .toReversed()

/** The period asked for: a half-year where it is one, else the days as they stand; the present half-year where none are given. */
export const askedPeriod = (from: string | undefined, until: string | undefined, today: string): EvidencePeriod => {
  const now = view(periodOf(RHYTHM, from ?? until ?? today), today)
  const [first, last] = [from ?? now.from, until ?? now.until]
  if (first === now.from && last === now.until) return now
  const label = { vi: `từ ${dateWords(first)} đến ${dateWords(last)}`, en: `${dateWords(first)} to ${dateWords(last)}` }
  return { key: `${first}..${last}`, from: first, until: last, label, current: first <= today && today <= last }
}

/** The period before: the half-year before a half-year, else as many days. */
export const periodBefore = (period: EvidencePeriod, today: string): EvidencePeriod => {
  const last = addDays(period.from, -1)
  const half = periodOf(RHYTHM, period.from)
  if (half.from === period.from && half.until === period.until) return view(periodOf(RHYTHM, last), today)
  return askedPeriod(addDays(last, -daysBetween(period.from, period.until)), last, today)
}

/** Something done for a clause within a period; the days of one tied case are one. */
export type PeriodItem = EvidenceRow & { days: number }

/** What was done for one clause from a day to a day, both included, newest first. */
export const itemsIn = (rows: readonly EvidenceRow[], clauseId: string, from: string, until: string): PeriodItem[] => {
  const items: PeriodItem[] = []
  const cases = new Map<string, PeriodItem>()
  for (const row of rows) {
    if (row.clauseId !== clauseId || row.on < from || row.on > until) continue
    const known = row.kind === 'case' ? cases.get(row.id) : undefined
    if (known) {
      known.days++
      known.results += row.results
      if (row.on > known.on) known.on = row.on
      continue
    }
    const item = { ...row, days: 1 }
    items.push(item)
    if (row.kind === 'case') cases.set(row.id, item)
  }
  return items.sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? 1 : -1))
}

/** How many half-years in a row have nothing for a clause, counted back from a day; the one that the day lies in counts. */
export const emptyInARow = (rows: readonly EvidenceRow[], clauseId: string, until: string, since: string): number => {
  const periods = periodsBetween(RHYTHM, since, until).toReversed()
  const first = periods.findIndex(({ from, until: last }) => itemsIn(rows, clauseId, from, last < until ? last : until).length > 0)
  return first === -1 ? periods.length : first
}
