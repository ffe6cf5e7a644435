import { SIGHT, type Change } from '../../kernel/streams/change.ts'
import { derivedId } from '../../kernel/streams/derived-id.ts'
import type { AgreementState } from './contract.ts'
import type { LoggedAgreementEvent } from './events.ts'
import { current, partyIds } from './standing.ts'

const FOREVER = 'infinity'

/** What is done for a clause: links to its assignments and to cases that are tied to it, and evidence recorded for it. */
export const projectWork = (after: AgreementState, event: LoggedAgreementEvent): Change[] => {
  const { caseId, streamId, agencyId, effectiveAt, recordedAt } = event
  const link = (label: string, what: 'assignment' | 'case', toId: string, until = FOREVER): Change => ({
    table: 'row',
    into: 'link',
    id: derivedId(`${caseId}/${label}/${toId}`),
    values: { from_case: caseId, label, what, to_id: toId, by_agency: agencyId, since: effectiveAt.toISOString(), until },
  })
  switch (event.type) {
    case 'agreement.assigned':
      return [link(event.data.clauseId, 'assignment', event.data.assignment.id), ...sightOfOrdered(after, event)]
    case 'agreement.tied':
      return [link(event.data.clauseId, 'case', event.data.caseId)]
    case 'agreement.untied':
      return [link(event.data.clauseId, 'case', event.data.caseId, recordedAt.toISOString())]
    case 'agreement.evidenceAdded':
    case 'agreement.evidenceWithdrawn': {
      const { evidenceId } = event.data
      const entry = after.evidence.find((known) => known.id === evidenceId)
      if (!entry) return []
      const values = {
        case_id: caseId,
        stream_id: streamId,
        label: entry.clauseId,
        assignment_id: null,
        agency_id: entry.agencyId,
        on_day: entry.on,
        title: entry.title,
        state: entry.withdrawn ? 'withdrawn' : 'recorded',
      }
      return [{ table: 'row', into: 'evidence', id: evidenceId, values }]
    }
    default:
      return []
  }
}

/**
 * Subordinates that get work, or help in it, see the agreement by its header alone, beside their own part: the text and what the parties
 * said of it stay among the parties.
 */
const sightOfOrdered = (after: AgreementState, event: LoggedAgreementEvent): Change[] => {
  if (event.type !== 'agreement.assigned') return []
  const parties = partyIds(current(after)!.text)
  const { leadIds, coordinatingIds } = event.data.assignment
  return [...leadIds, ...coordinatingIds]
    .filter((id) => !parties.includes(id))
    .map((subjectId) => ({
      table: 'visible',
      subjectId,
      streamId: event.caseId,
      caseId: event.caseId,
      level: SIGHT.header,
      reason: 'assigned',
      from: event.effectiveAt,
      until: null,
    }))
}
