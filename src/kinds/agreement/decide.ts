import { checkOwnFiles } from '../../kernel/documents/own-files.ts'
import type { Command, Decision } from '../../kernel/streams/decider.ts'
import { availableForAgreement, type AgreementContext } from './available.ts'
import type { AgreementState, CommandName, Payload } from './contract.ts'
import { agreeEnd, proposeEnd, succeed } from './decide-ending.ts'
import { agree, comment, propose, resolve, revise, send, sign, withdrawAgree } from './decide-negotiating.ts'
import { addEvidence, assign, cancelAssignment, tie, untie, withdrawEvidence } from './decide-work.ts'
import { one } from './decision.ts'
import { refusal } from './problems.ts'

type Handlers = { [N in CommandName]: (state: AgreementState, payload: Payload<N>, context: AgreementContext) => Decision }

/** Decides a command. Throws the problem of the reason that `available` gives, or one about the payload. */
export const decideAgreement = (state: AgreementState, command: Command, context: AgreementContext): Decision => {
  const name = command.name as CommandName
  const verdict = availableForAgreement(state, context)[name]
  if (verdict !== true) throw refusal(verdict!)
  const decided = HANDLERS[name] as (state: AgreementState, payload: unknown, context: AgreementContext) => Decision
  return decided(state, command.payload, context)
}

const HANDLERS: Handlers = {
  create: (_, { text }, { facts }) =>
    one({ type: 'agreement.created', data: { text, caseNumber: facts?.caseNumber ?? '', areaCode: facts?.areaCode ?? null } }),
  edit: (_, { text }) => one({ type: 'agreement.edited', data: { text } }),
  send,
  discard: (_, { reason }) => one({ type: 'agreement.discarded', data: { reason } }),
  revise,
  withdrawProposal: (_, { reason }) => one({ type: 'agreement.proposalWithdrawn', data: { reason } }),
  comment,
  resolve,
  agree,
  withdrawAgree,
  sign,
  attachScan: (_, { fileId, number }, { actor, caseId, facts }) => {
    checkOwnFiles([fileId], facts?.files, { agencyId: actor.agencyId, caseId })
    return one({ type: 'agreement.scanAttached', data: { fileId, number } })
  },
  propose,
  proposeEnd,
  agreeEnd,
  refuseEnd: (_, { reason }) => one({ type: 'agreement.endRefused', data: { reason } }),
  succeed,
  assign,
  cancelAssignment,
  tie,
  untie,
  addEvidence,
  withdrawEvidence,
}
