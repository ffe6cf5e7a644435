import { firstPeriod, nextPeriod, type ReportingPeriod } from '../clocks/periods.ts'
import { instantAt } from '../clocks/zone.ts'
import type { DateOnly } from '../clocks/dates.ts'
import type { Suspension } from '../clocks/limit.ts'
import { countDue, today } from './due.ts'
import type { KeptDue, KeptPeriod } from './events.ts'
import { openPeriods } from './evolve-periods.ts'
import { DEFAULT_RECURRENCE, hasPeriods, type Recurrence, type Shape } from './shape.ts'
import { isUnanswered, type FulfilmentState, type PeriodAnswer, type PeriodState } from './state.ts'

/** The periods an assignment begins with: the one that its day of issue lies in. None where it is done once. */
export const firstPeriods = (shape: Shape, recurrence: Recurrence | null, issuedOn: DateOnly): KeptPeriod[] =>
  hasPeriods(shape) ? [keep(firstPeriod(recurrence ?? DEFAULT_RECURRENCE, issuedOn), [])] : []

/** The periods kept so far and all later ones that have begun by a day, in order. */
export const periodsUntil = (state: FulfilmentState, day: DateOnly): PeriodState[] => {
  const last = state.periods.at(-1)
  if (!last || !state.assignment) return state.periods
  const recurrence = state.assignment.recurrence ?? DEFAULT_RECURRENCE
  const opened: KeptPeriod[] = []
  let next = nextPeriod(recurrence, last)
  while (next.from <= day) {
    opened.push(keep(next, pausesFor(state)))
    next = nextPeriod(recurrence, next)
  }
  return openPeriods(state.periods, opened, state.suspensions.length)
}

/** The periods that want an answer at a moment: begun by then, and not returned after it. */
export const answerable = (state: FulfilmentState, at: Date): PeriodState[] => {
  const day = today(at)
  return periodsUntil(state, day).filter(
    (period) => isUnanswered(period) && period.from <= day && (period.returnedAt ?? '') <= at.toISOString(),
  )
}

/** Those among them that are over, so that one can say that nothing occurred in them. */
export const endedUnanswered = (state: FulfilmentState, at: Date): PeriodState[] =>
  answerable(state, at).filter((period) => period.until < today(at))

/** The earliest period with this answer. */
export const toAnswer = (state: FulfilmentState, answer: PeriodAnswer): PeriodState | null =>
  state.periods.find((period) => period.answer === answer) ?? null

/** The period whose answer is returned where none is named: the earliest result, else the latest "nothing to report". */
export const returnable = (state: FulfilmentState): PeriodState | null =>
  toAnswer(state, 'submitted') ?? state.periods.findLast((period) => period.answer === 'nothing') ?? null

/** The periods begun by a day and the one that follows: no answer can have opened a later one. */
export const periodsInReach = (state: FulfilmentState, day: DateOnly): KeptPeriod[] => {
  const begun = periodsUntil(state, day).map(kept)
  const last = begun.at(-1)
  return last ? [...begun, following(state, last)] : begun
}

/** The limit of a period, kept or still to be opened by a day; of the whole where there is no key. */
export const dueOf = (state: FulfilmentState, periodKey: string | null, day: DateOnly): KeptDue | null =>
  periodKey === null ? state.due : (periodsInReach(state, day).find((period) => period.key === periodKey)?.due ?? null)

/**
 * The periods an event has to open so that those with the keys are in the list, and behind them always one without an answer:
 * the desk then stands for it without any event of time.
 */
export const periodsToOpen = (state: FulfilmentState, answered: readonly string[], day: DateOnly): KeptPeriod[] => {
  const known = new Set(state.periods.map((period) => period.key))
  const all = periodsUntil(state, day)
  const last = all.findLastIndex((period) => answered.includes(period.key))
  const through = all.slice(0, Math.max(last + 1, state.periods.length))
  const opened = through.filter((period) => !known.has(period.key)).map(kept)
  const wanting = through.some((period) => isUnanswered(period) && !answered.includes(period.key))
  if (wanting || !state.assignment) return opened
  const next = all[through.length]
  if (next) return [...opened, kept(next)]
  return [...opened, following(state, through.at(-1)!)]
}

/** The period after another, with its limit. */
const following = (state: FulfilmentState, { until }: { until: DateOnly }): KeptPeriod =>
  keep(nextPeriod(state.assignment?.recurrence ?? DEFAULT_RECURRENCE, { until }), pausesFor(state))

/** A period of a state in the form events keep. */
export const kept = ({ key, from, until, label, due }: PeriodState): KeptPeriod => ({ key, from, until, label, due })

const keep = ({ key, from, until, label, reportBy }: ReportingPeriod, pauses: Suspension[]): KeptPeriod => {
  const base = { date: reportBy, inclusive: true, article: null, since: startOf(from), after: 0 }
  return { key, from, until, label, due: countDue(base, pauses) }
}

/**
 * The suspensions that may have taken time from a period not opened yet. None for what was handed on: it must not end later than
 * the period of the assignment above, and the one who handed it on can still grant time.
 */
const pausesFor = (state: FulfilmentState): Suspension[] => (state.assignment?.parentId ? [] : state.suspensions)

const startOf = (day: DateOnly): string => instantAt(day, '00:00')
