import type { AgreementState } from './contract.ts'
import type { AgreementEventType } from './events.ts'
import type { By } from './evolve.ts'

/** The part of an event that its type alone tells: where the case stands, and whose it is. */
export const reached = (state: AgreementState, type: AgreementEventType, { at, officerId, agencyId }: By): AgreementState => {
  switch (type) {
    case 'agreement.created':
      return { ...state, status: 'draft', ownerAgencyId: agencyId, drafterId: officerId, createdAt: at }
    case 'agreement.sent':
    case 'agreement.revised':
      // An amendment is negotiated while the text before it stays in force.
      return state.current === null ? { ...state, status: 'negotiating' } : state
    case 'agreement.cameIntoForce':
      return { ...state, status: 'in-force' }
    case 'agreement.ended':
      return { ...state, status: 'ended' }
    case 'agreement.discarded':
      return { ...state, status: 'discarded' }
    case 'agreement.edited':
    case 'agreement.commented':
    case 'agreement.resolved':
    case 'agreement.agreed':
    case 'agreement.agreementWithdrawn':
    case 'agreement.signed':
    case 'agreement.scanAttached':
    case 'agreement.proposed':
    case 'agreement.proposalWithdrawn':
    case 'agreement.endProposed':
    case 'agreement.endAgreed':
    case 'agreement.endRefused':
    case 'agreement.succeeded':
    case 'agreement.assigned':
    case 'agreement.assignmentCancelled':
    case 'agreement.tied':
    case 'agreement.untied':
    case 'agreement.evidenceAdded':
    case 'agreement.evidenceWithdrawn':
      return state
    default:
      return type satisfies never
  }
}
