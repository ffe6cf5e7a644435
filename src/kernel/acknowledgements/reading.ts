import { z } from 'zod'
import { problem, reason, refusal } from '../problems/catalogue.ts'
import type { Reason } from '../problems/problem.ts'
import { SIGHT, type Change } from '../streams/change.ts'
import type { Available, Command, Context, Decider, Decision, EventSpec, LoggedEvent } from '../streams/decider.ts'
import type { Look } from '../streams/look.ts'
import { readingId } from './ids.ts'

const id = z.uuid()

export const readingPayloads = {
  /** Marks clauses of the version as read; once all are, it can be confirmed. */
  read: z.object({ version: z.int().min(1), clauseIds: z.array(id).min(1).max(2_000) }),
  confirm: z.object({ version: z.int().min(1) }),
  ask: z.object({ officerId: id, agencyId: id }),
} as const

export const readingSchemas = {
  'reading.read': z.object({ version: z.int(), clauseIds: z.array(id) }),
  'reading.confirmed': z.object({ version: z.int() }),
  /** The officer is reminded. */
  'reading.asked': z.object({ officerId: id, agencyId: id }),
} as const

export type ReadingEvent = {
  [K in keyof typeof readingSchemas]: { type: K; data: z.infer<(typeof readingSchemas)[K]> }
}[keyof typeof readingSchemas]

/** What one officer has read; `version` is the one that the clauses belong to. */
export type ReadingState = {
  officerId: string
  version: number
  readClauseIds: string[]
  confirmed: { version: number; at: string } | null
  erased: boolean
}

type Facts = { version: number; clauseIds: string[]; open: boolean } | null
type ReadingContext = Context<Facts | undefined>

const initial = (): ReadingState => ({ officerId: '', version: 0, readClauseIds: [], confirmed: null, erased: false })

const evolve = (state: ReadingState, event: LoggedEvent<ReadingEvent>): ReadingState => {
  if ('erased' in event.data) return { ...state, erased: true }
  switch (event.type) {
    case 'reading.read': {
      const { version, clauseIds } = event.data
      const before = version === state.version ? state.readClauseIds : []
      return { ...state, officerId: event.officerId, version, readClauseIds: [...new Set([...before, ...clauseIds])] }
    }
    case 'reading.confirmed':
      return { ...state, officerId: event.officerId, confirmed: { version: event.data.version, at: event.effectiveAt.toISOString() } }
    case 'reading.asked':
      return { ...state, officerId: event.data.officerId }
    default:
      event satisfies never
      return state
  }
}

const available = (state: ReadingState, { actor, streamId, caseId, facts, followUp }: ReadingContext): Available => {
  const who = ((): Reason | null => {
    if (streamId !== readingId(caseId, actor.officerId)) return reason('not-yours')
    if (state.erased) return reason('erased')
    if (!facts?.open) return reason('nothing-to-read')
    return state.confirmed?.version === facts.version ? reason('already-confirmed') : null
  })()
  const unread = facts && who === null ? unreadIn(state, facts).length : 0
  return {
    read: who ?? true,
    confirm: who ?? (unread > 0 ? reason('read-first', { count: unread }) : true),
    ask: followUp ? true : reason('by-the-case'),
  }
}

const unreadIn = (state: ReadingState, facts: NonNullable<Facts>): string[] =>
  facts.clauseIds.filter((clauseId) => state.version !== facts.version || !state.readClauseIds.includes(clauseId))

const decide = (state: ReadingState, { name, payload }: Command, context: ReadingContext): Decision => {
  const verdict = available(state, context)[name]
  if (verdict !== true) throw verdict ? refusal(verdict) : problem('unknown-command')
  if (name === 'ask') return { events: [{ type: 'reading.asked', data: payload as z.infer<typeof readingPayloads.ask> }] }
  const facts = context.facts!
  const { version, clauseIds = [] } = payload as { version: number; clauseIds?: string[] }
  if (version !== facts.version) throw problem('version-passed', { version: facts.version })
  if (name === 'confirm') return { events: [{ type: 'reading.confirmed', data: { version } }] }
  if (clauseIds.some((clauseId) => !facts.clauseIds.includes(clauseId))) throw problem('clause-unknown')
  const unread = new Set(unreadIn(state, facts))
  const fresh = [...new Set(clauseIds)].filter((clauseId) => unread.has(clauseId))
  return { events: fresh.length > 0 ? [{ type: 'reading.read', data: { version, clauseIds: fresh } }] : [] }
}

const notifications = {
  'reading.asked': { vi: '{asker} nhắc đọc và xác nhận {number}', en: '{asker} reminds you to read and confirm {number}' },
}

const project = (before: ReadingState, after: ReadingState, event: LoggedEvent<ReadingEvent>): Change<keyof typeof notifications>[] => {
  if (after.erased) return []
  const { streamId, caseId, recordedAt } = event
  const changes: Change<keyof typeof notifications>[] = []
  if (before.officerId === '') {
    changes.push({
      table: 'visible',
      subjectId: after.officerId,
      streamId,
      caseId,
      level: SIGHT.part,
      reason: 'reading',
      from: recordedAt,
      until: null,
    })
  }
  if (event.type === 'reading.asked') {
    const { officerId, agencyId } = event.data
    changes.push({ table: 'notify', streamId, caseId, agencyId, officerId, what: 'reading.asked', params: {}, askerId: agencyId })
  }
  if (event.type === 'reading.confirmed') {
    const values = {
      case_id: caseId,
      officer_id: after.officerId,
      version: event.data.version,
      confirmed_at: event.effectiveAt.toISOString(),
    }
    changes.push({ table: 'row', into: 'reading', id: streamId, values })
  }
  return changes
}

export const readingEvents: Record<string, EventSpec> = Object.fromEntries(
  Object.entries(readingSchemas).map(([type, schema]) => [type, { version: 1, schema }]),
)

/** The rules by which an officer reads the text of a case clause by clause and confirms it. Seen by that officer alone. */
export const readingDecider: Decider<ReadingState, ReadingEvent, Facts | undefined, keyof typeof notifications> = {
  type: 'reading',
  inner: true,
  underCase: true,
  stateVersion: 1,
  events: readingEvents,
  commands: {
    read: { payload: readingPayloads.read, creates: 'also', summary: { vi: 'Đánh dấu đã đọc', en: 'Mark as read' } },
    confirm: { payload: readingPayloads.confirm, creates: 'also', summary: { vi: 'Xác nhận đã quán triệt', en: 'Confirm' } },
    ask: { payload: readingPayloads.ask, internal: true, summary: { vi: 'Nhắc đọc', en: 'Remind' } },
  },
  initial,
  evolve,
  available,
  decide,
  project,
  notifications,
  prepare: async (_state: ReadingState, _command: Command, { caseId }: Context, look: Look): Promise<Facts> => look.clauseText(caseId),
}
