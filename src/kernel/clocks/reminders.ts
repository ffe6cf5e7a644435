import { isCountable, type WorkingCalendar } from './calendar.ts'
import { addDays } from './dates.ts'
import { VIET_NAM_CALENDAR } from './viet-nam.ts'
import { instantAt, instantOf, limitDay, msOf, type Instant } from './zone.ts'

/**
 * One reminder as data. By days: `workingDays` before (negative) or after the due day, at a time of the day ('HH:MM'). By hours:
 * `hours` before or after the due moment. `weekly` repeats so many weeks after the due day; one that meets a day of rest comes
 * on the next working day.
 */
export type ReminderStep = { workingDays: number; at: string } | { hours: number } | { weekly: number; at: string }

/** The reminders of one sort of limit. */
export type ReminderRules = { id: string; steps: ReminderStep[] }

export type Reminder = { at: Instant; when: 'before' | 'after' }

/** For limits in days. */
export const DAY_REMINDERS: ReminderRules = {
  id: 'days-2026',
  steps: [
    { workingDays: -3, at: '08:00' },
    { workingDays: -1, at: '08:00' },
    { workingDays: 0, at: '08:00' },
    { workingDays: 1, at: '08:00' },
    { weekly: 26, at: '08:00' },
  ],
}

/** For limits in hours, where a working day is too coarse. */
export const HOUR_REMINDERS: ReminderRules = {
  id: 'hours-2026',
  steps: [{ hours: -24 }, { hours: -6 }, { hours: -1 }, { hours: 1 }, { hours: 24 }, { weekly: 26, at: '08:00' }],
}

const HOUR_CLOCK_MS = 72 * 3_600_000

/** The rules that suit a limit: by hours where the whole time is at most 72 hours and it does not end with a day. */
export function reminderRulesFor(dueAt: Instant, assignedAt: Instant): ReminderRules {
  const short = msOf(dueAt) - msOf(assignedAt) <= HOUR_CLOCK_MS
  return short && limitDay(dueAt).time !== null ? HOUR_REMINDERS : DAY_REMINDERS
}

/**
 * The moments to remind before and after a limit, in order, each once, none at or before the assignment. A reminder that the
 * rule puts before the limit is left out where it would come after it (a limit at 07:00, a reminder at 08:00). None without a limit, or
 * for one so far away that the calendar cannot count around it.
 */
export function remindersFor(
  dueAt: Instant | null,
  assignedAt: Instant,
  calendar: WorkingCalendar,
  rules: ReminderRules | null = null,
): Reminder[] {
  if (dueAt === null || !isCountable(limitDay(dueAt).date)) return []
  const due = msOf(dueAt)
  const moments = (rules ?? reminderRulesFor(dueAt, assignedAt)).steps
    .flatMap((step) => momentsOf(step, dueAt, calendar))
    .filter(({ at, when }) => at > msOf(assignedAt) && (when === 'before' ? at < due : at > due))
    .sort((a, b) => a.at - b.at)
  return moments.filter(({ at }, i) => i === 0 || at !== moments[i - 1]!.at).map(({ at, when }) => ({ at: instantOf(at), when }))
}

/**
 * The next reminder after now by the calendar in force and the rules that suit the limit, or null where none is left.
 * Takes and gives Date, as the rows of the desk keep it.
 */
export function remindAt(dueAt: Date, assignedAt: Date, now: Date): Date | null {
  const key = `${dueAt.getTime()} ${assignedAt.getTime()}`
  if (key !== latest.key) {
    const reminders = remindersFor(dueAt.toISOString(), assignedAt.toISOString(), VIET_NAM_CALENDAR)
    latest = { key, moments: reminders.map(({ at }) => msOf(at)) }
  }
  const next = latest.moments.find((at) => at > now.getTime())
  return next === undefined ? null : new Date(next)
}

// One order reaches thousands of agencies with one limit: the last answer is kept, and saves 0.1 ms for each of them.
let latest: { key: string; moments: number[] } = { key: '', moments: [] }

type Moment = { at: number; when: Reminder['when'] }

function momentsOf(step: ReminderStep, dueAt: Instant, calendar: WorkingCalendar): Moment[] {
  const { date } = limitDay(dueAt)
  if ('hours' in step) return [{ at: msOf(dueAt) + step.hours * 3_600_000, when: step.hours < 0 ? 'before' : 'after' }]
  if ('weekly' in step) {
    return Array.from({ length: step.weekly }, (_, i) => {
      const day = calendar.addWorkingDays(addDays(date, 7 * (i + 1)), 0)
      return { at: msOf(instantAt(day, step.at)), when: 'after' }
    })
  }
  const day = step.workingDays === 0 ? date : calendar.addWorkingDays(date, step.workingDays)
  return [{ at: msOf(instantAt(day, step.at)), when: step.workingDays > 0 ? 'after' : 'before' }]
}
