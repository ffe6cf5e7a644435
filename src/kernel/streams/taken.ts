import type { PoolClient } from 'pg'
import { SYSTEM_OFFICER } from '../access/actor.ts'
import { subjectsOf } from '../access/reader.ts'
import { problem } from '../problems/catalogue.ts'
import { CASE_SUBJECT, type Keyring } from '../vault/keyring.ts'
import { SIGHT } from './change.ts'
import { type AnyDecider, DIRECTORY_CASE } from './decider.ts'
import type { CommandRequest, Kernel, Receipt } from './execute.ts'
import type { Given } from './given.ts'
import { keptState } from './kept.ts'
import { type Loaded, loadStream, type StreamRow } from './load.ts'
import { staleVersion } from './stale-version.ts'
import { unborn } from './units.ts'

/** What take_commands() tells of a command: all null of the stream where there is none. */
type TakenRow = StreamRow & {
  now_at: Date
  acts: boolean
  known_digest: Buffer | null
  answer: Receipt | null
  sight: number | null
  wrapped: Buffer | null
  lasting: boolean
  busy: boolean
}

/** A command under the lock of its stream. */
export type Taken = { given: Given; row: TakenRow; kept: Loaded | undefined }

/** What take_commands() tells of who reads the case by a grant alone. */
const READS = 0

/** Takes up commands: locks their streams and reads what each must know. With `wait` it waits for streams that others hold. */
export const takeUp = async (kernel: Kernel, db: PoolClient, givens: readonly Given[], wait: boolean): Promise<Taken[]> => {
  const kept = givens.map(({ request }) => keptState(kernel.keyring, request.streamId))
  const told = givens.map(({ request: { session, statedPost, actor, key, streamId } }, i) => ({
    token: session ?? null,
    officer: actor.officerId,
    post: actor.postId,
    agency: actor.agencyId,
    unit: actor.unitId,
    rights: actor.rights,
    key,
    stream: streamId,
    stated: statedPost === true,
    kept: kept[i]?.version ?? 0,
  }))
  const { rows } = await db.query<TakenRow>({
    name: 'take-commands',
    text: 'select * from take_commands($1, $2)',
    values: [JSON.stringify(told), wait],
  })
  return givens.map((given, i) => ({ given, row: rows[i] as TakenRow, kept: kept[i] }))
}

/** What the same command under the same key was answered before; null where it is new. Throws not-signed-in, key-reused. */
export const answeredBefore = ({ given, row }: Taken): Receipt | null => {
  if (!row.acts) throw problem('not-signed-in')
  if (!row.known_digest) return null
  if (!row.known_digest.equals(given.digest)) throw problem('key-reused')
  return row.answer
}

/** The stream that a command is for, whole, or about to be born. Throws a Problem where the actor may not give commands to it, or it has changed. */
export const streamOf = async (kernel: Kernel, db: PoolClient, { given, row, kept }: Taken): Promise<Loaded> => {
  const { request, decider, spec } = given
  const { actor, streamId } = request
  const exists = row.type !== null
  const may = actor.officerId === SYSTEM_OFFICER || decider.directory === true || (row.sight ?? 0) >= SIGHT.part
  if (exists && row.type === decider.type && !may && row.sight === READS) throw problem('reading-only')
  if (exists && (row.type !== decider.type || !may)) throw problem('not-found')
  if (!exists && !spec.creates) throw problem('not-found')
  if (exists && spec.creates === true) throw problem('stale-version')
  if (exists) kernel.keyring.take(row.case_id, CASE_SUBJECT, row.wrapped)
  const stream = exists
    ? kept && row.lasting && kept.version === row.version
      ? kept
      : await loadStream(db, kernel.keyring, kernel.registry, streamId, row)
    : unborn(decider, streamId, await caseOf(db, kernel.keyring, request, decider), null)
  if (request.ifMatch !== undefined && request.ifMatch !== stream.version) {
    throw await staleVersion(db, streamId, request.ifMatch, stream.version)
  }
  return stream
}

/** When a stream took effect. Entries of the directory state their days themselves, earlier ones than their import among them. */
export const beganAt = async (db: PoolClient, streamId: string): Promise<Date | null> => {
  const { rows } = await db.query<{ effective_at: Date }>('select effective_at from event where stream_id = $1 and version = 1', [streamId])
  return rows[0]?.effective_at ?? null
}

type CaseRow = { wrapped: Buffer | null; reads: boolean }

/** The case a new stream belongs to: the directory, a case in which the actor may act (the worker in each), or itself. */
const caseOf = async (db: PoolClient, keyring: Keyring, request: CommandRequest, decider: AnyDecider): Promise<string> => {
  if (decider.directory) return DIRECTORY_CASE
  const { streamId, caseId, actor } = request
  if (!decider.underCase) return streamId
  const key = `left join vault.seal_key k on k.case_id = c.id and k.subject_id = '${CASE_SUBJECT}'`
  const { rows } = await (actor.officerId === SYSTEM_OFFICER
    ? db.query<CaseRow>(`select k.wrapped, false as reads from cases c ${key} where c.id = $1`, [caseId ?? null])
    : db.query<CaseRow>(
        `select k.wrapped, c.reads from (select v.case_id as id, v.reason like 'grant:%' as reads from visible v
           where v.stream_id = $1 and v.case_id = $1 and v.subject_id = any($2::uuid[]) and now() >= v.valid_from and now() < v.valid_until
           order by 2 limit 1) c ${key}`,
        [caseId ?? null, subjectsOf(actor)],
      ))
  if (!rows[0] || caseId === undefined) throw problem('not-found')
  if (rows[0].reads) throw problem('reading-only')
  keyring.take(caseId, CASE_SUBJECT, rows[0].wrapped)
  return caseId
}
