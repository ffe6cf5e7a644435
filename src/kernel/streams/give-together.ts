import type { PoolClient } from 'pg'
import { together } from '../db/pool.ts'
import { Problem } from '../problems/problem.ts'
import { type Answer, askRules } from './ask-rules.ts'
import type { Kernel, Receipt } from './execute.ts'
import type { Given } from './given.ts'
import { inCommand, type Written } from './in-command.ts'
import { keepState } from './kept.ts'
import { answeredBefore, beganAt, streamOf, type Taken, takeUp } from './taken.ts'
import { toldOnce } from './told-once.ts'
import { checkEffective, type Unit } from './units.ts'
import { writtenAhead } from './write-ahead.ts'
import { writeDocument } from './write-document.ts'

/** What became of a command among others: its receipt, why it is refused, or that it is yet to be given, alone. */
export type Outcome = { receipt: Receipt } | { refused: Problem } | 'alone'

/** What a command comes to before it is written. */
type Asked = Answer & { given: Given; receipt: Omit<Receipt, 'seq'> }

/** A command that changes more streams is given alone: what it writes takes longer than others are to wait. */
const MOST_STREAMS = 64

/**
 * Gives commands in one transaction of two round trips, each for a stream and under a key of its own, and tells of each what became of it. One that is
 * refused leaves the others as they are. Throws what the database says; nothing of any is written then.
 * With `wait` a stream that others hold is waited for; without, its command is yet to be given alone.
 */
export const giveTogether = (kernel: Kernel, givens: readonly Given[], wait: boolean): Promise<Outcome[]> =>
  inCommand(kernel.write, async (db) => {
    const taken = await takeUp(kernel, db, givens, wait)
    // None is left behind at work when another fails: the connection is given back then.
    const settled = await Promise.allSettled(taken.map((one) => answer(kernel, db, one, givens.length > 1)))
    const answers = settled.map((one) => {
      if (one.status === 'fulfilled') return one.value
      if (one.reason instanceof Problem) return { refused: one.reason }
      throw one.reason
    })
    const asked = answers.filter((one) => isAsked(one))
    return asked.length ? write(kernel, db, asked, answers) : (answers as Outcome[])
  })

const isAsked = (one: Outcome | Asked): one is Asked => one !== 'alone' && 'units' in one

/** What the rules say to one command. */
const answer = async (kernel: Kernel, db: PoolClient, taken: Taken, amongOthers: boolean): Promise<Outcome | Asked> => {
  const { given, row } = taken
  if (row.busy) return 'alone'
  const before = answeredBefore(taken)
  if (before) return { receipt: before }
  const { request, decider, command } = given
  const { actor, streamId } = request
  const stream = await streamOf(kernel, db, taken)
  const now = row.now_at
  const began = request.effectiveAt && stream.version > 0 && !decider.directory ? await beganAt(db, streamId) : null
  const stamp = {
    now,
    effectiveAt: checkEffective(now, request.effectiveAt, began),
    officerId: actor.officerId,
    agencyId: actor.agencyId,
  }
  const { units, born } = await askRules(kernel, db, actor, stream, command, stamp, false)
  if (amongOthers && (born || units.length > MOST_STREAMS || erasesIn(units).length)) return 'alone'
  const version = stream.version + units[0].events.length
  return { given, units, born, receipt: { streamId, version, caseId: stream.caseId, recordedAt: now.toISOString() } }
}

const erasesIn = (units: Unit[]) => units.flatMap(({ changes }) => changes.filter((change) => change.table === 'erase'))

/** Writes what the commands come to, with the commit. */
const write = async (kernel: Kernel, db: PoolClient, asked: Asked[], answers: (Outcome | Asked)[]): Promise<Written<Outcome[]>> => {
  const now = new Date((asked[0] as Asked).receipt.recordedAt)
  const rows = await writeDocument(
    db,
    kernel.keyring,
    asked.map(({ units }) => units),
    now,
    asked[0]?.born,
  )
  const document = await toldOnce({ ...(await writtenAhead(db, rows)), commands: asked.map(commandRow) })
  for (const change of asked.flatMap(({ units }) => erasesIn(units))) await kernel.keyring.destroy(db, change.caseId, change.subjectId)
  // The commit that follows goes with it.
  together(db)
  const written = db.query<{ seq: string | null }>({ name: 'write-commands', text: 'select * from write_commands($1)', values: [document] })
  return {
    answered: written.then(({ rows }) => {
      const receipts = new Map(asked.map((one, i) => [one, { ...one.receipt, seq: rows[i]?.seq ?? null }]))
      return answers.map((one) => (isAsked(one) ? { receipt: receipts.get(one) as Receipt } : one))
    }),
    committed: () => {
      for (const { units } of asked) keepState(kernel.keyring, units[0])
    },
  }
}

/** A row of `commands` as write_commands() takes it. */
const commandRow = ({ given: { request, digest }, units, born, receipt }: Asked) => {
  const last = born?.last ?? units.findLast(({ events }) => events.length > 0)?.events.at(-1)
  return {
    officer_id: request.actor.officerId,
    key: request.key,
    digest: digest.toString('base64'),
    answer: receipt,
    last_stream: last?.streamId ?? null,
    last_version: last?.version ?? null,
  }
}
