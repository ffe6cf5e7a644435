import { createCalendar, type WorkingCalendar } from './calendar.ts'
import { VIET_NAM } from './data/viet-nam.ts'

/** The calendar in force, counted once for the process. */
export const VIET_NAM_CALENDAR: WorkingCalendar = createCalendar(VIET_NAM)
