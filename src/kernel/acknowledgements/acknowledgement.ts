import { readStanding, requireStanding, type Standing } from '../agencies/streams/standing.ts'
import { countDue, today } from '../assignments/due.ts'
import { isDivision } from '../assignments/facts.ts'
import { problem, reason, refusal } from '../problems/catalogue.ts'
import type { Reason } from '../problems/problem.ts'
import { SIGHT, type Change } from '../streams/change.ts'
import type { Available, Command, Context, Decider, Decision } from '../streams/decider.ts'
import type { Look } from '../streams/look.ts'
import {
  acknowledgementEvents,
  acknowledgementPayloads,
  type AcknowledgementEvent,
  type AcknowledgementState,
  type LoggedAcknowledgementEvent,
} from './acknowledgement-contract.ts'
import { acknowledgementId, readingId } from './ids.ts'

type Facts = {
  /** Whether the case has a text to read now. */
  open?: boolean
  /** Units that are named, and the divisions among them by the agency above. */
  units?: Standing[]
  /** Officers who must read and have not confirmed; known to the rule alone. */
  missing?: string[]
  /** Those among them who have a stream of their own already. */
  begun?: string[]
}
type AcknowledgementContext = Context<Facts | undefined>

const initial = (): AcknowledgementState => ({
  agencyId: '',
  active: false,
  all: false,
  unitIds: [],
  dueOn: null,
  remindedAt: null,
  erased: false,
})

const evolve = (state: AcknowledgementState, event: LoggedAcknowledgementEvent): AcknowledgementState => {
  if ('erased' in event.data) return { ...state, agencyId: event.agencyId, active: false, erased: true }
  switch (event.type) {
    case 'acknowledgement.required': {
      const { all, unitIds, dueOn } = event.data
      return { ...state, agencyId: event.agencyId, active: true, all, unitIds, dueOn }
    }
    case 'acknowledgement.reminded':
      return { ...state, remindedAt: event.effectiveAt.toISOString() }
    case 'acknowledgement.stopped':
      return { ...state, active: false }
    default:
      event satisfies never
      return state
  }
}

const prepare = async (state: AcknowledgementState, { name, payload }: Command, { caseId, actor }: Context, look: Look): Promise<Facts> => {
  const open = (await look.clauseText(caseId))?.open ?? false
  if (name === 'require') return { open, units: await readStanding(look, (payload as { unitIds: string[] }).unitIds) }
  if (name !== 'remind' || !state.active) return { open }
  const missing = await look.unreadOfficers(caseId, actor.agencyId, state.all ? null : state.unitIds)
  const streams = await look.states(
    'reading',
    missing.map((officerId) => readingId(caseId, officerId)),
  )
  return { open, missing, begun: streams.map(({ id }) => id) }
}

const available = (state: AcknowledgementState, context: AcknowledgementContext): Available => {
  const { actor, streamId, caseId, facts, effectiveAt } = context
  const who = ((): Reason | null => {
    if (streamId !== acknowledgementId(caseId, actor.agencyId)) return reason('own-agency-only')
    if (state.erased) return reason('erased')
    if (!actor.rights.includes('issue')) return reason('no-right')
    return facts?.open ? null : reason('nothing-to-read')
  })()
  const running = who ?? (state.active ? null : reason('not-required-yet'))
  const reminded = state.remindedAt !== null && today(new Date(state.remindedAt)) >= today(effectiveAt)
  return {
    require: who ?? true,
    remind: running ?? (reminded ? reason('reminded-today') : true),
    stop: running ?? true,
  }
}

const decide = (state: AcknowledgementState, command: Command, context: AcknowledgementContext): Decision => {
  const verdict = available(state, context)[command.name]
  if (verdict !== true) throw verdict ? refusal(verdict) : problem('unknown-command')
  switch (command.name) {
    case 'require':
      return require(command.payload as { all: boolean; unitIds: string[]; dueOn: string | null }, context)
    case 'remind':
      return remind(context)
    default:
      return { events: [{ type: 'acknowledgement.stopped', data: {} }] }
  }
}

const require = (
  { all, unitIds, dueOn }: { all: boolean; unitIds: string[]; dueOn: string | null },
  { facts, actor, now, effectiveAt }: AcknowledgementContext,
): Decision => {
  for (const standing of facts?.units ?? []) {
    const unit = requireStanding(standing, today(now))
    if (unit.id !== actor.agencyId && !(isDivision(unit) && unit.parentId === actor.agencyId)) throw problem('not-in-agency')
  }
  const counted = dueOn ? countDue({ date: dueOn, inclusive: true, article: null, since: effectiveAt.toISOString(), after: 0 }) : null
  if (counted && counted.dueAt <= effectiveAt.toISOString()) throw problem('day-past')
  const due = counted && { dueAt: counted.dueAt, soonAt: counted.soonAt }
  return { events: [{ type: 'acknowledgement.required', data: { all, unitIds: all ? [] : [...new Set(unitIds)], dueOn, due } }] }
}

/** Each officer who has not confirmed is told in a stream of their own, so that no list of them stands anywhere. */
const remind = ({ facts, caseId, actor }: AcknowledgementContext): Decision => {
  const missing = facts?.missing ?? []
  if (missing.length === 0) throw problem('nobody-missing')
  const begun = new Set(facts?.begun)
  const streams = missing.map((officerId) => ({ officerId, id: readingId(caseId, officerId) }))
  return {
    events: [{ type: 'acknowledgement.reminded', data: { count: missing.length } }],
    children: streams
      .filter(({ id }) => !begun.has(id))
      .map(({ officerId, id }) => ({
        type: 'reading',
        id,
        events: [{ type: 'reading.asked', data: { officerId, agencyId: actor.agencyId } }],
      })),
    followUps: streams
      .filter(({ id }) => begun.has(id))
      .map(({ officerId, id }) => ({ streamId: id, command: 'ask', payload: { officerId, agencyId: actor.agencyId } })),
  }
}

const project = (before: AcknowledgementState, after: AcknowledgementState, event: LoggedAcknowledgementEvent): Change[] => {
  if (after.erased) return []
  const { streamId, caseId, agencyId, recordedAt, effectiveAt } = event
  const sight: Change = {
    table: 'visible',
    subjectId: after.agencyId,
    streamId,
    caseId,
    level: SIGHT.part,
    reason: 'acknowledgement',
    from: recordedAt,
    until: null,
  }
  const due = event.type === 'acknowledgement.required' ? event.data.due : undefined
  if (event.type === 'acknowledgement.reminded') return []
  const values = {
    case_id: caseId,
    agency_id: agencyId,
    whole: after.all,
    unit_ids: after.unitIds,
    due_on: after.dueOn,
    due_at: due?.dueAt ?? null,
    soon_at: due?.soonAt ?? null,
    active: after.active,
    since: effectiveAt.toISOString(),
  }
  return [...(before.agencyId === '' ? [sight] : []), { table: 'row', into: 'acknowledgement', id: streamId, values }]
}

/** The rules by which an agency has its officers read the text of a case (quán triệt). Seen by that agency alone. */
export const acknowledgementDecider: Decider<AcknowledgementState, AcknowledgementEvent, Facts | undefined> = {
  type: 'acknowledgement',
  inner: true,
  underCase: true,
  stateVersion: 1,
  events: acknowledgementEvents,
  commands: {
    require: {
      payload: acknowledgementPayloads.require,
      creates: 'also',
      summary: { vi: 'Chọn đơn vị phải đọc', en: 'Choose who must read' },
    },
    remind: { payload: acknowledgementPayloads.remind, creates: 'also', summary: { vi: 'Nhắc đọc', en: 'Remind' } },
    stop: { payload: acknowledgementPayloads.stop, creates: 'also', summary: { vi: 'Dừng yêu cầu đọc', en: 'Stop asking' } },
  },
  initial,
  evolve,
  available,
  decide,
  project,
  prepare,
}
