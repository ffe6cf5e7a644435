import { today } from '../../kernel/assignments/due.ts'
import { fulfilmentId } from '../../kernel/assignments/fulfilment-id.ts'
import { assigned, type CountedOrder, countOrder } from '../../kernel/assignments/order.ts'
import { isOver } from '../../kernel/assignments/state.ts'
import type { ChildStream, Command, Decision, FollowUp } from '../../kernel/streams/decider.ts'
import { availableForDirective, type DirectiveContext } from './available.ts'
import { checkAssignment, checkDraft } from './checks.ts'
import type { CommandName, DirectiveAssignment, DirectiveState, Payload, ResolvedAssignment } from './contract.ts'
import type { DirectiveEvent } from './events.ts'
import { fulfilmentIds } from './facts.ts'
import { problem, refusal } from './problems.ts'
import { answering, resolveAssignment } from './resolve.ts'

type Handlers = { [N in CommandName]: (state: DirectiveState, payload: Payload<N>, context: DirectiveContext) => Decision }

/** Decides a command. Throws the problem of the reason that `available` gives, or one about the payload. */
export const decideDirective = (state: DirectiveState, command: Command, context: DirectiveContext): Decision => {
  const name = command.name as CommandName
  const verdict = availableForDirective(state, context)[name]
  if (verdict !== true) throw refusal(verdict!)
  const decided = HANDLERS[name] as (state: DirectiveState, payload: unknown, context: DirectiveContext) => Decision
  return decided(state, command.payload, context)
}

const one = (event: DirectiveEvent, followUps: FollowUp[] = []): Decision => ({ events: [event], followUps })

const HANDLERS: Handlers = {
  create: (_, draft, { facts, actor, caseId }) => {
    checkDraft(draft.document, draft.assignments, facts ?? {}, { agencyId: actor.agencyId, caseId })
    return one({ type: 'directive.created', data: draft })
  },
  edit: (state, change, { facts, actor, caseId }) => {
    const { document = state.document, assignments = state.assignments } = change
    checkDraft(document, assignments, change.document ? (facts ?? {}) : {}, { agencyId: actor.agencyId, caseId })
    return Object.values(change).every((part) => part === undefined) ? { events: [] } : one({ type: 'directive.edited', data: change })
  },
  issue: (state, _, context) => {
    const day = today(context.effectiveAt)
    const orders = state.assignments.map((assignment) => order(assignment, context))
    const parties = new Set(orders.flatMap(({ resolved }) => [...resolved.leadIds, ...resolved.coordinatingIds]))
    const informed = state.recipients.map((id) => answering(id, context.facts!, day).id)
    const informedIds = [...new Set(informed)].filter((id) => !parties.has(id) && id !== state.ownerAgencyId)
    const { areaCode } = answering(state.document.issuerId!, context.facts!, day)
    return {
      events: [issued({ resolved: orders.map(({ resolved }) => resolved), informedIds, areaCode })],
      children: born(orders, context.caseId),
    }
  },
  addAssignment: (state, { assignment }, context) => {
    if (state.assignments.some((known) => known.id === assignment.id)) throw problem('duplicate-assignment')
    checkAssignment(assignment, state.document, context.facts ?? {}, today(context.effectiveAt))
    const added = order(assignment, context)
    const { resolved } = added
    return { ...one({ type: 'directive.assignmentAdded', data: { assignment, resolved } }), children: born([added], context.caseId) }
  },
  cancelAssignment: (state, { assignmentId, reason }, { caseId }) => {
    const known = state.assignments.find((assignment) => assignment.id === assignmentId)
    if (!known) throw problem('assignment-unknown')
    if (known.cancelled) throw problem('assignment-cancelled')
    const streams = (known.resolved?.leadIds ?? []).map((agencyId) => fulfilmentId(caseId, assignmentId, agencyId))
    return one({ type: 'directive.assignmentCancelled', data: { assignmentId, reason } }, toAll(streams, 'cancel', { reason }))
  },
  amendBy: (_, { caseId, note }, context) => {
    checkLater(caseId, context)
    return one({ type: 'directive.amended', data: { caseId, note } })
  },
  replaceBy: (state, { caseId, note }, context) => {
    checkLater(caseId, context)
    const reason = note || 'Được thay thế bằng văn bản sau'
    return one({ type: 'directive.replaced', data: { caseId, note } }, toAll(fulfilmentIds(state, context.caseId), 'cancel', { reason }))
  },
  close: (_, { summary }, { facts }) => {
    // What is over stays as it is; it is still told, so that work handed on from it ends as well.
    const running = (facts?.fulfilments ?? []).filter(({ state }) => !isOver(state) || state.children.length > 0)
    const followUps = toAll(
      running.map(({ id }) => id),
      'finish',
      {},
    )
    return one({ type: 'directive.closed', data: { summary } }, followUps)
  },
  discard: () => one({ type: 'directive.discarded', data: {} }),
}

const issued = (data: Extract<DirectiveEvent, { type: 'directive.issued' }>['data']): DirectiveEvent => ({ type: 'directive.issued', data })

const toAll = (streamIds: string[], command: string, payload: object): FollowUp[] =>
  streamIds.map((streamId) => ({ streamId, command, payload }))

type Ordered = { resolved: ResolvedAssignment; counted: CountedOrder }

/** Turns an assignment into an order: who answers by when. */
const order = (assignment: DirectiveAssignment, context: DirectiveContext): Ordered => {
  const { id, ordinal, content, verb, shape, recurrence, deadline } = assignment
  const { leadIds, coordinatingIds } = resolveAssignment(assignment, context.facts ?? {}, today(context.effectiveAt))
  const counted = countOrder({
    assignmentId: id,
    ordinal,
    content,
    verb,
    askerId: context.actor.agencyId,
    coordinatingIds,
    shape,
    recurrence: shape === 'once' ? null : recurrence,
    deadline,
    parentId: null,
    instruction: null,
    issuedAt: context.effectiveAt,
  })
  return { resolved: { assignmentId: id, leadIds, coordinatingIds, dueAt: counted.due?.dueAt ?? null }, counted }
}

/** One fulfilment for each that answers, made as it is asked for. */
const born = (orders: Ordered[], caseId: string): Iterable<ChildStream> => ({
  *[Symbol.iterator]() {
    for (const { resolved, counted } of orders) {
      for (const agencyId of resolved.leadIds) {
        yield { type: 'fulfilment', id: fulfilmentId(caseId, resolved.assignmentId, agencyId), events: [assigned(counted, agencyId)] }
      }
    }
  },
})

/** The later directive is one that the same agency has issued. */
const checkLater = (caseId: string, context: DirectiveContext): void => {
  if (caseId === context.caseId) throw problem('same-case')
  const later = context.facts?.later
  if (!later || later.ownerAgencyId !== context.actor.agencyId) throw problem('not-found')
  if (later.status !== 'issued') throw problem('issued-only')
}
