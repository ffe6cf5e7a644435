import { refusal } from '../problems/catalogue.ts'
import type { Command, Decision } from '../streams/decider.ts'
import { admits, availableForFulfilment } from './available.ts'
import type { FulfilmentCommandName, FulfilmentPayload } from './commands.ts'
import { confirm, giveBack, report, reportNothing, submit, withdraw } from './decide-answers.ts'
import { delegate, handOn } from './decide-handing-on.ts'
import { askExtension, changeDeadline, followLimit, grantExtension } from './decide-limits.ts'
import { resume, resumeBelow, suspend } from './decide-suspension.ts'
import { one, toChildren, type FulfilmentContext } from './decision.ts'
import type { FulfilmentState } from './state.ts'

type Handlers = {
  [N in FulfilmentCommandName]: (state: FulfilmentState, payload: FulfilmentPayload<N>, context: FulfilmentContext) => Decision
}

/** Decides a command. Throws the problem of the reason that `available` gives, or one about the payload. */
export const decideFulfilment = (state: FulfilmentState, command: Command, context: FulfilmentContext): Decision => {
  const name = command.name as FulfilmentCommandName
  const verdict = availableForFulfilment(state, context)[name]
  if (verdict !== true) throw refusal(verdict!)
  const decided = HANDLERS[name] as (state: FulfilmentState, payload: unknown, context: FulfilmentContext) => Decision
  return decided(state, command.payload, context)
}

const HANDLERS: Handlers = {
  accept: (_, { note }) => one({ type: 'fulfilment.accepted', data: { note: note || null } }),
  decline: (_, { reason }) => one({ type: 'fulfilment.declined', data: { reason } }),
  report,
  submit,
  withdraw,
  reportNothing,
  askExtension,
  handOn,
  delegate,
  confirm,
  return: giveBack,
  grantExtension,
  refuseExtension: (_, { reason }) => one({ type: 'fulfilment.extensionRefused', data: { reason } }),
  uphold: (_, { note }) => one({ type: 'fulfilment.upheld', data: { note } }),
  suspend,
  resume,
  cancel: (state, { reason }, context) => ({
    events: admits(state, 'cancel', context) ? [] : [{ type: 'fulfilment.cancelled', data: { reason } }],
    followUps: toChildren(state, 'cancel', { reason }),
  }),
  chase: (_, { message }) => one({ type: 'fulfilment.chased', data: { message: message || null } }),
  changeDeadline,
  finish: (state, _, context) => ({
    // What is confirmed or cancelled already stays so, but work handed on from it ends too.
    events: admits(state, 'cancel', context) ? [] : [{ type: 'fulfilment.finished', data: {} }],
    followUps: toChildren(state, 'finish', {}),
  }),
  limit: followLimit,
  resumeBelow,
}
