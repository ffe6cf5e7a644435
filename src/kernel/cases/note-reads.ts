import type { Reader } from '../access/reader.ts'
import { officerRefs } from '../agencies/officer-refs.ts'
import type { NoteView } from '../http/views.ts'
import type { Kernel } from '../streams/execute.ts'
import { openEvents } from '../streams/load.ts'

/** The newest notes of one's own agency on a case; empty where there are none or the case is not to be seen. */
export const listNotes = async (db: Reader, kernel: Kernel, streamId: string): Promise<NoteView[]> => {
  const { rows } = await db.query(
    `select e.seq::text as seq, e.stream_id as "streamId", e.case_id as "caseId", e.version, e.type, e.type_version as "typeVersion", e.recorded_at as "recordedAt",
       e.effective_at as "effectiveAt", e.officer_id as "officerId", e.agency_id as "agencyId", encode(e.body, 'base64') as body
     from event e where e.stream_id = $1 order by e.version desc limit 200`,
    [streamId],
  )
  const events = rows[0] ? await openEvents(db, kernel.keyring, kernel.registry, rows[0].caseId, rows) : []
  const officer = await officerRefs(
    db,
    events.map((event) => event.officerId),
  )
  return events.map((event) => ({
    id: event.seq,
    text: 'erased' in event.data ? '' : (event.data as { text: string }).text,
    officer: officer(event.officerId),
    at: event.recordedAt.toISOString(),
  }))
}
