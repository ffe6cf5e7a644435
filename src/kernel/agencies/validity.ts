/**
 * A span of whole days, both ends included, as ISO dates (`yyyy-MM-dd`) of the zone Asia/Ho_Chi_Minh.
 * `until` null means "still so".
 */
export type Validity = { readonly from: string; readonly until: string | null }

/** The day on which the directory begins: a body that is older carries this date, because its founding day is not kept. */
export const DIRECTORY_BEGINS = '2000-01-01'

/** True when `day` (ISO date) lies in the span. */
export function covers(span: Validity, day: string): boolean {
  return span.from <= day && (span.until === null || day <= span.until)
}

/** The ISO date `days` days after `day` (before it when negative). */
export function shiftDay(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}
