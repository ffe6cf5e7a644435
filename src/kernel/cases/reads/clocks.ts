import { clockView } from '../../clocks/clock-view.ts'
import type { FulfilmentState } from '../../clocks/deadline-status.ts'
import { VIET_NAM_CALENDAR } from '../../clocks/viet-nam.ts'
import type { ClockView } from '../../http/views.ts'

/** A timestamptz as text, or the end of time where there is no limit, as an instant. */
const instant = (text: string | null): string | null => (text === null || text === 'infinity' ? null : new Date(text).toISOString())

/** The clock of an ask on the desk: it is owed, so it is in time, soon, or overdue. */
export const askClock = (due: string, soon: string, now: Date): ClockView =>
  clockView(
    {
      state: 'in-progress',
      dueAt: instant(due),
      dueSoonFrom: instant(soon),
      submittedAt: null,
      confirmedAt: null,
      now: now.toISOString(),
      unit: 'working',
      suspendedSince: null,
    },
    VIET_NAM_CALENDAR,
  )

export type ClockRow = {
  state: string
  due_at: Date | null
  soon_at: Date | null
  submitted_at: Date | null
  confirmed_at: Date | null
}

/** The clock of a fulfilment's row. One that ended with its case counts as done. */
export const fulfilmentClock = (row: ClockRow, now: Date, suspendedSince: string | null = null): ClockView => {
  const iso = (date: Date | null) => date?.toISOString() ?? null
  const finished = row.state === 'finished'
  const clock = clockView(
    {
      state: (finished ? 'cancelled' : row.state) as FulfilmentState,
      dueAt: iso(row.due_at),
      dueSoonFrom: iso(row.soon_at),
      submittedAt: iso(row.submitted_at),
      confirmedAt: iso(row.confirmed_at),
      now: now.toISOString(),
      unit: 'working',
      suspendedSince,
    },
    VIET_NAM_CALENDAR,
  )
  return finished ? { ...clock, status: 'done-in-time' } : clock
}
