import type { Day, WorkingCalendar } from './calendar.ts'
import { addDays, type DateOnly } from './dates.ts'
import type { ReasonStep, SpecialDay } from './reason.ts'

/** What the calendar says of a day, in the form a reason keeps. */
export function specialDay({ date, mark }: Day): SpecialDay {
  return { date, reason: mark?.reason ?? 'weekend', name: mark?.name ?? null, certainty: mark?.certainty ?? 'certain' }
}

/**
 * The step that names what a count of working days met after `from` up to `to`: plain weekends by number; holidays, days made
 * up for and swaps each by name. Empty where it met none.
 */
export function passedOver(from: DateOnly, to: DateOnly, calendar: WorkingCalendar): ReasonStep[] {
  const days: SpecialDay[] = []
  let weekendDays = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    const day = calendar.dayOf(date)
    if (day.mark?.reason === 'weekend') weekendDays++
    else if (day.mark) days.push(specialDay(day))
  }
  return weekendDays + days.length > 0 ? [{ step: 'passed-over', weekendDays, days }] : []
}
