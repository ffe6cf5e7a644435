import type { WorkingCalendar } from './calendar.ts'
import { deadlineStatus, isPast, type DeadlineFacts, type DeadlineStatus } from './deadline-status.ts'
import { nextMidnight, remaining, type RemainingUnit } from './remaining.ts'
import { instantOf, msOf, type Instant } from './zone.ts'

/**
 * A limit as the server sees it now. `nextChangeAt` is the next moment at which the status or the count of days changes by time
 * alone, null where time changes nothing any more.
 */
export type Clock = {
  dueAt: Instant | null
  status: DeadlineStatus
  overdue: boolean
  workingDays: number | null
  suspendedSince: Instant | null
  nextChangeAt: Instant | null
}

/** What a clock shows: the facts of its status, how it is told, and since when it stands still. */
export type ClockFacts = DeadlineFacts & { unit: RemainingUnit; suspendedSince: Instant | null }

/** The clock of a fulfilment now. `overdue` is that of the status; `workingDays` is null where no time is running. */
export function clockView(facts: ClockFacts, calendar: WorkingCalendar): Clock {
  const { dueAt, now, unit } = facts
  const status = deadlineStatus(facts)
  const running = RUNNING.has(status) && dueAt !== null
  return {
    dueAt,
    status,
    overdue: status === 'overdue',
    workingDays: running ? remaining(dueAt, now, calendar, unit).workingDays : null,
    suspendedSince: status === 'suspended' ? facts.suspendedSince : null,
    nextChangeAt: running ? nextChange(facts, dueAt) : null,
  }
}

const RUNNING: ReadonlySet<DeadlineStatus> = new Set(['not-begun', 'in-time', 'due-soon', 'overdue', 'returned'])

function nextChange({ now, dueSoonFrom }: ClockFacts, dueAt: Instant): Instant {
  const moments = [msOf(nextMidnight(now))]
  if (dueSoonFrom !== null && msOf(dueSoonFrom) > msOf(now)) moments.push(msOf(dueSoonFrom))
  // The limit's own moment is in time: the status changes just after it.
  if (!isPast(dueAt, now)) moments.push(msOf(dueAt) + 1)
  return instantOf(Math.min(...moments))
}
