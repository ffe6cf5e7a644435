import type { AgencyNames } from '../agencies/names.ts'
import type { DateOnly } from '../clocks/dates.ts'
import type { Text } from '../problems/problem.ts'

/** A day that a case foresees. `month`: only its month is certain, `on` says where in it to stand. */
export type ComingDate = { on: DateOnly; month: boolean; text: Text; note: Text | null }

/** The days to look through, both included. */
export type ComingSpan = { from: DateOnly; until: DateOnly; names: AgencyNames }

/** What cases of a kind in these statuses foresee, read off the fields of the case's row: many are read at once for the desk. */
export type Coming = { statuses: readonly string[]; dates: (fields: Record<string, unknown>, span: ComingSpan) => ComingDate[] }
