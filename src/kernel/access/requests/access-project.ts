import { dateWords } from '../../assignments/due.ts'
import { type Change, SIGHT } from '../../streams/change.ts'
import type { AccessState, LoggedAccessEvent } from './access-contract.ts'
import { requestsId } from './ids.ts'

export const accessNotifications = {
  'access.asked': { vi: '{asker} xin quyền xem {number}', en: '{asker} asks for access to {number}' },
  'access.granted': { vi: '{asker} cho xem {number}, không đặt thời hạn', en: '{asker} granted access to {number}, without a limit' },
  'access.grantedUntil': { vi: '{asker} cho xem {number} đến hết {day}', en: '{asker} granted access to {number} until {day}' },
  'access.refused': { vi: '{asker} từ chối cho xem {number}', en: '{asker} refused access to {number}' },
  'access.withdrawn': { vi: '{asker} thôi cho xem {number}', en: '{asker} withdrew access to {number}' },
  'access.ended': { vi: 'Hết thời hạn xem {number}', en: 'Access to {number} has ended' },
} as const

export type AccessNotification = keyof typeof accessNotifications

/** Answers that the agency that asked is told of. */
const TOLD = new Set<AccessState['stand']>(['granted', 'refused', 'withdrawn', 'ended'])

/** What an event changes: the owner's desk, who reads the case, who is told. */
export const projectAccess = (before: AccessState, after: AccessState, event: LoggedAccessEvent): Change<AccessNotification>[] => {
  if (after.erased || 'erased' in event.data) return []
  const { streamId, caseId, recordedAt } = event
  const { agencyId, ownerAgencyId } = after
  const sight = (subjectId: string, reason: string): Change => ({
    table: 'visible',
    subjectId,
    streamId,
    caseId,
    level: SIGHT.part,
    reason,
    from: recordedAt,
    until: null,
  })
  const changes: Change<AccessNotification>[] = [rowOf(after, event)]
  if (before.stand === 'none') changes.push(sight(ownerAgencyId, 'access-owner'))
  if (!TOLD.has(before.stand) && TOLD.has(after.stand)) changes.push(sight(agencyId, 'access-asker'))
  if (after.stand === 'asked') changes.push(askOf(after, event))
  else if (before.stand === 'asked') changes.push({ table: 'asks', streamId, caseId, rows: [] })
  switch (event.type) {
    case 'access.asked':
    case 'access.repeated':
      return [...changes, notice(event, ownerAgencyId, caseId, 'access.asked', agencyId, {})]
    case 'access.granted': {
      const { until, endsAt } = event.data
      const what = until ? 'access.grantedUntil' : 'access.granted'
      return [
        ...changes,
        { table: 'reader', caseId, streamId, agencyId, from: recordedAt, until: endsAt ? new Date(endsAt) : null },
        notice(event, agencyId, caseId, what, ownerAgencyId, until ? { day: dateWords(until) } : {}),
      ]
    }
    case 'access.withdrawn':
      return [
        ...changes,
        { table: 'reader', caseId, streamId, agencyId, from: recordedAt, until: recordedAt },
        notice(event, agencyId, requestsId(agencyId), 'access.withdrawn', ownerAgencyId, { number: after.number }),
      ]
    case 'access.refused':
    case 'access.ended':
      return [...changes, notice(event, agencyId, requestsId(agencyId), event.type, ownerAgencyId, { number: after.number })]
    case 'access.left':
      return changes
    default:
      event satisfies never
      return changes
  }
}

const rowOf = (state: AccessState, { streamId, caseId }: LoggedAccessEvent): Change => ({
  table: 'row',
  into: 'case_access',
  id: streamId,
  values: {
    case_id: caseId,
    request_ids: state.requests.map(({ id }) => id),
    agency_id: state.agencyId,
    owner_agency_id: state.ownerAgencyId,
    state: state.stand,
    told: TOLD.has(state.stand),
    asked_at: state.requests[0]!.at,
    answered_at: state.answeredAt,
    ends_at: state.endsAt,
  },
})

/**
 * The owner's desk. As asker stands the owner itself: an agency sees what it asks of others, and must not see that its number fitted. Who asks is told
 * where the desk is read (desk-askers.ts).
 */
const askOf = ({ ownerAgencyId, number, requests }: AccessState, { streamId, caseId }: LoggedAccessEvent): Change => ({
  table: 'asks',
  streamId,
  caseId,
  rows: [
    {
      agencyId: ownerAgencyId,
      act: 'answerAccess',
      title: number,
      askerId: ownerAgencyId,
      verb: 'access-asked',
      dueAt: null,
      since: new Date(requests[0]!.at),
    },
  ],
})

/** `seenWith`: the case where the agency sees it, else the stream of its own requests, so that nothing it may not see is named. */
const notice = (
  { streamId }: LoggedAccessEvent,
  agencyId: string,
  seenWith: string,
  what: AccessNotification,
  askerId: string,
  params: Record<string, string>,
): Change<AccessNotification> => ({ table: 'notify', streamId, caseId: seenWith, agencyId, officerId: null, what, params, askerId })
