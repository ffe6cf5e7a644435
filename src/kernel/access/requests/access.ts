import { SYSTEM_OFFICER } from '../actor.ts'
import { today } from '../../assignments/due.ts'
import { endOfDay } from '../../clocks/zone.ts'
import { problem, reason, refusal } from '../../problems/catalogue.ts'
import type { Reason } from '../../problems/problem.ts'
import type { Available, Command, Context, Decider, Decision } from '../../streams/decider.ts'
import { type AccessEvent, accessEvents, accessPayloads, type AccessState, type LoggedAccessEvent } from './access-contract.ts'
import { type AccessNotification, accessNotifications, projectAccess } from './access-project.ts'

const initial = (): AccessState => ({
  stand: 'none',
  agencyId: '',
  ownerAgencyId: '',
  number: '',
  requests: [],
  until: null,
  endsAt: null,
  words: '',
  answeredAt: null,
  erased: false,
})

const evolve = (state: AccessState, event: LoggedAccessEvent): AccessState => {
  if ('erased' in event.data) return { ...state, erased: true }
  const answeredAt = event.recordedAt.toISOString()
  switch (event.type) {
    case 'access.asked': {
      const { agencyId, ownerAgencyId, number } = event.data
      return { ...state, stand: 'asked', agencyId, ownerAgencyId, number, requests: [requestOf(event.data)] }
    }
    case 'access.repeated':
      return { ...state, requests: [...state.requests, requestOf(event.data)] }
    case 'access.granted': {
      const { until, endsAt, note } = event.data
      return { ...state, stand: 'granted', until, endsAt, words: note, answeredAt }
    }
    case 'access.refused':
      return { ...state, stand: 'refused', words: event.data.reason, answeredAt }
    case 'access.left':
      return { ...state, stand: 'left', words: event.data.reason, answeredAt }
    case 'access.withdrawn':
      return { ...state, stand: 'withdrawn', words: event.data.reason, answeredAt }
    case 'access.ended':
      return { ...state, stand: 'ended', answeredAt }
    default:
      event satisfies never
      return state
  }
}

const requestOf = ({ requestId, officerId, reason: why, at }: { requestId: string; officerId: string; reason: string; at: string }) => ({
  id: requestId,
  officerId,
  reason: why,
  at,
})

const available = (state: AccessState, { actor, now }: Context): Available => {
  const system = actor.officerId === SYSTEM_OFFICER
  const bySystem: true | Reason = system ? true : reason('by-the-case')
  const who = ((): Reason | null => {
    if (actor.agencyId !== state.ownerAgencyId) return reason('owner-only')
    if (state.erased) return reason('erased')
    return actor.rights.includes('issue') ? null : reason('no-right')
  })()
  const answer = who ?? (state.stand === 'asked' ? true : reason('access-answered'))
  const over = state.endsAt !== null && Date.parse(state.endsAt) <= now.getTime()
  return {
    ask: bySystem !== true ? bySystem : state.stand === 'none' || state.stand === 'asked' ? true : reason('access-answered'),
    grant: answer,
    refuse: answer,
    leave: answer,
    withdraw: who ?? (state.stand === 'granted' && !over ? true : reason('access-not-granted')),
    end: bySystem !== true ? bySystem : state.stand === 'granted' && over ? true : reason('access-not-granted'),
  }
}

const decide = (state: AccessState, { name, payload }: Command, context: Context): Decision => {
  const verdict = available(state, context)[name]
  if (verdict !== true) throw verdict ? refusal(verdict) : problem('unknown-command')
  const { agencyId } = state
  switch (name as keyof typeof accessPayloads) {
    case 'ask':
      return ask(state, accessPayloads.ask.parse(payload))
    case 'grant':
      return grant(agencyId, accessPayloads.grant.parse(payload), context)
    case 'refuse':
      return { events: [{ type: 'access.refused', data: { agencyId, ...accessPayloads.refuse.parse(payload) } }] }
    case 'leave':
      return { events: [{ type: 'access.left', data: { agencyId, ...accessPayloads.leave.parse(payload) } }] }
    case 'withdraw':
      return { events: [{ type: 'access.withdrawn', data: { agencyId, ...accessPayloads.withdraw.parse(payload) } }] }
    default:
      return { events: [{ type: 'access.ended', data: { agencyId } }] }
  }
}

/** The first request opens the ask; the next of the same agency joins it, once. */
const ask = (state: AccessState, { ownerAgencyId, ...asked }: AccessEventData<'access.asked'>): Decision => {
  if (state.stand === 'none') return { events: [{ type: 'access.asked', data: { ...asked, ownerAgencyId } }] }
  if (state.requests.some(({ id }) => id === asked.requestId)) return { events: [] }
  if (asked.agencyId !== state.agencyId) throw problem('bad-input', { path: 'agencyId' })
  return { events: [{ type: 'access.repeated', data: asked }] }
}

type AccessEventData<T extends AccessEvent['type']> = Extract<AccessEvent, { type: T }>['data']

/** A day to read until is included: it ends at 24:00 in Viet Nam. */
const grant = (agencyId: string, { until, note }: { until: string | null; note: string }, { now }: Context): Decision => {
  if (until !== null && until < today(now)) throw problem('day-past')
  return { events: [{ type: 'access.granted', data: { agencyId, until, endsAt: until && endOfDay(until), note } }] }
}

/**
 * The rules by which the agency that runs a case answers who asks to read it. Seen by that agency, and by the one that asked once it was answered:
 * what is left without an answer is never told.
 */
export const accessDecider: Decider<AccessState, AccessEvent, undefined, AccessNotification> = {
  type: 'access',
  inner: true,
  underCase: true,
  stateVersion: 1,
  events: accessEvents,
  commands: {
    ask: { payload: accessPayloads.ask, creates: 'also', internal: true, summary: { vi: 'Xin quyền xem', en: 'Ask for access' } },
    grant: { payload: accessPayloads.grant, summary: { vi: 'Cho xem', en: 'Grant access' } },
    refuse: { payload: accessPayloads.refuse, summary: { vi: 'Từ chối, báo lý do', en: 'Refuse and say why' } },
    leave: { payload: accessPayloads.leave, summary: { vi: 'Không trả lời', en: 'Leave without an answer' } },
    withdraw: { payload: accessPayloads.withdraw, summary: { vi: 'Thôi cho xem', en: 'Withdraw access' } },
    end: { payload: accessPayloads.end, internal: true, summary: { vi: 'Hết thời hạn xem', en: 'End access' } },
  },
  initial,
  evolve,
  available,
  decide,
  project: projectAccess,
  notifications: accessNotifications,
}
