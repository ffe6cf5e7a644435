import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { actionsOf, readStream } from '../cases/reads/stream-view.ts'
import type { ActionView } from '../http/views.ts'
import { problem } from '../problems/catalogue.ts'
import type { Kernel } from '../streams/execute.ts'
import { unborn } from '../streams/units.ts'
import { acknowledgementId, readingId } from './ids.ts'
import type { ReadingState } from './reading.ts'
import { mergeSmallAgencies, mergeSmallUnits, SMALLEST_COUNTED } from './small-units.ts'
import type { AcknowledgementView, UnitCount } from './views.ts'

type CountRow = { agency_id: string; unit_id: string | null; required: number; confirmed: number }
type ScopeRow = { whole: boolean; unit_ids: string[]; due_on: string | null }

/**
 * Who has read the text of a case, as counts: by unit of one's own agency, by agency of the others. Throws not-found where the case is
 * not there or not to be seen.
 */
export const readAcknowledgement = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  caseId: string,
): Promise<AcknowledgementView> => {
  const found = await db.query('select 1 from cases where id = $1', [caseId])
  if (!found.rowCount) throw problem('not-found')
  const text = await db.query<{ version: number }>('select version from clause_text where id = $1 and open', [caseId])
  const version = text.rows[0]?.version ?? null
  const { rows } = await db.query<CountRow>('select * from acknowledgement_counts($1) order by agency_id, unit_id nulls first', [caseId])
  const { rows: scopes } = await db.query<ScopeRow>(
    'select whole, unit_ids, due_on from acknowledgement where case_id = $1 and agency_id = $2 and active',
    [caseId, actor.agencyId],
  )
  const scope = scopes[0]
  const counts = version === null ? [] : rows
  const agencies = counts.filter((row) => row.unit_id === null).map((row) => countOf(row, names))
  const own = agencies.find((count) => count.agency.id === actor.agencyId)
  const { shown, small, leftOut } = mergeSmallAgencies(agencies)
  const { state, actions } = await ownReading(db, kernel, actor, caseId)
  const now = version !== null && state.version === version
  return {
    version,
    totals: [...shown, ...(small ? [small] : [])].reduce(
      (sum, one) => ({ confirmed: sum.confirmed + one.confirmed, required: sum.required + one.required }),
      {
        confirmed: 0,
        required: 0,
      },
    ),
    agencies: shown,
    small,
    leftOut,
    units: unitsOf(counts, names),
    missing: !own ? 0 : own.required < SMALLEST_COUNTED ? null : own.required - own.confirmed,
    scope: scope ? { all: scope.whole, units: scope.unit_ids.map((id) => names.ref(id)), dueOn: scope.due_on } : null,
    reading: {
      streamId: readingId(caseId, actor.officerId),
      version: version ?? 0,
      required: scope !== undefined && (scope.whole || scope.unit_ids.includes(actor.unitId)),
      dueOn: scope?.due_on ?? null,
      readClauseIds: now ? state.readClauseIds : [],
      confirmedAt: state.confirmed?.version === version ? state.confirmed.at : null,
    },
    actions,
  }
}

const countOf = ({ agency_id, unit_id, required, confirmed }: CountRow, names: AgencyNames): UnitCount => ({
  agency: names.ref(agency_id),
  unit: unit_id === null ? null : names.ref(unit_id),
  required,
  confirmed,
})

/** Whether the connection's actor sees the case with its text, not its header alone. */
export const seesText = async (db: Reader, caseId: string): Promise<boolean> => {
  const { rowCount } = await db.query(
    'select 1 from visible where stream_id = $1 and level >= 2 and now() >= valid_from and now() < valid_until limit 1',
    [caseId],
  )
  return rowCount === 1
}

/** Units with enough officers, then the small ones as one: a count of two would tell who has read. */
const unitsOf = (counts: readonly CountRow[], names: AgencyNames): UnitCount[] => {
  const { shown, small } = mergeSmallUnits(counts.filter((row) => row.unit_id !== null))
  const agencyId = counts.find((row) => row.unit_id !== null)?.agency_id
  const units = shown.map((row) => countOf(row, names))
  if (!small || agencyId === undefined) return units
  const { units: smallUnits, required, confirmed } = small
  return [...units, { agency: names.ref(agencyId), unit: null, smallUnits, required, confirmed }]
}

/** What this officer has read, and what may be done: streams that nobody has begun are asked as they would begin. */
const ownReading = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  caseId: string,
): Promise<{ state: ReadingState; actions: ActionView[] }> => {
  const open = async (type: string, id: string) =>
    (await readStream(db, kernel, id, type)) ?? unborn(kernel.registry.of(type), id, caseId, null)
  const reading = await open('reading', readingId(caseId, actor.officerId))
  const asking = await open('acknowledgement', acknowledgementId(caseId, actor.agencyId))
  const actions = [...(await actionsOf(db, kernel, actor, asking)), ...(await actionsOf(db, kernel, actor, reading))]
  return { state: reading.state as ReadingState, actions: actions.filter(({ command }) => command !== 'ask') }
}
