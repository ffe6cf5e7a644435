import { arrayOfBytes } from '../db/byte-array.ts'
import { toldOnce } from './told-once.ts'

type Row = Record<string, unknown>

/**
 * The statement that writes rows of the section `events` as write_changes() does, their bodies as they are: written into JSON as text and read out of it
 * they cost more than all else of the rows.
 */
export const eventsStatement = async (rows: Row[]): Promise<{ name: string; text: string; values: unknown[] }> => {
  const bodies: Buffer[] = []
  const events: Row[] = []
  for (const { body, ...event } of rows) {
    bodies.push(typeof body === 'string' ? Buffer.from(body, 'base64') : (body as Buffer))
    events.push(event)
  }
  return { name: 'write-events', text: WRITE, values: [await toldOnce({ events }), arrayOfBytes(bodies)] }
}

const COLUMNS = 'stream_id, version, case_id, inner_only, type, type_version, recorded_at, effective_at, officer_id, agency_id'

const WRITE = `with told as (select $1::jsonb as doc)
  insert into event (${COLUMNS}, body)
  select ${COLUMNS}, sealed from told t, rows from (
    jsonb_populate_recordset(jsonb_populate_record(null::written_event, t.doc #> '{same,events}'), t.doc -> 'events'), unnest($2::bytea[]))
    r(${COLUMNS}, body, sealed)`
