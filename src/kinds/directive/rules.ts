import type { CommandSpec, Decider } from '../../kernel/streams/decider.ts'
import { availableForDirective } from './available.ts'
import { payloads, type CommandName, type DirectiveState } from './contract.ts'
import { decideDirective } from './decide.ts'
import { directiveEvents, type DirectiveEvent } from './events.ts'
import { evolveDirective, initialDirective } from './evolve.ts'
import { prepareDirective, type DirectiveFacts } from './facts.ts'
import { DIRECTIVE_NOTIFICATIONS, type DirectiveNotification } from './notification-texts.ts'
import { DIRECTIVE_PROBLEMS } from './problems.ts'
import { projectDirective } from './project.ts'

const SUMMARIES: Record<CommandName, CommandSpec['summary']> = {
  create: { vi: 'Lập bản nháp', en: 'Begin a draft' },
  edit: { vi: 'Sửa bản nháp', en: 'Change the draft' },
  issue: { vi: 'Ban hành', en: 'Issue' },
  addAssignment: { vi: 'Giao thêm nhiệm vụ', en: 'Add an assignment' },
  cancelAssignment: { vi: 'Huỷ nhiệm vụ', en: 'Cancel an assignment' },
  amendBy: { vi: 'Ghi văn bản sửa đổi', en: 'Note an amending document' },
  replaceBy: { vi: 'Ghi văn bản thay thế', en: 'Note a replacing document' },
  close: { vi: 'Kết thúc hồ sơ', en: 'Close' },
  discard: { vi: 'Huỷ bản nháp', en: 'Discard the draft' },
}

/** Those that change the parts of all who answer. */
const LARGE: ReadonlySet<string> = new Set<CommandName>(['issue', 'addAssignment', 'cancelAssignment', 'replaceBy', 'close'])

const commands: Record<string, CommandSpec> = Object.fromEntries(
  Object.entries(payloads).map(([name, payload]) => [
    name,
    { payload, summary: SUMMARIES[name as CommandName], creates: name === 'create', large: LARGE.has(name) },
  ]),
)

/** The rules of the stream 'directive': a document that orders work, and the case it opens. */
export const directiveDecider: Decider<DirectiveState, DirectiveEvent, DirectiveFacts | undefined, DirectiveNotification> = {
  type: 'directive',
  stateVersion: 1,
  events: directiveEvents,
  commands,
  initial: initialDirective,
  evolve: evolveDirective,
  available: availableForDirective,
  decide: decideDirective,
  project: projectDirective,
  prepare: prepareDirective,
  problems: DIRECTIVE_PROBLEMS,
  notifications: DIRECTIVE_NOTIFICATIONS,
}
