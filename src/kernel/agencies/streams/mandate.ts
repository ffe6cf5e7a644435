import type { z } from 'zod'
import { SYSTEM_OFFICER } from '../../access/actor.ts'
import { problem, reason } from '../../problems/catalogue.ts'
import type { Command, Context, Decider, Decision, LoggedEvent } from '../../streams/decider.ts'
import { agencyId as nameBasedId } from '../agency-record.ts'
import { areaByCode, areaChain } from '../areas.ts'
import { domainById } from '../domains.ts'
import { officialDate } from '../../clocks/official-date.ts'
import { covers, shiftDay } from '../validity.ts'
import { type Authority, governs, mayKeep } from './authority.ts'
import { isOver, notBefore } from './days.ts'
import { type MandateEvent, mandateCommands, mandateEvents, mandatePayloads } from './mandate-contract.ts'
import { type Standing, readStanding, requireStanding } from './standing.ts'

export type MandateState = {
  known: boolean
  domain: string
  areaCode: string
  agencyId: string
  from: string
  until: string | null
  basis: string | null
  predecessorId: string | null
  /** The mandate that goes on where this one was handed over. */
  successorId: string | null
}

export type MandateFacts = Authority & { receiver: Standing | null }

/** The id of the mandate that follows on a transfer: the same for the same handover, so that a repeat cannot make two. */
export const successorMandateId = (mandateId: string, toAgencyId: string, on: string): string =>
  nameBasedId(`mandate:${mandateId}:${toAgencyId}:${on}`)

const evolve = (state: MandateState, event: LoggedEvent<MandateEvent>): MandateState => {
  if ('erased' in event.data) return { ...state, known: true }
  switch (event.type) {
    case 'mandate.created':
      return { ...event.data, known: true, successorId: null }
    case 'mandate.transferred':
      return { ...state, until: event.data.until, successorId: event.data.successorId }
    case 'mandate.ended':
      return { ...state, until: event.data.until }
    default:
      event satisfies never
      return state
  }
}

const create = (payload: z.infer<typeof mandatePayloads.create>, { actor, facts }: Context<MandateFacts>): Decision => {
  const { domain, areaCode, from } = payload
  const known = domainById(domain)
  if (!known || !covers(known, from)) throw problem('domain-unknown', { day: officialDate(from) })
  if (!areaByCode(areaCode)) throw problem('area-unknown')
  const holder = requireStanding(facts.receiver ?? undefined, from)
  // Nobody takes a duty over land that is not theirs.
  if (actor.officerId !== SYSTEM_OFFICER && !areaChain(areaCode).includes(holder.areaCode ?? ''))
    throw problem('area-outside', { agency: holder.shortName })
  return { events: [{ type: 'mandate.created', data: { ...payload, until: known.until, predecessorId: null } }] }
}

/** Ends this mandate the day before and begins another, in one act: no day is without a holder and none has two. */
const transfer = (
  state: MandateState,
  payload: z.infer<typeof mandatePayloads.transfer>,
  { streamId, facts }: Context<MandateFacts>,
): Decision => {
  const { toAgencyId, on, basis } = payload
  if (toAgencyId === state.agencyId) throw problem('mandate-same-holder')
  notBefore(on, shiftDay(state.from, 1))
  if (state.until !== null && on > state.until) throw problem('mandate-over', { day: officialDate(state.until) })
  requireStanding(facts.receiver ?? undefined, on)
  const successorId = successorMandateId(streamId, toAgencyId, on)
  const { domain, areaCode, until } = state
  const begun = { domain, areaCode, agencyId: toAgencyId, from: on, until, basis, predecessorId: streamId }
  return {
    events: [{ type: 'mandate.transferred', data: { until: shiftDay(on, -1), toAgencyId, successorId, basis } }],
    children: [{ type: 'mandate', id: successorId, events: [{ type: 'mandate.created', data: begun }] }],
  }
}

const decide = (state: MandateState, { name, payload }: Command, context: Context<MandateFacts>): Decision => {
  switch (name as keyof typeof mandatePayloads) {
    case 'create':
      return create(payload as z.infer<typeof mandatePayloads.create>, context)
    case 'transfer':
      return transfer(state, payload as z.infer<typeof mandatePayloads.transfer>, context)
    case 'end': {
      const { on } = payload as z.infer<typeof mandatePayloads.end>
      notBefore(on, state.from)
      return { events: [{ type: 'mandate.ended', data: { until: on } }] }
    }
    default:
      throw problem('unknown-command')
  }
}

/** The rules of a mandate: one agency's duty over a domain in an area, from a day to a day. */
export const mandateDecider: Decider<MandateState, MandateEvent, MandateFacts> = {
  type: 'mandate',
  directory: true,
  stateVersion: 1,
  events: mandateEvents,
  commands: mandateCommands,
  initial: () => ({
    known: false,
    domain: '',
    areaCode: '',
    agencyId: '',
    from: '',
    until: null,
    basis: null,
    predecessorId: null,
    successorId: null,
  }),
  evolve,
  available: (state, context) => {
    const may = mayKeep(context)
    if (!state.known) return { create: may, transfer: reason('entry-missing'), end: reason('entry-missing') }
    const day = officialDate(state.until ?? state.from)
    const shut = state.successorId
      ? reason('mandate-handed-over', { day: officialDate(shiftDay(state.until ?? state.from, 1)) })
      : isOver(state.until, context.now) && reason('mandate-over', { day })
    const open = may === true && shut ? shut : may
    return { create: reason('entry-exists'), transfer: open, end: open }
  },
  decide,
  project: (_before, after, { streamId, version }) => [
    {
      table: 'row',
      into: 'mandate',
      id: streamId,
      values: {
        version,
        domain: after.domain,
        area_code: after.areaCode,
        agency_id: after.agencyId,
        valid_from: after.from,
        valid_until: after.until,
        basis: after.basis,
        predecessor_id: after.predecessorId,
      },
    },
  ],
  prepare: async (state, command: Command, { actor }, look) => {
    const payload = command.payload as { agencyId?: string; toAgencyId?: string } | null
    const receiverId = payload?.toAgencyId ?? payload?.agencyId ?? null
    const [receiver = null] = receiverId === null ? [] : await readStanding(look, [receiverId])
    // Both sides: nobody takes a duty from, or puts one on, an agency whose directory they do not keep.
    const gives = state.known ? await governs(look, actor, state.agencyId) : true
    const takes = receiverId === null ? true : await governs(look, actor, receiverId)
    return { governed: gives && takes, receiver }
  },
}
