import { addDays } from '../kernel/clocks/dates.ts'
import { VIET_NAM_CALENDAR } from '../kernel/clocks/viet-nam.ts'
import { localDate } from '../kernel/clocks/zone.ts'

/** Today in Viet Nam. */
export const today = (): string => localDate(new Date().toISOString())

/** A working day so many working days from today; negative ones lie behind. */
export const workingDay = (n: number): string => {
  if (n === 0) return today()
  const calendar = VIET_NAM_CALENDAR
  return calendar.addWorkingDays(today(), n)
}

/** A moment so many days ago, at an hour of the working day in Viet Nam; never later than now. */
export const ago = (days: number, hour = 9): Date => {
  const moment = new Date(`${addDays(today(), -days)}T${String(hour).padStart(2, '0')}:00:00+07:00`)
  return moment.getTime() < Date.now() ? moment : new Date()
}
