import { msOf, type Instant } from './zone.ts'

/** Where a fulfilment stands, as far as a limit asks. An extension asked for is a flag beside it and changes no status. */
export type ClockedStatus =
  | 'assigned'
  | 'accepted'
  | 'in-progress'
  | 'submitted'
  | 'returned'
  | 'confirmed'
  | 'declined'
  | 'suspended'
  | 'cancelled'

/** What the screens show of a fulfilment and its limit. Derived whenever it is read, never stored. */
export type DeadlineStatus =
  | 'not-begun'
  | 'in-time'
  | 'due-soon'
  | 'overdue'
  | 'done-in-time'
  | 'done-late'
  | 'waiting-confirmation'
  | 'returned'
  | 'suspended'
  | 'cancelled'
  | 'declined'

/**
 * The facts a status is derived from. `submittedAt` is the submission that waits or, once confirmed, the one that was confirmed;
 * `dueAt` null where there is no limit; `dueSoonFrom` null where nothing is shown as due soon.
 */
export type DeadlineFacts = {
  state: ClockedStatus
  dueAt: Instant | null
  submittedAt: Instant | null
  confirmedAt: Instant | null
  now: Instant
  dueSoonFrom: Instant | null
}

/**
 * The status now. Punctuality follows the submission that was confirmed and never the confirmation. Returned work that is past
 * its limit is overdue, because late comes before everything that is still owed. The moment of the limit itself is in time.
 * Throws RangeError for a confirmed fulfilment without a submission, which no path of its life reaches.
 */
export function deadlineStatus(facts: DeadlineFacts): DeadlineStatus {
  const { state } = facts
  switch (state) {
    case 'declined':
    case 'suspended':
    case 'cancelled':
      return state
    case 'submitted':
      return 'waiting-confirmation'
    case 'confirmed':
      if (facts.submittedAt === null) throw new RangeError('A confirmed fulfilment has a submission')
      return isPast(facts.dueAt, facts.submittedAt) ? 'done-late' : 'done-in-time'
    case 'returned':
      return isPast(facts.dueAt, facts.now) ? 'overdue' : 'returned'
    case 'assigned':
    case 'accepted':
    case 'in-progress':
      if (isPast(facts.dueAt, facts.now)) return 'overdue'
      if (isDueSoon(facts)) return 'due-soon'
      return state === 'assigned' ? 'not-begun' : 'in-time'
  }
}

/** Whether the limit has passed at that moment; the limit's own moment is still in time, and no limit never passes. */
export function isPast(dueAt: Instant | null, at: Instant): boolean {
  return dueAt !== null && msOf(at) > msOf(dueAt)
}

const isDueSoon = ({ dueAt, dueSoonFrom, now }: DeadlineFacts): boolean =>
  dueAt !== null && dueSoonFrom !== null && msOf(now) >= msOf(dueSoonFrom)
