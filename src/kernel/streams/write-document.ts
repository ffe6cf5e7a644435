import { remindAt } from '../clocks/reminders.ts'
import type { KeyMaker, Keyring } from '../vault/keyring.ts'
import { sealBodies, sealValues } from '../vault/body.ts'
import type { PoolClient } from 'pg'
import { withIds } from './ask-id.ts'
import { Breath } from './breath.ts'
import { type Change, SIGHT } from './change.ts'
import { eventBound, type Loaded, snapshotBound } from './load.ts'
import { Sections } from './sections.ts'
import { iso, isoOrNull } from './moments.ts'
import { outboxRows } from './outbox-rows.ts'
import { feedRow, visibleRow } from './sight-rows.ts'
import { filesIn, type Unit } from './units.ts'

/** A snapshot is written when the tail has grown by so many events: a load then opens at most this many bodies. */
export const SNAPSHOT_EVERY = 20

type Document = Record<string, unknown>

/** The rows that the units of each command write, section by section as the SQL function write_changes() takes them. */
export const writeDocument = async (db: Pick<PoolClient, 'query'>, ring: Keyring, commands: Unit[][], now: Date): Promise<Document> => {
  const at = now.toISOString()
  const sections = new Sections()
  const units = commands.flat()
  const keys = ring.making(units.filter(({ before }) => before.version === 0 && before.id === before.caseId).map(({ before }) => before.id))
  const breath = new Breath()
  for (const unit of units) {
    await breath.pause()
    for (const change of unit.changes) {
      const sealing = project(db, keys, sections, unit, change, at)
      if (sealing) await sealing
    }
  }
  await addStreams(db, keys, sections, units)
  for (const row of keys.rows) sections.put('keys', null, row)
  await addFiles(sections, units)
  for (const row of commands.flatMap(outboxRows)) sections.put('outbox', null, row)
  return sections.document()
}

/**
 * Puts the rows that one change makes. Rows are whole and replace earlier ones; what began earlier keeps its beginning. `reminds` false leaves the
 * reminders to the caller.
 */
export const project = (
  db: Pick<PoolClient, 'query'>,
  ring: KeyMaker,
  sections: Sections,
  unit: Unit,
  change: Change<string>,
  at: string,
  reminds = true,
): Promise<void> | undefined => {
  const version = unit.before.version + unit.events.length
  const isNew = unit.before.version === 0
  switch (change.table) {
    case 'case': {
      const { caseId: id, ownerAgencyId: owner } = change
      sections.put('cases', id, {
        id,
        kind: change.kind,
        number: change.number,
        title: change.title,
        status: change.status,
        owner_agency_id: owner,
        area_code: change.areaCode,
        domains: change.domains,
        document_date: change.documentDate,
        fields: change.fields,
        at,
      })
      if (isNew) {
        visibleRow(sections, {
          subject_id: owner,
          stream_id: id,
          case_id: id,
          level: SIGHT.whole,
          reason: 'owner',
          valid_from: at,
          valid_until: null,
        })
      }
      sections.drop('feed', `${id}:${owner}`)
      feedRow(sections, owner, id, 'owner', at)
      return
    }
    case 'party': {
      const { caseId, agencyId, role } = change
      const from = iso(change.from)
      sections.put('parties', `${caseId}:${agencyId}:${role}`, {
        case_id: caseId,
        agency_id: agencyId,
        role,
        valid_from: from,
        valid_until: isoOrNull(change.until),
      })
      // A party sees from the moment it is told, even where the fact took effect earlier.
      visibleRow(sections, {
        subject_id: agencyId,
        stream_id: caseId,
        case_id: caseId,
        level: SIGHT.part,
        reason: `party:${role}`,
        valid_from: from < at ? from : at,
        valid_until: isoOrNull(change.until),
      })
      feedRow(sections, agencyId, caseId, role, at)
      return
    }
    case 'visible':
      visibleRow(sections, {
        subject_id: change.subjectId,
        stream_id: change.streamId,
        case_id: change.caseId,
        level: change.level,
        reason: change.reason,
        valid_from: iso(change.from),
        valid_until: isoOrNull(change.until),
      })
      return
    case 'reader': {
      const { caseId, agencyId, streamId } = change
      visibleRow(sections, {
        subject_id: agencyId,
        stream_id: caseId,
        case_id: caseId,
        level: SIGHT.part,
        reason: `grant:${streamId}`,
        valid_from: iso(change.from),
        valid_until: isoOrNull(change.until),
      })
      // A grant that ends is no news in the lists of who read by it.
      if (!change.until || change.until > change.from) feedRow(sections, agencyId, caseId, 'reader', at)
      return
    }
    case 'fulfilment': {
      const { id, caseId, agencyId } = change
      sections.put('fulfilments', id, {
        id,
        case_id: caseId,
        assignment_id: change.assignmentId,
        ordinal: change.ordinal,
        parent_id: change.parentId,
        agency_id: agencyId,
        asker_id: change.askerId,
        shape: change.shape,
        title: change.title,
        state: change.state,
        due_at: isoOrNull(change.dueAt),
        soon_at: isoOrNull(change.soonAt),
        accepted_at: isoOrNull(change.acceptedAt),
        submitted_at: isoOrNull(change.submittedAt),
        confirmed_at: isoOrNull(change.confirmedAt),
        extension_asked: change.extensionAsked,
        officer_id: change.officerId,
        unit_id: change.unitId,
        period_key: change.periodKey,
        version,
        updated_at: at,
      })
      if (isNew && change.parentId) {
        visibleRow(sections, {
          subject_id: agencyId,
          stream_id: caseId,
          case_id: caseId,
          level: SIGHT.header,
          reason: 'handed-on',
          valid_from: at,
          valid_until: null,
        })
      }
      feedRow(sections, agencyId, caseId, change.parentId ? 'coordinating' : 'lead', at)
      return
    }
    case 'asks': {
      if (!isNew) sections.put('asksOf', change.streamId, {})
      const rows = change.rows.map((row) => ({
        stream_id: change.streamId,
        stream_type: unit.before.decider.type,
        case_id: change.caseId,
        agency_id: row.agencyId,
        officer_id: row.officerId ?? null,
        unit_id: row.unitId ?? null,
        act: row.act,
        title: row.title,
        asker_id: row.askerId,
        verb: row.verb,
        due_at: isoOrNull(row.dueAt),
        soon_at: isoOrNull(row.soonAt),
        remind_at: reminds && row.dueAt ? isoOrNull(remindAt(row.dueAt, row.since, new Date(at))) : null,
        since: iso(row.since),
        version,
      }))
      sections.put('asks', change.streamId, { rows: withIds(rows) })
      return
    }
    case 'notify':
      sections.put('notify', null, {
        agency_id: change.agencyId,
        officer_id: change.officerId,
        stream_id: change.streamId,
        case_id: change.caseId,
        what: change.what,
        params: change.params,
        asker_id: change.askerId,
        at,
      })
      return
    case 'search':
      sections.put('search', change.caseId, { case_id: change.caseId, number: change.number, title: change.title, text: change.text, at })
      return
    case 'row':
      return sealValues(db, ring, unit.before.caseId, change.values).then((values) => {
        sections.putRow(change.into, change.id, { ...values, id: change.id })
      })
    case 'erase':
      // Keys are destroyed where all is written, see give-together.ts.
      return
    default:
      change satisfies never
  }
}

const addStreams = async (db: Pick<PoolClient, 'query'>, ring: KeyMaker, sections: Sections, units: Unit[]): Promise<void> => {
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
          body: sealed[i++]?.toString('base64'),
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

const addFiles = async (sections: Sections, units: Unit[]): Promise<void> => {
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
