import type { CommandSpec, Decider } from '../../kernel/streams/decider.ts'
import { availableForAgreement } from './available.ts'
import { payloads, type AgreementState, type CommandName } from './contract.ts'
import { decideAgreement } from './decide.ts'
import { agreementEvents, type AgreementEvent } from './events.ts'
import { evolveAgreement, initialAgreement } from './evolve.ts'
import { prepareAgreement, type AgreementFacts } from './facts.ts'
import { AGREEMENT_NOTIFICATIONS, type AgreementNotification } from './notification-texts.ts'
import { AGREEMENT_PROBLEMS } from './problems.ts'
import { projectAgreement } from './project.ts'

const SUMMARIES: Record<CommandName, CommandSpec['summary']> = {
  create: { vi: 'Lập bản nháp', en: 'Begin a draft' },
  edit: { vi: 'Sửa bản nháp', en: 'Change the draft' },
  send: { vi: 'Gửi các bên', en: 'Send to the parties' },
  discard: { vi: 'Huỷ dự thảo', en: 'Discard the draft' },
  revise: { vi: 'Gửi bản mới', en: 'Send a new version' },
  withdrawProposal: { vi: 'Rút đề nghị sửa đổi', en: 'Withdraw the amendment' },
  comment: { vi: 'Góp ý', en: 'Comment' },
  resolve: { vi: 'Giải quyết ý kiến', en: 'Resolve a comment' },
  agree: { vi: 'Đồng ý', en: 'Agree' },
  withdrawAgree: { vi: 'Rút đồng ý', en: 'Take the agreement back' },
  sign: { vi: 'Ghi nhận đã ký', en: 'Record the signature' },
  attachScan: { vi: 'Đính kèm bản ký', en: 'Attach the signed scan' },
  propose: { vi: 'Đề nghị sửa đổi', en: 'Propose an amendment' },
  proposeEnd: { vi: 'Đề nghị kết thúc', en: 'Propose to end it' },
  agreeEnd: { vi: 'Đồng ý kết thúc', en: 'Agree to end it' },
  refuseEnd: { vi: 'Không kết thúc', en: 'Refuse to end it' },
  succeed: { vi: 'Ghi nhận cơ quan kế thừa', en: 'Note a successor' },
  assign: { vi: 'Giao việc', en: 'Assign work' },
  cancelAssignment: { vi: 'Huỷ việc đã giao', en: 'Cancel an assignment' },
  tie: { vi: 'Gắn hồ sơ', en: 'Tie a case' },
  untie: { vi: 'Gỡ hồ sơ', en: 'Untie a case' },
  addEvidence: { vi: 'Thêm minh chứng', en: 'Add evidence' },
  withdrawEvidence: { vi: 'Rút minh chứng', en: 'Withdraw evidence' },
}

/** Those that change the parts of all who answer. */
const LARGE: ReadonlySet<string> = new Set<CommandName>(['assign', 'cancelAssignment', 'agreeEnd'])

const commands: Record<string, CommandSpec> = Object.fromEntries(
  Object.entries(payloads).map(([name, payload]) => [
    name,
    { payload, summary: SUMMARIES[name as CommandName], creates: name === 'create', large: LARGE.has(name) },
  ]),
)

/** The rules of the stream 'agreement': a coordination regulation that parties negotiate, sign, live by and amend. */
export const agreementDecider: Decider<AgreementState, AgreementEvent, AgreementFacts | undefined, AgreementNotification> = {
  type: 'agreement',
  stateVersion: 1,
  events: agreementEvents,
  commands,
  initial: initialAgreement,
  evolve: evolveAgreement,
  available: availableForAgreement,
  decide: decideAgreement,
  project: projectAgreement,
  prepare: prepareAgreement,
  problems: AGREEMENT_PROBLEMS,
  notifications: AGREEMENT_NOTIFICATIONS,
}
