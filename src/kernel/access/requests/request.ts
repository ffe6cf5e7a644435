import { today, dateWords } from '../../assignments/due.ts'
import { localDate, localTime } from '../../clocks/zone.ts'
import { problem, reason, refusal } from '../../problems/catalogue.ts'
import type { Reason } from '../../problems/problem.ts'
import { type Change, SIGHT } from '../../streams/change.ts'
import type { Available, Command, Context, Decider, Decision } from '../../streams/decider.ts'
import { derivedId } from '../../streams/derived-id.ts'
import { requestsId } from './ids.ts'
import { REQUEST_DAY_MS, REQUESTS_A_DAY } from './limits.ts'
import {
  type AccessRequestEvent,
  accessRequestEvents,
  type AccessRequestState,
  type LoggedAccessRequestEvent,
  sendPayload,
} from './request-contract.ts'

const initial = (): AccessRequestState => ({ sent: [] })

/** What counts towards the limit at a moment. */
const withinDay = ({ sent }: AccessRequestState, now: Date): AccessRequestState['sent'] =>
  sent.filter(({ at }) => Date.parse(at) > now.getTime() - REQUEST_DAY_MS)

/** Who and when stand in the envelope, so that a request whose words were erased still counts. */
const evolve = (state: AccessRequestState, event: LoggedAccessRequestEvent): AccessRequestState => {
  switch (event.type) {
    case 'accessRequest.sent':
      return { sent: [...withinDay(state, event.recordedAt), { at: event.recordedAt.toISOString(), officerId: event.officerId }] }
    default:
      event.type satisfies never
      return state
  }
}

/** From when one more may be sent, where `most` were sent within the day. */
const freeAgain = (sent: AccessRequestState['sent'], most: number): Date | null => {
  const oldest = sent.at(-most)
  return oldest ? new Date(Date.parse(oldest.at) + REQUEST_DAY_MS) : null
}

/** A moment as a sentence names it: the time alone today, else with its day. */
const momentWords = (moment: Date, now: Date): string => {
  const [instant, time] = [moment.toISOString(), localTime(moment.toISOString())]
  return localDate(instant) === today(now) ? time : `${time} ${dateWords(localDate(instant))}`
}

const available = (state: AccessRequestState, { actor, streamId, now }: Context): Available => {
  const why = ((): Reason | null => {
    if (streamId !== requestsId(actor.agencyId)) return reason('own-agency-only')
    const sent = withinDay(state, now)
    const { officer, agency } = REQUESTS_A_DAY
    const own = freeAgain(
      sent.filter(({ officerId }) => officerId === actor.officerId),
      officer,
    )
    if (own) return reason('access-limit-officer', { most: officer, time: momentWords(own, now) })
    const all = freeAgain(sent, agency)
    return all ? reason('access-limit-agency', { most: agency, time: momentWords(all, now) }) : null
  })()
  return { send: why ?? true }
}

const decide = (state: AccessRequestState, command: Command, context: Context): Decision => {
  const verdict = available(state, context)[command.name]
  if (verdict !== true) throw verdict ? refusal(verdict) : problem('unknown-command')
  const { number, reason: why } = sendPayload.parse(command.payload)
  const requestId = derivedId(`${context.streamId}/${context.version + 1}`)
  return { events: [{ type: 'accessRequest.sent', data: { requestId, number, reason: why } }] }
}

const project = (_before: AccessRequestState, after: AccessRequestState, event: LoggedAccessRequestEvent): Change[] => {
  const { streamId, caseId, version, agencyId, recordedAt } = event
  const sight: Change = {
    table: 'visible',
    subjectId: agencyId,
    streamId,
    caseId,
    level: SIGHT.part,
    reason: 'own-requests',
    from: recordedAt,
    until: null,
  }
  const row: Change[] =
    'erased' in event.data || after.sent.length === 0
      ? []
      : [
          {
            table: 'row',
            into: 'access_request',
            id: event.data.requestId,
            values: { stream_id: streamId, version, agency_id: agencyId, at: recordedAt.toISOString() },
          },
        ]
  return version === 1 ? [sight, ...row] : row
}

/**
 * The rules by which an agency asks to read what it knows by number alone: its own stream, seen by itself. Whether a case bears the number is neither
 * looked up nor recorded here, so that the way and the answer are the same whatever there is; the worker goes on from there (delivery.ts).
 */
export const accessRequestDecider: Decider<AccessRequestState, AccessRequestEvent> = {
  type: 'access-request',
  stateVersion: 1,
  events: accessRequestEvents,
  commands: {
    send: {
      payload: sendPayload,
      creates: 'also',
      internal: true,
      summary: { vi: 'Xin quyền xem theo số, ký hiệu', en: 'Ask for access by number' },
    },
  },
  initial,
  evolve,
  available,
  decide,
  project,
}
