import { dateWords } from '../../kernel/assignments/due.ts'
import type { NotifyChange } from '../../kernel/streams/change.ts'
import type { AgreementState } from './contract.ts'
import type { LoggedAgreementEvent } from './events.ts'
import type { AgreementNotification } from './notification-texts.ts'
import { current, openComments, partyIds, standing, working } from './standing.ts'

/** Who is told of an event, and what; never the agency that acted itself. Comments and answers go to those they concern alone. */
export const notificationsOf = (
  before: AgreementState,
  after: AgreementState,
  event: LoggedAgreementEvent,
): NotifyChange<AgreementNotification>[] => {
  const tell = (ids: readonly string[], what: AgreementNotification, day: string | null = null): NotifyChange<AgreementNotification>[] =>
    [...new Set(ids)]
      .filter((id) => id !== event.agencyId)
      .map((agencyId) => ({
        table: 'notify',
        streamId: event.streamId,
        caseId: event.caseId,
        agencyId,
        officerId: null,
        what,
        params: { title: (working(after) ?? standing(after))!.text.title, version: working(after)?.n ?? after.current, day },
        askerId: event.agencyId,
      }))
  const signers = working(after)?.signerIds ?? working(before)?.signerIds ?? []
  const parties = partyIds((current(after) ?? standing(after)!).text)
  switch (event.type) {
    case 'agreement.sent':
    case 'agreement.revised':
    case 'agreement.proposed':
      return tell(signers, event.type)
    case 'agreement.commented':
      return tell([working(after)!.byAgencyId], event.type)
    case 'agreement.resolved': {
      const asked = openComments(before).find((comment) => comment.id === event.data.commentId)
      return asked ? tell([asked.agencyId], event.type) : []
    }
    case 'agreement.agreed':
      return working(after)?.stage === 'signing' ? tell(signers, 'agreement.toSign') : tell([working(after)!.byAgencyId], event.type)
    case 'agreement.agreementWithdrawn':
    case 'agreement.discarded':
    case 'agreement.proposalWithdrawn':
      return tell(signers, event.type)
    case 'agreement.cameIntoForce':
      return tell([...parties, ...partyIds(current(before)?.text ?? current(after)!.text)], event.type, dateWords(event.data.from))
    case 'agreement.endProposed':
    case 'agreement.endRefused':
      return tell(parties, event.type)
    case 'agreement.ended':
      return tell(parties, event.type, dateWords(event.data.on))
    case 'agreement.succeeded':
      return tell([event.data.successorId], event.type)
    default:
      return []
  }
}
