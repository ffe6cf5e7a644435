import type { PoolClient } from 'pg'
import type { Keyring } from '../vault/keyring.ts'
import { ERASED, openBodies } from '../vault/body.ts'
import { Breath } from './breath.ts'
import type { AnyDecider, LoggedEvent, NewEvent } from './decider.ts'
import { type Registry, upcast } from './registry.ts'

/** A stream as it stands, ready to be asked. Version 0: it does not exist yet. */
export type Loaded = {
  decider: AnyDecider
  id: string
  caseId: string
  parentId: string | null
  innerOnly: boolean
  version: number
  /** Version that the stored snapshot stands at. */
  snapshotVersion: number
  state: unknown
}

/** A row of `stream` beside its tail, as the SQL functions give it. */
export type StreamRow = {
  type: string
  case_id: string
  parent_id: string | null
  inner_only: boolean
  version: number
  snapshot: Buffer | null
  snapshot_version: number
  snapshot_shape: number
  /** Null where nothing came after the snapshot. */
  tail: TailEvent[] | null
}

export type TailEvent = {
  seq: string
  version: number
  type: string
  typeVersion: number
  recordedAt: string | Date
  effectiveAt: string | Date
  officerId: string
  agencyId: string
  /** As it is stored, or in base64. */
  body: string | Buffer
}

export const eventBound = (streamId: string, version: number, type: string): string => `event:${streamId}:${version}:${type}`
export const snapshotBound = (streamId: string, version: number): string => `snapshot:${streamId}:${version}`

/** Opens sealed events of one case into logged events at their newest version. */
export const openEvents = async (
  db: Pick<PoolClient, 'query'>,
  ring: Keyring,
  registry: Registry,
  caseId: string,
  rows: (TailEvent & { streamId: string })[],
): Promise<LoggedEvent<NewEvent>[]> => {
  if (!rows.length) return []
  const bodies = await openBodies(
    db,
    ring,
    caseId,
    rows.map((row) => ({
      sealed: typeof row.body === 'string' ? Buffer.from(row.body, 'base64') : row.body,
      bound: eventBound(row.streamId, row.version, row.type),
    })),
  )
  return rows.map((row, i) => ({
    type: row.type,
    data: upcast(registry.event(row.type), bodies[i] as object, row.typeVersion),
    seq: row.seq,
    streamId: row.streamId,
    caseId,
    version: row.version,
    recordedAt: new Date(row.recordedAt),
    effectiveAt: new Date(row.effectiveAt),
    officerId: row.officerId,
    agencyId: row.agencyId,
  }))
}

/** Rebuilds a stream's state: the snapshot where its shape is today's, then the tail (all events where it is not). */
export const loadStream = async (
  db: Pick<PoolClient, 'query'>,
  ring: Keyring,
  registry: Registry,
  id: string,
  row: StreamRow,
): Promise<Loaded> => {
  const decider = registry.of(row.type)
  let state: unknown = decider.initial()
  let tail = row.tail ?? []
  const usable = row.snapshot !== null && row.snapshot_shape === decider.stateVersion
  if (usable) {
    const [opened] = await openBodies(db, ring, row.case_id, [
      { sealed: row.snapshot as Buffer, bound: snapshotBound(id, row.snapshot_version) },
    ])
    if (opened && opened !== ERASED) state = opened
  } else if (row.snapshot_version > 0) {
    const { rows } = await db.query('select stream_tail($1, 0) as tail', [id])
    tail = rows[0].tail as TailEvent[]
  }
  const events = await openEvents(
    db,
    ring,
    registry,
    row.case_id,
    tail.map((e) => ({ ...e, streamId: id })),
  )
  for (const event of events) state = decider.evolve(state, event)
  return {
    decider,
    id,
    caseId: row.case_id,
    parentId: row.parent_id,
    innerOnly: row.inner_only,
    version: row.version,
    snapshotVersion: usable ? row.snapshot_version : 0,
    state,
  }
}

/** Loads several streams by id, in id order; with `lock` they stay locked until the transaction ends. Missing ones are left out. */
export const loadStreams = async (
  db: Pick<PoolClient, 'query'>,
  ring: Keyring,
  registry: Registry,
  ids: string[],
  lock = false,
): Promise<Loaded[]> => {
  if (!ids.length) return []
  if (lock) await db.query('select 1 from stream where id = any($1::uuid[]) order by id for update', [ids])
  const { rows } = await db.query(
    `select s.id, s.type, s.case_id, s.parent_id, s.inner_only, s.version, s.snapshot, s.snapshot_version, s.snapshot_shape,
       stream_tail(s.id, s.snapshot_version) as tail from stream s where s.id = any($1::uuid[]) order by s.id`,
    [ids],
  )
  const loaded: Loaded[] = []
  const breath = new Breath()
  for (const row of rows) {
    await breath.pause()
    loaded.push(await loadStream(db, ring, registry, row.id, row))
  }
  return loaded
}
