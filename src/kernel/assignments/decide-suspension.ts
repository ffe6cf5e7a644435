import type { Decision } from '../streams/decider.ts'
import { admits } from './available.ts'
import type { FulfilmentPayload } from './commands.ts'
import { toChildren, type FulfilmentContext } from './decision.ts'
import { countDue, earlier, today } from './due.ts'
import type { FulfilmentEvent, KeptDue } from './events.ts'
import { dueOf } from './reporting.ts'
import { isUnanswered, type Base, type FulfilmentState } from './state.ts'

/** Stops the clock, and that of everything handed on from here. */
export const suspend = (state: FulfilmentState, { reason }: FulfilmentPayload<'suspend'>, context: FulfilmentContext): Decision => {
  if (admits(state, 'suspend', context)) return { events: [] }
  const event: FulfilmentEvent = { type: 'fulfilment.suspended', data: { reason, above: context.followUp } }
  return { events: [event], followUps: toChildren(state, 'suspend', { reason }) }
}

/**
 * Lets the clock run on and gives back the time that was lost. What was suspended with the assignment above runs on with it; what
 * its own asker suspended stays so.
 */
export const resume = (state: FulfilmentState, _: unknown, context: FulfilmentContext): Decision => {
  const { suspended } = state
  if (!suspended || (context.followUp && !suspended.above)) return { events: [] }
  const over = [...state.suspensions, { from: suspended.since, until: context.effectiveAt.toISOString() }]
  const anew = (base: Base, periodKey: string | null): KeptDue => {
    const due = countDue(base, over)
    const { parent } = context.facts ?? {}
    return parent ? (earlier(due, dueOf(parent, periodKey, today(context.effectiveAt))) ?? due) : due
  }
  const event: FulfilmentEvent = {
    type: 'fulfilment.resumed',
    data: {
      due: state.base && anew(state.base, null),
      dues: state.periods.filter(isUnanswered).map((period) => ({ key: period.key, due: anew(period.base, period.key) })),
      above: suspended.above,
    },
  }
  return { events: [event], followUps: toChildren(state, 'resume', {}) }
}
