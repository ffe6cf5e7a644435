import type { WorkingCalendar } from './calendar.ts'
import { instantAt, instantOf, limitDay, msOf, type Instant } from './zone.ts'

/**
 * From when a limit counts as due soon: once no more than so many working days are left, but never more than a share of the whole
 * time, so that an order of two days is not due soon the moment it arrives.
 */
export type DueSoonRule = { workingDays: number; shareOfWhole: number }

/** Two working days left, or the last third of a shorter time. */
export const DUE_SOON: DueSoonRule = { workingDays: 2, shareOfWhole: 1 / 3 }

/** The moment a limit becomes due soon: never before it was assigned nor after it is due. Null without a limit. */
export function dueSoonFrom(
  dueAt: Instant | null,
  assignedAt: Instant,
  calendar: WorkingCalendar,
  rule: DueSoonRule = DUE_SOON,
): Instant | null {
  if (dueAt === null) return null
  const due = msOf(dueAt)
  const whole = Math.max(0, due - msOf(assignedAt))
  const firstDay = calendar.addWorkingDays(limitDay(dueAt).date, -rule.workingDays)
  const byDays = msOf(instantAt(firstDay, '00:00'))
  return instantOf(Math.min(due, Math.max(byDays, due - whole * rule.shareOfWhole)))
}
