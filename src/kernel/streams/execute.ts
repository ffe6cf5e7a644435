import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import type { Actor } from '../access/actor.ts'
import { SYSTEM_OFFICER } from '../access/actor.ts'
import { subjectsOf } from '../access/reader.ts'
import { together } from '../db/pool.ts'
import { inSpan, type SpanDescription } from '../monitoring/tracing.ts'
import { problem } from '../problems/catalogue.ts'
import { CONSTRAINT_PROBLEMS } from '../problems/constraints.ts'
import { CASE_SUBJECT, type Keyring } from '../vault/keyring.ts'
import { badInput } from './bad-input.ts'
import { Breath } from './breath.ts'
import { SIGHT } from './change.ts'
import { type AnyDecider, type Command, type Context, DIRECTORY_CASE } from './decider.ts'
import { inCommand, type Written } from './in-command.ts'
import { keepState, keptState } from './kept.ts'
import { type Loaded, loadStream, loadStreams, type StreamRow } from './load.ts'
import type { LookFactory } from './look-reader.ts'
import type { Registry } from './registry.ts'
import { staleVersion } from './stale-version.ts'
import { toldOnce } from './told-once.ts'
import { applyEvents, checkEffective, type Stamp, type Unit, unborn } from './units.ts'
import { writeDocument } from './write-document.ts'

/** One command as it comes from outside. `key` is the idempotency key; `ifMatch` the version the officer saw. */
export type CommandRequest = {
  actor: Actor
  /**
   * The token of the session that asks. Whether it still acts as this actor is checked in the command's own transaction; without it nobody asks
   * but the server itself.
   */
  session?: string
  /** The request itself names the post it acts in: which one the session stands in does not matter. */
  statedPost?: boolean
  streamType: string
  streamId: string
  command: string
  payload: unknown
  key: string
  ifMatch?: number | undefined
  effectiveAt?: Date | undefined
  /** The case under which a new stream stands, for types that are opened under a case. */
  caseId?: string | undefined
}

/** What was recorded. `seq` is the position of the last event in the log, null where the command had no effect. */
export type Receipt = { streamId: string; version: number; caseId: string; seq: string | null; recordedAt: string }

export type Kernel = {
  registry: Registry
  keyring: Keyring
  write: Pool
  look: LookFactory
  /** Called after a commit that changed something. Must not throw. */
  committed: () => void
}

/**
 * The one function that writes. It locks the stream, checks that the session still acts as the actor, looks for the key, loads the stream's whole state,
 * checks that the actor may see it, asks the rules, appends the events with all that follows from them, and commits. The same key with the same
 * command gives the same answer and no second effect. Throws a Problem (not-signed-in where the session acts so no longer); nothing is written then.
 */
export const execute = async (kernel: Kernel, request: CommandRequest): Promise<Receipt> =>
  inSpan(
    () => spanOf(kernel.registry, request),
    () => give(kernel, request),
  )

/** The span of a command names it only where its stream type knows it: any other word is the caller's own. */
const spanOf = (registry: Registry, { streamType, command }: CommandRequest): SpanDescription =>
  registry.knows(streamType, command)
    ? { name: `${streamType} ${command}`, values: { 'hiepdong.stream.type': streamType, 'hiepdong.command': command } }
    : { name: 'unknown command' }

const give = async (kernel: Kernel, request: CommandRequest): Promise<Receipt> => {
  const decider = kernel.registry.of(request.streamType)
  const spec = decider.commands[request.command]
  if (!spec) throw problem('unknown-command', { command: request.command })
  const parsed = spec.payload.safeParse(request.payload)
  if (!parsed.success) throw badInput(parsed.error)
  const command: Command = { name: request.command, payload: parsed.data }
  const attempt = () => inCommand(kernel.write, (db) => run(kernel, db, request, command, spec.creates ?? false))
  const receipt = await attempt().catch(again(attempt)).catch(translate)
  kernel.committed()
  return receipt
}

type OpenRow = StreamRow & {
  now_at: Date
  acts: boolean
  known_digest: Buffer | null
  answer: Receipt | null
  sight: number | null
  wrapped: Buffer | null
  lasting: boolean
}

/** What take_command() tells of who reads the case by a grant alone. */
const READS = 0

const run = async (
  kernel: Kernel,
  db: PoolClient,
  request: CommandRequest,
  command: Command,
  creates: boolean | 'also',
): Promise<Receipt | Written<Receipt>> => {
  const { actor, streamId, streamType, key } = request
  const digest = digestOf(request, command)
  const kept = keptState(kernel.keyring, streamId)
  const { rows } = await db.query<OpenRow>({
    name: 'take-command',
    text: 'select * from take_command($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [
      request.session ?? null,
      actor.officerId,
      actor.postId,
      actor.agencyId,
      actor.unitId,
      actor.rights,
      key,
      streamId,
      request.statedPost === true,
      kept?.version ?? 0,
    ],
  })
  const row = rows[0] as OpenRow
  if (!row.acts) throw problem('not-signed-in')
  if (row.known_digest) {
    if (!row.known_digest.equals(digest)) throw problem('key-reused')
    return row.answer as Receipt
  }
  const decider = kernel.registry.of(streamType)
  const exists = row.type !== null
  const may = actor.officerId === SYSTEM_OFFICER || decider.directory === true || (row.sight ?? 0) >= SIGHT.part
  if (exists && row.type === streamType && !may && row.sight === READS) throw problem('reading-only')
  if (exists && (row.type !== streamType || !may)) throw problem('not-found')
  if (!exists && !creates) throw problem('not-found')
  if (exists && creates === true) throw problem('stale-version')
  if (exists) kernel.keyring.take(row.case_id, CASE_SUBJECT, row.wrapped)
  const stream = exists
    ? kept && row.lasting && kept.version === row.version
      ? kept
      : await loadStream(db, kernel.keyring, kernel.registry, streamId, row)
    : unborn(decider, streamId, await caseOf(db, kernel.keyring, request, decider), null)
  if (request.ifMatch !== undefined && request.ifMatch !== stream.version) {
    throw await staleVersion(db, streamId, request.ifMatch, stream.version)
  }
  const now = row.now_at
  const began = request.effectiveAt && exists && !decider.directory ? await beganAt(db, streamId) : null
  const stamp: Stamp = {
    now,
    effectiveAt: checkEffective(now, request.effectiveAt, began),
    officerId: actor.officerId,
    agencyId: actor.agencyId,
  }
  const units = await ask(kernel, db, actor, stream, command, stamp, false)
  const first = units[0] as Unit
  const answer = { streamId, version: stream.version + first.events.length, caseId: stream.caseId, recordedAt: now.toISOString() }
  const document = await toldOnce(await writeDocument(db, kernel.keyring, units, now))
  for (const { changes } of units) {
    for (const change of changes) if (change.table === 'erase') await kernel.keyring.destroy(db, change.caseId, change.subjectId)
  }
  // The commit that follows goes with it.
  together(db)
  const write = db.query<{ seq: string | null }>({
    name: 'write-command',
    text: 'select write_command($1, $2, $3, $4, $5) as seq',
    values: [actor.officerId, key, digest, JSON.stringify(answer), document],
  })
  return {
    answered: write.then(({ rows: [written] }) => ({ ...answer, seq: written?.seq ?? null })),
    committed: () => keepState(kernel.keyring, first),
  }
}

/** When a stream took effect. Entries of the directory state their days themselves, earlier ones than their import among them. */
const beganAt = async (db: PoolClient, streamId: string): Promise<Date | null> => {
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

/** Asks a stream's rules, and those of the streams that follow from the answer. */
const ask = async (
  kernel: Kernel,
  db: PoolClient,
  actor: Actor,
  stream: Loaded,
  command: Command,
  stamp: Stamp,
  followUp: boolean,
): Promise<Unit[]> => {
  const { decider } = stream
  const base: Context = {
    now: stamp.now,
    effectiveAt: stamp.effectiveAt,
    actor,
    streamId: stream.id,
    caseId: stream.caseId,
    version: stream.version,
    followUp,
    facts: undefined,
  }
  const facts = decider.prepare ? await decider.prepare(stream.state, command, base, kernel.look(db)) : undefined
  const context = { ...base, facts }
  const verdict = decider.available(stream.state, context)[command.name]
  if (verdict !== true) {
    if (!verdict) throw problem('unknown-command', { command: command.name })
    throw kernel.registry.refusal(verdict)
  }
  const decision = decider.decide(stream.state, command, context)
  const units = [applyEvents(stream, decision.events, stamp)]
  const parentId = stream.id === stream.caseId || decider.directory ? null : stream.id
  const breath = new Breath()
  for (const child of decision.children ?? []) {
    await breath.pause()
    const born = unborn(kernel.registry.of(child.type), child.id, stream.caseId, parentId)
    units.push(applyEvents(born, child.events, stamp))
  }
  const followUps = decision.followUps ?? []
  const loaded = new Map(
    (
      await loadStreams(
        db,
        kernel.keyring,
        kernel.registry,
        followUps.map((f) => f.streamId),
        true,
      )
    ).map((s) => [s.id, s]),
  )
  for (const { streamId, command: name, payload } of followUps) {
    await breath.pause()
    const next = loaded.get(streamId)
    // The right was checked on the stream above, for its own case only.
    if (next && next.caseId !== stream.caseId) throw problem('not-found')
    if (next) units.push(...(await ask(kernel, db, actor, next, { name, payload }, stamp, true)))
  }
  return units
}

const digestOf = (request: CommandRequest, command: Command): Buffer =>
  createHash('sha256')
    .update(
      JSON.stringify([request.streamType, request.streamId, command.name, command.payload, request.effectiveAt?.toISOString() ?? null]),
    )
    .digest()

/**
 * What the database undid whole may simply be given once more: two commands that waited for each other in a circle, two under one key, and two that
 * were both the first on a stream. The second time it is seen what the other did.
 */
const again =
  <T>(attempt: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '40P01' && constraint !== 'command_pkey' && constraint !== 'stream_pkey') throw error
    return attempt()
  }

/** Two officers who take the same number meet at a unique index: that is a conflict to tell, not a fault. */
const translate = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  const known = constraint === undefined ? undefined : CONSTRAINT_PROBLEMS[constraint]
  if (known) throw problem(known)
  if (code === '23505') throw problem('stale-version')
  throw error
}
