import { clockView } from '../../clocks/clock-view.ts'
import type { ClockedStatus } from '../../clocks/deadline-status.ts'
import { toldIn } from '../../clocks/remaining.ts'
import { VIET_NAM_CALENDAR } from '../../clocks/viet-nam.ts'
import type { ClockView } from '../../http/views.ts'

/** A timestamptz as text, or the end of time where there is no limit, as an instant. */
const instant = (text: string | null): string | null => (text === null || text === 'infinity' ? null : new Date(text).toISOString())

type Times = { state: ClockedStatus; dueAt: string | null; soonAt: string | null; submittedAt: string | null; confirmedAt: string | null }

/** Clocks as they stand at one moment, by what they are told of. The rows of a list mostly share a few limits, and each is counted once. */
let told = new Map<string, ClockView>()
let toldAt = Number.NaN

/** The limit that was written last, with its milliseconds: mostly the next row has the same. */
const written = { due: { ms: Number.NaN, text: '' }, soon: { ms: Number.NaN, text: '' } }

const limit = (last: { ms: number; text: string }, date: Date | null): string | null => {
  if (!date) return null
  const ms = date.getTime()
  if (last.ms !== ms) Object.assign(last, { ms, text: date.toISOString() })
  return last.text
}

const view = ({ state, dueAt, soonAt, submittedAt, confirmedAt }: Times, now: Date, suspendedSince: string | null): ClockView => {
  if (toldAt !== now.getTime()) told = new Map()
  toldAt = now.getTime()
  const key = `${state} ${dueAt} ${soonAt} ${submittedAt} ${confirmedAt} ${suspendedSince}`
  let clock = told.get(key)
  if (!clock) {
    const unit = dueAt === null ? 'working' : toldIn(dueAt)
    clock = clockView(
      { state, submittedAt, confirmedAt, dueAt, dueSoonFrom: soonAt, now: now.toISOString(), unit, suspendedSince },
      VIET_NAM_CALENDAR,
    )
    told.set(key, clock)
  }
  return clock
}

/** The clock of an ask on the desk: it is owed, so it is in time, soon, or overdue. */
export const askClock = (due: string, soon: string, now: Date): ClockView =>
  view({ state: 'in-progress', dueAt: instant(due), soonAt: instant(soon), submittedAt: null, confirmedAt: null }, now, null)

export type ClockRow = { state: string; due_at: Date | null; soon_at: Date | null; submitted_at: Date | null; confirmed_at: Date | null }

/** The clock of a fulfilment's row. One that ended with its case counts as done. */
export const fulfilmentClock = (row: ClockRow, now: Date, suspendedSince: string | null = null): ClockView => {
  const iso = (date: Date | null) => date?.toISOString() ?? null
  const finished = row.state === 'finished'
  const clock = view(
    {
      state: (finished ? 'cancelled' : row.state) as ClockedStatus,
      dueAt: limit(written.due, row.due_at),
      soonAt: limit(written.soon, row.soon_at),
      submittedAt: iso(row.submitted_at),
      confirmedAt: iso(row.confirmed_at),
    },
    now,
    suspendedSince,
  )
  return finished ? { ...clock, status: 'done-in-time' } : clock
}
