import { countDue, today } from '../../kernel/assignments/due.ts'
import type { Decision, FollowUp } from '../../kernel/streams/decider.ts'
import type { AgreementContext } from './available.ts'
import type { AgreementEvent } from './events.ts'
import { problem } from './problems.ts'

/** A decision of one event. */
export const one = (event: AgreementEvent, followUps: FollowUp[] = []): Decision => ({ events: [event], followUps })

/** The day a fact took effect: the stated one, else that of the command; never later than today. Throws 'on-future'. */
export const dayOf = (on: string | undefined, context: AgreementContext): string => {
  if (on === undefined) return today(context.effectiveAt)
  if (on > today(context.now)) throw problem('on-future')
  return on
}

/** When answers are due that are asked for until a day; null without one. Throws 'day-past'. */
export const dueBy = (answerBy: string | null, context: AgreementContext): { dueAt: string; soonAt: string } | null => {
  if (answerBy === null) return null
  const { dueAt, soonAt } = countDue({ date: answerBy, inclusive: true, article: null, since: context.effectiveAt.toISOString(), after: 0 })
  if (dueAt <= context.effectiveAt.toISOString()) throw problem('day-past')
  return { dueAt, soonAt }
}
