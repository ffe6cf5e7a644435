import type { Actor } from '../access/actor.ts'
import type { Reader } from '../access/reader.ts'
import { officerRefs } from '../agencies/officer-refs.ts'
import type { AgencyNames } from '../agencies/names.ts'
import { actionsOf, readStream } from '../cases/reads/stream-view.ts'
import type { FulfilmentDetailView } from '../http/views.ts'
import { problem } from '../problems/catalogue.ts'
import type { Kernel } from '../streams/execute.ts'
import { explainDue } from './explain-due.ts'
import { fulfilmentSeenBy } from './seen-by.ts'
import type { FulfilmentState } from './state.ts'
import { countsOf, type FulfilmentRow, fulfilmentView } from './fulfilment-reads.ts'

/** Children shown beside a fulfilment; a class handed on to more is seen in the case's own list. */
const CHILDREN_SHOWN = 200

/** One fulfilment with its whole state, what was handed on from it, and what the actor may do. Throws not-found as for a case. */
export const readFulfilment = async (
  db: Reader,
  kernel: Kernel,
  actor: Actor,
  names: AgencyNames,
  id: string,
): Promise<FulfilmentDetailView> => {
  const [{ rows }, stream, children] = await Promise.all([
    db.query<FulfilmentRow>('select * from fulfilment where id = $1', [id]),
    readStream(db, kernel, id, 'fulfilment'),
    db.query<FulfilmentRow>('select * from fulfilment where parent_id = $1 order by agency_id, id limit $2', [id, CHILDREN_SHOWN]),
  ])
  const row = rows[0]
  if (!row || !stream) throw problem('not-found')
  const shown = [row, ...children.rows]
  const [counts, officer, actions] = await Promise.all([
    countsOf(
      db,
      shown.map((one) => one.id),
    ),
    officerRefs(
      db,
      shown.map((one) => one.officer_id),
    ),
    actionsOf(db, kernel, actor, stream),
  ])
  const now = new Date()
  return {
    ...fulfilmentView(row, actor, names, officer, now, counts.get(id)),
    // Of the state that is shown, also where the row was read a moment before it.
    version: stream.version,
    detail: fulfilmentSeenBy(stream.state as FulfilmentState, actor.agencyId),
    childRows: children.rows.map((child) => fulfilmentView(child, actor, names, officer, now, counts.get(child.id))),
    actions,
    dueReason: explainDue(stream.state as FulfilmentState),
  }
}
