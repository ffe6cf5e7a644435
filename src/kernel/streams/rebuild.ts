import type { Pool, PoolClient } from 'pg'
import { remindAt } from '../clocks/reminders.ts'
import { inTransaction } from '../db/pool.ts'
import { CASE_SUBJECT, type KeyMaker } from '../vault/keyring.ts'
import type { CaseChange } from './change.ts'
import type { Kernel } from './execute.ts'
import { type Loaded, openEvents, type TailEvent } from './load.ts'
import { Sections } from './sections.ts'
import { applyEvents, type Unit, unborn } from './units.ts'
import { project } from './write-document.ts'

type Row = TailEvent & { streamId: string; caseId: string; streamType: string; parentId: string | null; innerOnly: boolean }
type Rows = Record<string, unknown>[]

/** What the rebuild of some cases found. */
export type Rebuilt = { cases: number; events: number; last: string | null }

/**
 * Projects the next cases of a range of ids anew from the log, in one transaction that holds their streams: who reads meanwhile sees the rows that
 * were there, who gives a command waits for a moment. Rows that stand as the log tells them are left alone; notifications are letters that were sent
 * and stay.
 */
export const rebuildNext = (kernel: Kernel, system: Pool, after: string, until: string, most: number): Promise<Rebuilt> =>
  inTransaction(system, async (db) => {
    const found = await db.query<{ id: string }>(
      'select distinct case_id as id from stream where case_id > $1 and case_id <= $2 order by 1 limit $3',
      [after, until, most],
    )
    const ids = found.rows.map((row) => row.id)
    if (!ids.length) return { cases: 0, events: 0, last: null }
    await db.query('select 1 from stream where case_id = any($1::uuid[]) order by id for update', [ids])
    const { rows } = await db.query<Row>(
      `select e.seq::text as seq, e.stream_id as "streamId", e.case_id as "caseId", e.version, e.type, e.type_version as "typeVersion",
         e.recorded_at as "recordedAt", e.effective_at as "effectiveAt", e.officer_id as "officerId", e.agency_id as "agencyId",
         encode(e.body, 'base64') as body, s.type as "streamType", s.parent_id as "parentId", s.inner_only as "innerOnly"
       from event e join stream s on s.id = e.stream_id where e.case_id = any($1::uuid[]) order by e.case_id, e.seq`,
      [ids],
    )
    const erased = await takeKeys(kernel, db, ids)
    const sections = new Sections()
    for (const [caseId, events] of Map.groupBy(rows, (row) => row.caseId)) await projectCase(kernel, db, sections, caseId, events)
    await db.query('select rebuild_cases($1, $2)', [ids, JSON.stringify(documentOf(sections))])
    if (erased.length) await forgetWords(db, erased)
    return { cases: ids.length, events: rows.length, last: ids.at(-1) ?? null }
  })

/** Answers the cases whose key was destroyed. */
const takeKeys = async (kernel: Kernel, db: PoolClient, ids: string[]): Promise<string[]> => {
  const { rows } = await db.query<{ case_id: string; wrapped: Buffer | null }>(
    'select case_id, wrapped from vault.seal_key where case_id = any($1::uuid[]) and subject_id = $2',
    [ids, CASE_SUBJECT],
  )
  for (const row of rows) if (row.wrapped) kernel.keyring.take(row.case_id, CASE_SUBJECT, row.wrapped)
  return rows.filter(({ wrapped }) => !wrapped).map((row) => row.case_id)
}

/** The log tells nothing of an erased case any more, so that its row stays as it is, seen by nobody: what it says in words goes. */
const forgetWords = async (db: PoolClient, ids: string[]): Promise<void> => {
  await db.query(`update cases set number = '', title = '', fields = '{}' where id = any($1::uuid[])`, [ids])
  await db.query(`update search_doc set tsv = '' where case_id = any($1::uuid[])`, [ids])
}

/** Tells the events of a case again in the order of the log; every row gets the moment of the event that last changed it. */
const projectCase = async (kernel: Kernel, db: PoolClient, sections: Sections, caseId: string, rows: Row[]): Promise<void> => {
  const streams = new Map<string, Loaded>()
  const events = await openEvents(db, kernel.keyring, kernel.registry, caseId, rows)
  let status: string | null = null
  for (const [i, event] of events.entries()) {
    const row = rows[i] as Row
    const before = streams.get(row.streamId) ?? {
      ...unborn(kernel.registry.of(row.streamType), row.streamId, caseId, row.parentId),
      innerOnly: row.innerOnly,
    }
    const at = event.recordedAt.toISOString()
    const unit = applyEvents(before, [event], {
      now: event.recordedAt,
      effectiveAt: event.effectiveAt,
      officerId: event.officerId,
      agencyId: event.agencyId,
    })
    streams.set(row.streamId, { ...before, state: unit.after, version: event.version })
    status = await tell(db, kernel.keyring.madeBefore, sections, unit, at, status)
  }
}

/** Puts the rows that one event makes, at its moment, and answers the status of its case from then on. Reminders are left out; letters are not sent again. */
export const tell = async (
  db: Pick<PoolClient, 'query'>,
  keys: KeyMaker,
  sections: Sections,
  unit: Unit,
  at: string,
  status: string | null,
): Promise<string | null> => {
  for (const change of unit.changes) {
    if (change.table === 'notify') continue
    await project(db, keys, sections, unit, change, at, false)
    if (change.table === 'case' && status !== change.status) status = turn(sections, change, at)
    if (change.table === 'fulfilment' && unit.before.version > 0) touch(sections, unit.before.caseId, change.askerId, at)
  }
  return status
}

/** A case that turns to another status moves up in every feed. */
const turn = (sections: Sections, { caseId, status }: CaseChange, at: string): string => {
  for (const row of sections.all('feed')) if (row.case_id === caseId) row.updated_at = at
  return status
}

const touch = (sections: Sections, caseId: string, subject: string, at: string): void => {
  const row = sections.get('feed', `${caseId}:${subject}`)
  if (row) row.updated_at = at
}

/** As writeDocument() gives it, with reminders counted from now on: those that lie behind were given. */
const documentOf = (sections: Sections): Record<string, unknown> => {
  const document = sections.document()
  const now = new Date()
  for (const ask of (document.asks as Rows | undefined) ?? []) {
    const due = ask.due_at as string | null
    ask.remind_at = due ? (remindAt(new Date(due), new Date(ask.since as string), now)?.toISOString() ?? null) : null
  }
  return document
}
