import { problem } from '../problems/catalogue.ts'
import type { Decision } from '../streams/decider.ts'
import type { FulfilmentPayload } from './commands.ts'
import { one, toChildren, type FulfilmentContext } from './decision.ts'
import { countDue, dayWords, endsLater, today } from './due.ts'
import type { FulfilmentEvent, KeptDue } from './events.ts'
import { dueOf, periodsInReach } from './reporting.ts'
import { currentDue, currentPeriod, isOver, type FulfilmentState } from './state.ts'

/** Asks for more time for the limit that runs now. */
export const askExtension = (
  state: FulfilmentState,
  { until, reason }: FulfilmentPayload<'askExtension'>,
  context: FulfilmentContext,
): Decision => {
  const due = count(state, until, true, null)
  checkLater(due, currentDue(state))
  checkAhead(due, context)
  return one({ type: 'fulfilment.extensionAsked', data: { until, reason, periodKey: currentPeriod(state)?.key ?? null } })
}

/** Gives more time, to the day asked for or another, also after the old limit has passed. */
export const grantExtension = (
  state: FulfilmentState,
  { until, note }: FulfilmentPayload<'grantExtension'>,
  context: FulfilmentContext,
): Decision => {
  const key = state.extension?.periodKey ?? null
  const article = `Gia hạn ngày ${dayWords(context.effectiveAt.toISOString())}`
  const due = count(state, until, true, article)
  checkLater(due, dueOf(state, key, until))
  checkParent(due, key, context)
  return one({ type: 'fulfilment.extensionGranted', data: { until, note: note || null, due, article, periodKey: key } })
}

/** Sets another limit, earlier or later; whatever was handed on ends no later. */
export const changeDeadline = (
  state: FulfilmentState,
  { dueOn, inclusive, reason }: FulfilmentPayload<'changeDeadline'>,
  context: FulfilmentContext,
): Decision => {
  const period = currentPeriod(state)
  const periodKey = period?.key ?? null
  const article = `Đổi hạn ngày ${dayWords(context.effectiveAt.toISOString())}`
  const due = count(state, dueOn, inclusive, article)
  checkAhead(due, context)
  if (period && due.lastDay < period.until) throw problem('before-period-ends')
  checkParent(due, periodKey, context)
  return {
    events: [changed(due, { date: dueOn, inclusive }, article, periodKey, reason)],
    followUps: toChildren(state, 'limit', { dueAt: due.dueAt, lastDay: due.lastDay, periodKey }),
  }
}

/** Draws the limit in where the one above has become earlier. */
export const followLimit = (state: FulfilmentState, { dueAt, lastDay, periodKey }: FulfilmentPayload<'limit'>): Decision => {
  const followUps = toChildren(state, 'limit', { dueAt, lastDay, periodKey })
  const own = dueOf(state, periodKey, lastDay)
  if (isOver(state) || (own !== null && own.dueAt <= dueAt)) return { events: [], followUps }
  const periods = periodsInReach(state, lastDay)
  const through = periods.findIndex((period) => period.key === periodKey) + 1
  const event = changed(count(state, lastDay, true, null), { date: lastDay, inclusive: true }, null, periodKey, '')
  const opened = periods.slice(state.periods.length, through)
  return { events: [{ ...event, data: { ...event.data, follows: true, opened } }], followUps }
}

const changed = (
  due: KeptDue,
  stated: { date: string; inclusive: boolean },
  article: string | null,
  periodKey: string | null,
  reason: string,
) =>
  ({
    type: 'fulfilment.deadlineChanged',
    data: { deadline: { words: '', ...stated }, due, article, periodKey, reason, follows: false, opened: [] },
  }) satisfies FulfilmentEvent

/** Counts a new limit: suspensions that are over do not move it. */
const count = (state: FulfilmentState, date: string, inclusive: boolean, article: string | null): KeptDue =>
  countDue({ date, inclusive, article, since: state.assignedAt ?? '', after: 0 })

const checkLater = (due: KeptDue, than: KeptDue | null): void => {
  if (!endsLater(due, than)) throw problem('extension-not-later')
}

/** A limit that is set now ends in the future. */
export const checkAhead = (due: KeptDue, context: FulfilmentContext): void => {
  if (due.dueAt <= context.effectiveAt.toISOString()) throw problem('day-past')
}

/** What was handed on ends no later than what it comes from. */
const checkParent = (due: KeptDue, periodKey: string | null, { facts, effectiveAt }: FulfilmentContext): void => {
  const above = facts?.parent ? dueOf(facts.parent, periodKey, today(effectiveAt)) : null
  if (endsLater(due, above)) throw problem('later-than-own')
}
