/** What stands around the desk, as screens read it: days 'YYYY-MM-DD' in Viet Nam. Types only. */
import type { Text } from '../problems/problem.ts'

/** A day that a case foresees. `month`: only its month is certain; `on` says where in it to stand. */
export type ComingRow = { on: string; month: boolean; caseId: string; caseNumber: string; caseTitle: string; text: Text; note: Text | null }
/** GET /api/desk/coming — what the next days bring, up to the day `until`, soonest first. */
export type ComingView = { rows: ComingRow[]; until: string; at: string }
/** GET /api/desk/kinds — cases by kind and status, each combination of kind, status and role counted to 100 at most. */
export type KindCount = { kind: string; status: string; n: number }
export type KindCountsView = { counts: KindCount[] }
