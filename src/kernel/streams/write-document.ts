import { remindAt } from '../clocks/reminders.ts'
import type { KeyMaker, Keyring } from '../vault/keyring.ts'
import { sealValues } from '../vault/body.ts'
import type { PoolClient } from 'pg'
import { withIds } from './ask-id.ts'
import type { Born } from './born.ts'
import { Breath } from './breath.ts'
import { type Change, SIGHT } from './change.ts'
import { Sections } from './sections.ts'
import { iso, isoOrNull } from './moments.ts'
import { OutboxRows } from './outbox-rows.ts'
import { feedRow, visibleRow } from './sight-rows.ts'
import { addFiles, addStreams } from './stream-rows.ts'
import type { Unit } from './units.ts'
import { writeBorn } from './write-born.ts'

type Document = Record<string, unknown>

/**
 * The rows that the units of each command write, section by section as the SQL function write_changes() takes them. What is `born` with the one command,
 * once those stand, is written on the way.
 */
export const writeDocument = async (
  db: Pick<PoolClient, 'query'>,
  ring: Keyring,
  commands: Unit[][],
  now: Date,
  born: Born | null = null,
): Promise<Document> => {
  const at = now.toISOString()
  const sections = new Sections()
  const units = commands.flat()
  const keys = ring.making(units.filter(({ before }) => before.version === 0 && before.id === before.caseId).map(({ before }) => before.id))
  const put = async (some: Unit[], body: (sealed: Buffer) => unknown) => {
    const breath = new Breath()
    for (const unit of some) {
      for (const change of unit.changes) {
        await breath.pause()
        const sealing = project(db, keys, sections, unit, change, at)
        if (sealing) await sealing
      }
    }
    await addStreams(db, keys, sections, some, body)
    await addFiles(sections, some)
  }
  await put(units, (sealed) => sealed.toString('base64'))
  const woken = commands.map(outboxOf)
  if (born) {
    await writeBorn(db, sections, born, async (some) => {
      await put(some, (sealed) => sealed)
      for (const unit of some) woken[0]?.add(unit)
    })
  }
  for (const row of keys.rows) sections.put('keys', null, row)
  for (const row of woken.flatMap((outbox) => outbox.rows())) sections.put('outbox', null, row)
  return sections.document()
}

const outboxOf = (units: Unit[]): OutboxRows => {
  const outbox = new OutboxRows()
  for (const unit of units) outbox.add(unit)
  return outbox
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
