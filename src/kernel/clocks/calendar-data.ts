import type { DateOnly } from './dates.ts'

/** How far an entry may be trusted: 'certain' was read in a source named beside it, 'unverified' was not. */
export type Certainty = 'certain' | 'unverified'

/** A text on both languages of the screens. */
export type Words = { vi: string; en: string }

/** The day a holiday hangs on: a day of the solar year ('09-02'), or a day of the lunar year. */
export type HolidayAnchor = { solar: string } | { lunar: 'tet' | 'hung-kings' }

/**
 * A public holiday as a rule. `offsets` are the days off counted from the anchor (0 is the day itself). A day off that falls on
 * the weekly rest is made up for on the next working day (Labour Code 2019, Article 111.3). `from` and `until` are years, both
 * included. `applies` switches the rule without taking it out of the record.
 */
export type HolidayRule = {
  id: string
  name: Words
  anchor: HolidayAnchor
  offsets: number[]
  from: number
  until: number | null
  applies: boolean
  certainty: Certainty
  source: string
}

/**
 * What is announced for one year: which days the holiday `holiday` takes (in place of the rule's offsets), and working days
 * swapped for another day off.
 */
export type Announcement = {
  year: number
  applies: boolean
  certainty: Certainty
  source: string
  days?: { holiday: string; dates: DateOnly[] }
  swap?: { off: DateOnly; work: DateOnly }
}

/**
 * A calendar of working days. It is plain data (JSON) and carries its id as its version: a change is a new id, so that a due
 * date can name the calendar it was counted with. `weekend` holds ISO weekdays, Monday 1 to Sunday 7.
 */
export type CalendarData = {
  id: string
  zone: 'Asia/Ho_Chi_Minh'
  weekend: number[]
  holidays: HolidayRule[]
  announcements: Announcement[]
}
