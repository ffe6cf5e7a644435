import { DIRECTORY_CASE } from './decider.ts'
import type { Unit } from './units.ts'

type OutboxRow = { case_id: string; stream_id: string; agencies: string[]; touch: string[] }

/**
 * Who is woken after the commit, and whose feed row is touched then because many streams would meet on it. Streams of one case that change in
 * one command are one row, so that an order to thousands is one notice; entries of the directory are told one by one, since each is kept in memory.
 */
export const outboxRows = (units: Unit[]): OutboxRow[] => {
  const rows = new Map<string, { case_id: string; stream_id: string; wake: Set<string>; touch: Set<string> }>()
  for (const { before, events, changes } of units) {
    if (!events.length) continue
    const key = before.caseId === DIRECTORY_CASE ? before.id : before.caseId
    const row = rows.get(key) ?? { case_id: before.caseId, stream_id: before.id, wake: new Set<string>(), touch: new Set<string>() }
    rows.set(key, row)
    for (const event of events) row.wake.add(event.agencyId)
    for (const change of changes) {
      if (change.table === 'party' || change.table === 'notify' || change.table === 'reader') row.wake.add(change.agencyId)
      if (change.table === 'visible') row.wake.add(change.subjectId)
      if (change.table === 'fulfilment') {
        row.wake.add(change.agencyId).add(change.askerId)
        if (before.version > 0) row.touch.add(change.askerId)
      }
      if (change.table === 'asks') for (const ask of change.rows) row.wake.add(ask.agencyId).add(ask.askerId)
    }
  }
  return [...rows.values()].map(({ wake, touch, ...row }) => ({ ...row, agencies: [...wake], touch: [...touch] }))
}
