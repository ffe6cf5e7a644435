import { localDate } from '../clocks/zone.ts'
import type { RowChange } from '../streams/change.ts'
import { derivedId } from '../streams/derived-id.ts'
import type { LoggedFulfilmentEvent } from './events.ts'
import type { FulfilmentState, Submission } from './state.ts'

/** The id of the nth result (from 0) that was handed in for a fulfilment. */
export const submissionId = (fulfilmentId: string, nth: number): string => derivedId(`${fulfilmentId}/submission/${nth}`)

const STATE: Record<Submission['outcome'], string> = {
  waiting: 'submitted',
  confirmed: 'confirmed',
  returned: 'returned',
  withdrawn: 'withdrawn',
}

/**
 * Results as evidence, those alone that the event changed. What was handed on inside an agency is no evidence of its own: the
 * agency's result counts once.
 */
export const evidenceOf = (before: FulfilmentState, after: FulfilmentState, { streamId, caseId }: LoggedFulfilmentEvent): RowChange[] => {
  const { assignmentId, agencyId, title, parentId } = after.assignment!
  if (parentId !== null || before.submissions === after.submissions) return []
  return after.submissions.flatMap((submission, nth): RowChange[] => {
    if (before.submissions[nth]?.outcome === submission.outcome) return []
    const values = {
      case_id: caseId,
      stream_id: streamId,
      label: null,
      assignment_id: assignmentId,
      agency_id: agencyId,
      on_day: localDate(submission.at),
      title,
      state: STATE[submission.outcome],
    }
    return [{ table: 'row', into: 'evidence', id: submissionId(streamId, nth), values }]
  })
}
