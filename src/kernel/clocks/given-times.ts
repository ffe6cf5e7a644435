import { z } from 'zod'

/** Years that a day or a moment from outside may lie in: wider than any document's, narrower than what a column or a calendar bears. */
export const YEARS = { first: 1900, last: 2200 } as const

const withinYears = (text: string): boolean => {
  const year = Number(text.slice(0, 4))
  return year >= YEARS.first && year <= YEARS.last
}
const message = `A year from ${YEARS.first} to ${YEARS.last}`

/** A day 'YYYY-MM-DD' in Viet Nam that exists in the calendar, of the years 1900 to 2200. The one form of a day that routes and commands take. */
export const localDay = z.iso.date().refine(withinYears, { message })

/** A moment, ISO 8601 in UTC with Z, of the years 1900 to 2200. The one form of a moment that routes and commands take. */
export const instant = z.iso.datetime().refine(withinYears, { message })

/** As `instant`, with any offset from UTC: how a client states when something took effect. */
export const zonedInstant = z.iso.datetime({ offset: true }).refine(withinYears, { message })
