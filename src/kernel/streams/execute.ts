import type { Pool } from 'pg'
import type { Actor } from '../access/actor.ts'
import { inSpan, type SpanDescription } from '../monitoring/tracing.ts'
import { problem } from '../problems/catalogue.ts'
import { CONSTRAINT_PROBLEMS } from '../problems/constraints.ts'
import type { Keyring } from '../vault/keyring.ts'
import type { CommandGroups } from './command-groups.ts'
import { checked, type Given } from './given.ts'
import { giveTogether, type Outcome } from './give-together.ts'
import type { LookFactory } from './look-reader.ts'
import type { Registry } from './registry.ts'

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
  /** Where commands of this process meet. */
  groups: CommandGroups
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
  const given = checked(kernel.registry, request)
  const outcome = given.large ? 'alone' : await kernel.groups.give(given, (givens) => inGroup(kernel, givens))
  const receipt = receiptOf(outcome === 'alone' ? await alone(kernel, given) : outcome)
  kernel.committed()
  return receipt
}

/** Commands of a group that the database would not take together are given one by one: who is to blame is seen then. */
const inGroup = (kernel: Kernel, givens: Given[]): Promise<Outcome[]> =>
  giveTogether(kernel, givens, false).catch(() => givens.map(() => 'alone' as const))

const alone = async (kernel: Kernel, given: Given): Promise<Outcome> => {
  const attempt = async () => (await giveTogether(kernel, [given], true))[0] as Outcome
  return attempt().catch(again(attempt)).catch(translate)
}

const receiptOf = (outcome: Outcome): Receipt => {
  if (outcome === 'alone') throw new Error('a command that is given alone waits for nobody')
  if ('refused' in outcome) throw outcome.refused
  return outcome.receipt
}

/** Where two commands meet that each took something for new. */
const TWO_AT_ONCE: ReadonlySet<string> = new Set(['command_pkey', 'stream_pkey', 'seal_key_pkey'])

/**
 * What the database undid whole may simply be given once more: two commands that waited for each other in a circle, two under one key, and two that
 * were both the first on a stream or made the same key. The second time it is seen what the other did.
 */
const again =
  <T>(attempt: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code !== '40P01' && !TWO_AT_ONCE.has(constraint ?? '')) throw error
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
