import { problem } from '../problems/catalogue.ts'
import type { ChildStream, Decision } from '../streams/decider.ts'
import type { FulfilmentPayload } from './commands.ts'
import { checkAhead } from './decide-limits.ts'
import { one, type FulfilmentContext } from './decision.ts'
import { countDue, endsLater } from './due.ts'
import type { FulfilmentEvent, KeptDue } from './events.ts'
import { fulfilmentId } from './fulfilment-id.ts'
import { assigned, countOrder, type CountedOrder } from './order.ts'
import { kept } from './reporting.ts'
import { hasPeriods } from './shape.ts'
import { currentDue, isOver, isUnanswered, type FulfilmentState } from './state.ts'

/** Hands the work to an officer or a division of one's own agency, with an inner limit no later than one's own. */
export const handOn = (
  state: FulfilmentState,
  { officerId, unitId, instruction, dueOn }: FulfilmentPayload<'handOn'>,
  context: FulfilmentContext,
): Decision => {
  if (context.facts?.handTo?.inside !== true) throw problem('not-in-agency')
  const due = dueOn ? innerDue(dueOn, currentDue(state), context) : null
  return one({ type: 'fulfilment.handedOn', data: { officerId: officerId ?? null, unitId: unitId ?? null, instruction, due } })
}

/** Hands the work to subordinate agencies: each gets a fulfilment of its own, asked by this agency. */
export const delegate = (
  state: FulfilmentState,
  { to, instruction }: FulfilmentPayload<'delegate'>,
  context: FulfilmentContext,
): Decision => {
  const parts = to.map(({ agencyId, content, dueOn }) => {
    checkDelegate(state, agencyId, to.filter((other) => other.agencyId === agencyId).length, context)
    const counted = handedOnOrder(state, { content, dueOn, instruction: instruction || null }, context)
    const nth = state.children.filter((child) => child.agencyId === agencyId).length
    const child: ChildStream = {
      type: 'fulfilment',
      id: fulfilmentId(context.streamId, counted.order.assignmentId, agencyId, nth),
      events: [assigned(counted, agencyId)],
    }
    return { child, summary: { id: child.id, agencyId, title: counted.title, dueAt: counted.due?.dueAt ?? null } }
  })
  const event: FulfilmentEvent = {
    type: 'fulfilment.delegated',
    data: { children: parts.map((part) => part.summary), instruction: instruction || null },
  }
  return { events: [event], children: parts.map((part) => part.child) }
}

type HandedOn = { content: string | undefined; dueOn: string | undefined; instruction: string | null }

/** The order a subordinate agency gets: the same shape, and periods or a limit that end no later than one's own. */
const handedOnOrder = (state: FulfilmentState, { content, dueOn, instruction }: HandedOn, context: FulfilmentContext): CountedOrder => {
  const own = state.assignment!
  const periodic = hasPeriods(own.shape)
  if (periodic && dueOn) throw problem('bad-input', { path: 'dueOn' })
  if (dueOn) innerDue(dueOn, state.due, context)
  const day = dueOn ?? state.due?.lastDay ?? null
  const counted = countOrder({
    assignmentId: own.assignmentId,
    ordinal: own.ordinal,
    content: content ?? own.content,
    verb: 'giao',
    askerId: own.agencyId,
    coordinatingIds: [],
    shape: own.shape,
    recurrence: own.recurrence,
    deadline: day ? { words: '', date: day, inclusive: true } : null,
    parentId: context.streamId,
    instruction,
    issuedAt: context.effectiveAt,
  })
  return periodic ? { ...counted, periods: state.periods.filter(isUnanswered).map(kept) } : counted
}

const innerDue = (dueOn: string, own: KeptDue | null, context: FulfilmentContext): KeptDue => {
  const due = countDue({ date: dueOn, inclusive: true, article: null, since: context.effectiveAt.toISOString(), after: 0 })
  checkAhead(due, context)
  if (endsLater(due, own)) throw problem('later-than-own')
  return due
}

const checkDelegate = (state: FulfilmentState, agencyId: string, times: number, { facts }: FulfilmentContext): void => {
  const agency = facts?.agencies?.find((one) => one.id === agencyId)
  if (!agency) throw problem('agency-unknown')
  if (!facts?.subordinateIds?.includes(agencyId)) throw problem('not-subordinate')
  const running = state.children
    .filter((child) => child.agencyId === agencyId)
    .some((child) => facts.children?.some(({ id, state: its }) => id === child.id && !isOver(its) && its.status !== 'declined'))
  if (running || times > 1) throw problem('already-delegated', { agency: agency.shortName })
}
