import { endOfDay, localDate } from '../src/kernel/clocks/zone.ts'

/** Today in Viet Nam. */
export const today = (): string => localDate(new Date().toISOString())

/** '2026-05-09' → '09/05/2026', as fields take a day. */
export const asTyped = (day: string): string => day.split('-').toReversed().join('/')

/** '2026-05-09' → '09/5/2026', '2027-02-09' → '09/02/2027', as official documents and screens write a day. */
export const asWritten = (day: string): string =>
  day.replace(/^(\d+)-(\d+)-(\d+)$/, (_, y, m, d) => `${d}/${m > '02' ? Number(m) : m}/${y}`)

/** How long a file of tests may take on a busy machine, in milliseconds. */
const ROOM_MS = 5 * 60_000

/** Answers where the day in Viet Nam has room for a file of tests, else once the next day has begun: what is done "today" must stay today's. */
export const clearOfMidnight = async (): Promise<void> => {
  const left = Date.parse(endOfDay(today())) - Date.now()
  if (left < ROOM_MS) await new Promise((resolve) => setTimeout(resolve, left + 100))
}
