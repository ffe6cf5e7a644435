import type { Actor } from '../../access/actor.ts'
import type { Reader } from '../../access/reader.ts'
import type { ActionView } from '../../http/views.ts'
import { type Context, DIRECTORY_CASE } from '../../streams/decider.ts'
import type { Kernel } from '../../streams/execute.ts'
import { type Loaded, loadStream, type StreamRow, type TailEvent } from '../../streams/load.ts'
import { unborn } from '../../streams/units.ts'
import { CASE_SUBJECT } from '../../vault/keyring.ts'
import { sizeOf } from './state-json.ts'

/** A stream as a reader finds it. Who sees only that it is there gets it with the state of one that has not begun. */
export type Seen = Loaded & { open: boolean }

/**
 * Who may read the newest event may read the state that all of them make. Where a key of the case was destroyed, be it that of one person, nothing is
 * taken from what was opened before, nor kept; so it is in the directory, which is one case with all its people.
 */
const STREAM = `select s.type, s.case_id, s.parent_id, s.inner_only, s.version, s.snapshot_version, s.snapshot_shape, k.wrapped, o.open,
     case when o.open and $2::boolean then s.snapshot end as snapshot,
     s.case_id <> '${DIRECTORY_CASE}' and not exists (select 1 from vault.seal_key d where d.case_id = s.case_id and d.destroyed_at is not null offset 0) as lasting
   from stream s left join vault.seal_key k on k.case_id = s.case_id and k.subject_id = '${CASE_SUBJECT}'
     cross join lateral (select exists (select 1 from event e where e.stream_id = s.id and e.version = s.version) as open offset 0) o
   where s.id = $1`

const TAIL = `select e.seq, e.version, e.type, e.type_version as "typeVersion", e.recorded_at as "recordedAt", e.effective_at as "effectiveAt",
     e.officer_id as "officerId", e.agency_id as "agencyId", encode(e.body, 'base64') as body
   from event e where e.stream_id = $1 and e.version > (select s.snapshot_version from stream s where s.id = $1) order by e.version`

type Row = StreamRow & { wrapped: Buffer | null; open: boolean; lasting: boolean }

/** A stream that the reader may see, with its state; null where there is none or it is not to be seen. */
export const readStream = async (db: Reader, kernel: Kernel, id: string, type?: string): Promise<Seen | null> => {
  const { keyring, registry } = kernel
  const kept = keyring.opened.get<Loaded>(id)
  // Where nothing is kept, what must be opened comes along.
  const [{ rows }, tail] = await Promise.all([db.query<Row>(STREAM, [id, !kept]), kept ? null : db.query<TailEvent>(TAIL, [id])])
  const row = rows[0]
  if (!row || (type && row.type !== type)) return null
  keyring.take(row.case_id, CASE_SUBJECT, row.wrapped)
  if (!row.open) return { ...unborn(registry.of(row.type), id, row.case_id, row.parent_id), version: row.version, open: false }
  if (kept && row.lasting && kept.version === row.version) return { ...kept.value, open: true }
  if (!tail) {
    keyring.opened.drop(id)
    return readStream(db, kernel, id, type)
  }
  return { ...(await openStream(db, kernel, id, await unbroken(db, id, { ...row, tail: tail.rows }))), open: true }
}

/** Opens a stream that was found with its snapshot and tail, and keeps it where it lasts. */
export const openStream = async (
  db: Reader,
  { keyring, registry }: Kernel,
  id: string,
  row: StreamRow & { lasting: boolean },
): Promise<Loaded> => {
  const stream = await loadStream(db, keyring, registry, id, row)
  if (!row.lasting) keyring.opened.drop(id)
  else if (keyring.opened.worth(id)) keyring.opened.keep(id, stream.version, stream, sizeOf(stream.state))
  return stream
}

/** Between two statements the stream may go on: the version is that of the last event, and a snapshot written meanwhile leaves no gap. */
const unbroken = async (db: Reader, id: string, row: Row): Promise<Row> => {
  const tail = row.tail ?? []
  const version = row.snapshot_version + tail.length
  if (version >= row.version && (tail.at(-1)?.version ?? version) === version) return { ...row, version }
  const { rows } = await db.query('select stream_tail($1, $2) as tail', [id, row.snapshot_version])
  return { ...row, tail: rows[0].tail, version: row.snapshot_version + rows[0].tail.length }
}

/** Name under which `prepare` is asked for the facts of the whole table of actions, not of one command. */
const LOOK_ONLY = 'available'

/** What may be done now on a stream, and why not: the same table that execute() enforces. */
export const actionsOf = async (db: Reader, kernel: Kernel, actor: Actor, stream: Loaded): Promise<ActionView[]> => {
  const now = new Date()
  const context: Context = {
    now,
    effectiveAt: now,
    actor,
    streamId: stream.id,
    caseId: stream.caseId,
    version: stream.version,
    followUp: false,
    facts: undefined,
  }
  // Who may only read is told so at every button.
  const { barred } = actor
  const facts = stream.decider.prepare
    ? await stream.decider.prepare(stream.state, { name: LOOK_ONLY, payload: null }, context, kernel.look(db, true))
    : undefined
  return Object.entries(stream.decider.available(stream.state, { ...context, facts }))
    .map(([command, may]) => [command, barred ?? may] as const)
    .map(([command, verdict]) => ({
      command,
      allowed: verdict === true,
      reason: verdict === true ? null : verdict,
      version: stream.version,
      streamId: stream.id,
      streamType: stream.decider.type,
    }))
}
