import type { PoolClient } from 'pg'
import { sealBodies } from '../vault/body.ts'
import type { KeyMaker } from '../vault/keyring.ts'
import { Breath } from './breath.ts'
import { eventBound, type Loaded, snapshotBound } from './load.ts'
import { iso } from './moments.ts'
import type { Sections } from './sections.ts'
import { filesIn, type Unit } from './units.ts'

/** A snapshot is written when the tail has grown by so many events: a load then opens at most this many bodies. */
export const SNAPSHOT_EVERY = 20

/** Puts the rows of streams and their events, whose bodies are sealed and then told by `body`. */
export const addStreams = async (
  db: Pick<PoolClient, 'query'>,
  ring: KeyMaker,
  sections: Sections,
  units: Unit[],
  body: (sealed: Buffer) => unknown,
): Promise<void> => {
  const byCase = Map.groupBy(units, (unit) => unit.before.caseId)
  for (const [caseId, group] of byCase) {
    const bodies: { data: unknown; bound: string }[] = []
    for (const { before, after, events } of group) {
      for (const event of events) bodies.push({ data: event.data, bound: eventBound(before.id, event.version, event.type) })
      if (snapshotOf(before, before.version + events.length) !== null) {
        bodies.push({ data: after, bound: snapshotBound(before.id, before.version + events.length) })
      }
    }
    const sealed = await sealBodies(db, ring, caseId, bodies)
    let i = 0
    const breath = new Breath()
    for (const { before, events } of group) {
      await breath.pause()
      for (const event of events) {
        sections.put('events', null, {
          stream_id: before.id,
          version: event.version,
          case_id: caseId,
          inner_only: before.innerOnly,
          type: event.type,
          type_version: before.decider.events[event.type]?.version ?? 1,
          recorded_at: iso(event.recordedAt),
          effective_at: iso(event.effectiveAt),
          officer_id: event.officerId,
          agency_id: event.agencyId,
          body: body(sealed[i++] as Buffer),
        })
      }
      const version = before.version + events.length
      const snapshot = snapshotOf(before, version)
        ? { snapshot: sealed[i++]?.toString('base64'), snapshot_version: version, snapshot_shape: before.decider.stateVersion }
        : {}
      if (before.version > 0) sections.put('streams', before.id, { id: before.id, version, ...snapshot })
      else {
        sections.put('newStreams', before.id, {
          id: before.id,
          type: before.decider.type,
          case_id: caseId,
          parent_id: before.parentId,
          inner_only: before.innerOnly,
          version,
          ...snapshot,
        })
      }
    }
  }
}

/** The version at which a stream that was `before` gets a snapshot when it comes to `version`; null where it gets none. */
export const snapshotOf = (before: Loaded, version: number): number | null =>
  version - before.snapshotVersion >= SNAPSHOT_EVERY ? version : null

/** Puts what becomes of the files that events name. */
export const addFiles = async (sections: Sections, units: Unit[]): Promise<void> => {
  const breath = new Breath()
  for (const { before, events } of units) {
    await breath.pause()
    for (const event of events) {
      for (const id of filesIn(event.data)) {
        sections.put('files', id, { id, case_id: before.caseId, stream_id: before.id, inner_only: before.innerOnly })
      }
    }
  }
}
