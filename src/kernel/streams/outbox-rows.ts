import { DIRECTORY_CASE } from './decider.ts'
import type { Unit } from './units.ts'

type OutboxRow = { case_id: string; stream_id: string; agencies: string[]; touch: string[] }

/**
 * Who is woken after the commit, and whose feed row is touched then because many streams would meet on it. Streams of one case that change in
 * one command are one row, so that an order to thousands is one notice; entries of the directory are told one by one, since each is kept in memory.
 */
export class OutboxRows {
  readonly #rows = new Map<string, { case_id: string; stream_id: string; wake: Set<string>; touch: Set<string> }>()

  /** Adds what one stream's change wakes. */
  add({ before, events, changes }: Unit): void {
    if (!events.length) return
    const key = before.caseId === DIRECTORY_CASE ? before.id : before.caseId
    const row = this.#rows.get(key) ?? { case_id: before.caseId, stream_id: before.id, wake: new Set<string>(), touch: new Set<string>() }
    this.#rows.set(key, row)
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

  /** The rows of all that were added. */
  rows(): OutboxRow[] {
    return [...this.#rows.values()].map(({ wake, touch, ...row }) => ({ ...row, agencies: [...wake], touch: [...touch] }))
  }
}
