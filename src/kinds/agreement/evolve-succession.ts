import type { AgreementState, AgreementText, AgreementVersion } from './contract.ts'
import type { AgreementData } from './events.ts'

/**
 * The successor answers in place of a party that was merged: in the text in force and in what is negotiated. Past versions, signatures
 * and evidence keep the body of their day.
 */
export const succeeded = (state: AgreementState, { agencyId, successorId }: AgreementData<'agreement.succeeded'>): AgreementState => {
  const now = (id: string): string => (id === agencyId ? successorId : id)
  const open = (version: AgreementVersion): boolean => version.n === state.current || version.n === state.proposal
  return {
    ...state,
    ownerAgencyId: now(state.ownerAgencyId),
    versions: state.versions.map((version) =>
      open(version)
        ? {
            ...version,
            byAgencyId: now(version.byAgencyId),
            text: renamed(version.text, agencyId, successorId),
            signerIds: [...new Set(version.signerIds.map(now))],
            agreed: version.agreed.map((one) => ({ ...one, agencyId: now(one.agencyId) })),
            signatures: version.signatures.map((one) =>
              one.agencyId === agencyId ? { ...one, agencyId: successorId, formerId: one.formerId ?? agencyId } : one,
            ),
          }
        : version,
    ),
    ending: state.ending && {
      ...state.ending,
      byAgencyId: now(state.ending.byAgencyId),
      agreedIds: state.ending.agreedIds.map(now),
    },
  }
}

const renamed = (text: AgreementText, agencyId: string, successorId: string): AgreementText => {
  const now = <T extends string | null>(id: T): T | string => (id === agencyId ? successorId : id)
  return {
    ...text,
    parties: text.parties.map((party) =>
      party.agencyId === agencyId ? { ...party, agencyId: successorId, unitId: null, formerId: party.formerId ?? agencyId } : party,
    ),
    exchange: text.exchange.map((rule) => ({ ...rule, fromId: now(rule.fromId), toId: now(rule.toId) })),
    briefing: text.briefing && {
      ...text.briefing,
      hosts: text.briefing.hosts.map((id) => now(id)),
      firstHost: now(text.briefing.firstHost),
    },
    contactPoints: text.contactPoints.map((point) =>
      point.agencyId === agencyId ? { ...point, agencyId: successorId, unitId: null } : point,
    ),
  }
}
