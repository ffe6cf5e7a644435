import type { CalendarData, Certainty, HolidayRule, Words } from './calendar-data.ts'
import { FIRST_YEAR, LAST_YEAR, LUNAR_DAYS } from './data/lunar-days.ts'
import { dateOf, toEpochDay, weekdayOf } from './dates.ts'

/** Why a day is off, or worked although it is a day of rest. */
export type DayReason = 'weekend' | 'holiday' | 'made-up' | 'swapped-off' | 'swapped-work'

/** What the calendar says of a day that is not plain: the reason, the holiday's name, and where that comes from. */
export type DayMark = { reason: DayReason; name: Words | null; certainty: Certainty; source: string }

/** One year, counted once: `worked[i]` is the number of working days among the first i days of the year. */
export type YearDays = { first: number; length: number; worked: Uint16Array; marks: Map<number, DayMark> }

type DayOff = { day: number; rule: HolidayRule; certainty: Certainty; source: string }

/** Counts one year of a calendar. Throws RangeError outside the years the lunar table covers. */
export function countYear(data: CalendarData, year: number): YearDays {
  if (year < FIRST_YEAR || year > LAST_YEAR)
    throw new RangeError(`The calendar ${data.id} covers ${FIRST_YEAR} to ${LAST_YEAR}, not ${year}`)
  const first = toEpochDay(dateOf(year, 1, 1))
  const length = toEpochDay(dateOf(year, 12, 31)) - first + 1
  const marks = new Map<number, DayMark>()
  for (const [day, mark] of marksAround(data, year)) if (day >= first && day < first + length) marks.set(day, mark)
  const worked = new Uint16Array(length + 1)
  for (let i = 0; i < length; i++) {
    const reason = marks.get(first + i)?.reason
    const works = reason === 'swapped-work' || (reason === undefined && !isWeekend(data, first + i))
    worked[i + 1] = worked[i]! + (works ? 1 : 0)
  }
  return { first, length, worked, marks }
}

/** Whether the day is of the weekly rest, holidays and swaps aside. */
export function isWeekend(data: CalendarData, day: number): boolean {
  return data.weekend.includes(weekdayOf(day))
}

/** Marks of the year and of its neighbours, because a day can be made up for across the turn of the year. */
function marksAround(data: CalendarData, year: number): Map<number, DayMark> {
  const marks = new Map<number, DayMark>()
  const years = [year - 1, year, year + 1].filter((y) => y >= FIRST_YEAR && y <= LAST_YEAR)
  const offs = years.flatMap((y) => daysOff(data, y)).sort((a, b) => a.day - b.day)
  for (const { day, rule, certainty, source } of offs) marks.set(day, { reason: 'holiday', name: rule.name, certainty, source })
  for (const { swap, applies, certainty, source } of data.announcements) {
    if (!swap || !applies) continue
    marks.set(toEpochDay(swap.off), { reason: 'swapped-off', name: null, certainty, source })
    marks.set(toEpochDay(swap.work), { reason: 'swapped-work', name: null, certainty, source })
  }
  // Every holiday on a day of rest gives the next working day; two on one weekend give two, in turn.
  for (const { day, rule, certainty, source } of offs) {
    if (!isWeekend(data, day)) continue
    let next = day + 1
    while (marks.has(next) || isWeekend(data, next)) next++
    marks.set(next, { reason: 'made-up', name: rule.name, certainty, source })
  }
  return marks
}

function daysOff(data: CalendarData, year: number): DayOff[] {
  return data.holidays
    .filter((rule) => rule.applies && rule.from <= year && (rule.until === null || year <= rule.until))
    .flatMap((rule) => {
      const told = data.announcements.find((a) => a.applies && a.year === year && a.days?.holiday === rule.id)
      if (told?.days)
        return told.days.dates.map((date) => ({ day: toEpochDay(date), rule, certainty: told.certainty, source: told.source }))
      const anchor = anchorDay(rule, year)
      return rule.offsets.map((offset) => ({ day: anchor + offset, rule, certainty: rule.certainty, source: rule.source }))
    })
}

function anchorDay({ anchor }: HolidayRule, year: number): number {
  if ('solar' in anchor) return toEpochDay(`${year}-${anchor.solar}`)
  const [tet, hungKings] = LUNAR_DAYS[year]!
  return toEpochDay(`${year}-${anchor.lunar === 'tet' ? tet : hungKings}`)
}
