/** What the routes of acknowledgements answer. Types only; the web imports them with `import type`. */
import type { ActionView, AgencyRef } from '../http/views.ts'

/**
 * How many of those who must read have confirmed. `unit` null: the whole agency (of other agencies nothing finer is shown), or, where
 * `smallUnits` says so, that many units with too few officers to be counted by themselves.
 */
export type UnitCount = { agency: AgencyRef; unit: AgencyRef | null; smallUnits?: number; confirmed: number; required: number }

/** What this officer has read of the version that stands. */
export type ReadingView = {
  streamId: string
  version: number
  /** Whether a leader asked this officer's unit to read. */
  required: boolean
  dueOn: string | null
  readClauseIds: string[]
  confirmedAt: string | null
}

/**
 * GET /api/cases/:id/acknowledgement. Counts by unit for one's own agency, by agency for the others; never by officer.
 * Commands: POST /api/cases/:id/acknowledgement/require {all, unitIds, dueOn}, …/remind {}, …/stop {};
 * POST /api/cases/:id/reading/read {version, clauseIds}, …/confirm {version}. `actions` hold all five.
 */
export type AcknowledgementView = {
  /** The version to read; null where the case has no text to read now. */
  version: number | null
  totals: { confirmed: number; required: number }
  agencies: UnitCount[]
  /** Agencies with too few readers to be counted by themselves, as one; null where there are none or too few even so. */
  small: { agencies: number; confirmed: number; required: number } | null
  /** Agencies with too few readers that are counted nowhere. */
  leftOut: number
  units: UnitCount[]
  /** How many a reminder would reach in one's own agency; null where so few must read that the number would tell who has not. */
  missing: number | null
  /** Whom one's own agency asks to read; null where nobody has been asked yet. */
  scope: { all: boolean; units: AgencyRef[]; dueOn: string | null } | null
  reading: ReadingView
  actions: ActionView[]
}
