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
  if (dueAt === null) return []
  const moments = momentsAround(rules ?? reminderRulesFor(dueAt, assignedAt), dueAt, calendar).filter(({ at }) => at > msOf(assignedAt))
  return moments.filter(({ at }, i) => i === 0 || at !== moments[i - 1]!.at).map(({ at, when }) => ({ at: instantOf(at), when }))
}

/**
 * The next reminder after now by the calendar in force and the rules that suit the limit, or null where none is left.
 * Takes and gives Date, as the rows of the desk keep it.
 */
export function remindAt(dueAt: Date, assignedAt: Date, now: Date): Date | null {
  const from = Math.max(assignedAt.getTime(), now.getTime())
  const due = dueAt.toISOString()
  const next = knownMoments(reminderRulesFor(due, assignedAt.toISOString()), due).find(({ at }) => at > from)
  return next === undefined ? null : new Date(next.at)
}

// Limits are days, which thousands of agencies and orders share: what is counted around one is kept, and saves 0.1 ms for each of them.
const known = new Map<ReminderRules, Map<Instant, Moment[]>>()
const MOST_KNOWN = 2000

function knownMoments(rules: ReminderRules, dueAt: Instant): Moment[] {
  const byLimit = known.get(rules) ?? new Map<Instant, Moment[]>()
  known.set(rules, byLimit)
  const found = byLimit.get(dueAt) ?? momentsAround(rules, dueAt, VIET_NAM_CALENDAR)
  if (byLimit.size >= MOST_KNOWN) byLimit.clear()
  byLimit.set(dueAt, found)
  return found
}

type Moment = { at: number; when: Reminder['when'] }

/** Around a limit, in order, whenever it was set. */
function momentsAround(rules: ReminderRules, dueAt: Instant, calendar: WorkingCalendar): Moment[] {
  if (!isCountable(limitDay(dueAt).date)) return []
  const due = msOf(dueAt)
  return rules.steps
    .flatMap((step) => momentsOf(step, dueAt, calendar))
    .filter(({ at, when }) => (when === 'before' ? at < due : at > due))
    .sort((a, b) => a.at - b.at)
}

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
