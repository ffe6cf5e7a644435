import { problem } from '../problems/catalogue.ts'
import type { Context, Decision, FollowUp } from '../streams/decider.ts'
import type { FulfilmentCommandName } from './commands.ts'
import type { FulfilmentEvent } from './events.ts'
import type { FulfilmentFacts } from './facts.ts'
import type { FulfilmentState } from './state.ts'

export type FulfilmentContext = Context<FulfilmentFacts | undefined>

/** A decision of one event. */
export const one = (event: FulfilmentEvent): Decision => ({ events: [event] })

/** The same command on everything that was handed on from here; there it has no effect where it does not apply. */
export const toChildren = (state: FulfilmentState, command: FulfilmentCommandName, payload: object): FollowUp[] =>
  state.children.map((child) => ({ streamId: child.id, command, payload }))

/** Throws 'before-assigned' where the command would take effect before what it answers. */
export const notBefore = (moment: string | null, context: FulfilmentContext): void => {
  if (moment !== null && moment > context.effectiveAt.toISOString()) throw problem('before-assigned')
}
