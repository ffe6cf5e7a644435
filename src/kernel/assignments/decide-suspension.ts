import type { Decision } from '../streams/decider.ts'
import { admits } from './available.ts'
import type { FulfilmentPayload } from './commands.ts'
import { toChildren, type FulfilmentContext } from './decision.ts'
import { countDue, earlier, today } from './due.ts'
import type { FulfilmentEvent, KeptDue } from './events.ts'
import { setPeriod } from './evolve-periods.ts'
import { dueOf, periodsInReach } from './reporting.ts'
import type { Base, FulfilmentState } from './state.ts'

/** Stops the clock, and that of everything handed on from here. */
export const suspend = (state: FulfilmentState, { reason }: FulfilmentPayload<'suspend'>, context: FulfilmentContext): Decision => {
  if (admits(state, 'suspend', context)) return { events: [] }
  const event: FulfilmentEvent = { type: 'fulfilment.suspended', data: { reason, above: context.followUp } }
  return { events: [event], followUps: toChildren(state, 'suspend', { reason }) }
}

/** Lets the clock run on and gives back the time that was lost, no further than the one above allows. */
export const resume = (state: FulfilmentState, _: FulfilmentPayload<'resume'>, context: FulfilmentContext): Decision => {
  const parent = context.facts?.parent
  return runOn(state, context, (periodKey) => (parent ? dueOf(parent, periodKey, today(context.effectiveAt)) : null))
}

/** Runs on with the assignment above. What its own asker suspended, or was not suspended at all, stays as it is. */
export const resumeBelow = (state: FulfilmentState, { limits }: FulfilmentPayload<'resumeBelow'>, context: FulfilmentContext): Decision =>
  state.suspended?.above === true
    ? runOn(state, context, (periodKey) => limits.find((limit) => limit.periodKey === periodKey)?.due ?? null)
    : { events: [] }

const runOn = (state: FulfilmentState, context: FulfilmentContext, most: (periodKey: string | null) => KeptDue | null): Decision => {
  const suspensions = [...state.suspensions, { from: state.suspended!.since, until: context.effectiveAt.toISOString() }]
  const anew = (base: Base, periodKey: string | null): KeptDue => earlier(countDue(base, suspensions), most(periodKey))!
  const due = state.base && anew(state.base, null)
  // A period that is answered may still be returned, so its limit gets the time back as well.
  const unconfirmed = state.periods.filter((period) => period.answer !== 'confirmed')
  const dues = unconfirmed.map((period) => ({ key: period.key, due: anew(period.base, period.key) }))
  const event: FulfilmentEvent = { type: 'fulfilment.resumed', data: { due, dues, above: context.followUp } }
  const moved = { ...state, suspensions, periods: dues.reduce((all, one) => setPeriod(all, one.key, { due: one.due }), state.periods) }
  const limits = [
    ...(due ? [{ periodKey: null, due }] : []),
    ...periodsInReach(moved, today(context.now)).map((period) => ({ periodKey: period.key, due: period.due })),
  ]
  return { events: [event], followUps: toChildren(state, 'resumeBelow', { limits }) }
}
