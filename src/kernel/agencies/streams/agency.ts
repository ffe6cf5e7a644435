import type { z } from 'zod'
import { SYSTEM_OFFICER } from '../../access/actor.ts'
import { problem, reason } from '../../problems/catalogue.ts'
import type { Command, Context, Decider, Decision } from '../../streams/decider.ts'
import type { Look } from '../../streams/look.ts'
import { agencyTypeById } from '../agency-types.ts'
import { areaByCode, areaChain } from '../areas.ts'
import { slugOf } from '../fold-name.ts'
import { officialDate } from '../../clocks/official-date.ts'
import { covers, shiftDay } from '../validity.ts'
import { agencyCommands, agencyEvents, agencyPayloads, type AgencyEvent } from './agency-contract.ts'
import { type AgencyState, agencyRow, evolveAgency, noAgency } from './agency-state.ts'
import { type Authority, chainAbove, governs, isProvinceKeeper, mayKeep, provinceKeptBy } from './authority.ts'
import { isOver, notAhead, notBefore, today } from './days.ts'
import { type Standing, readStanding, requireStanding } from './standing.ts'

/** What the rules of an agency read: who may, the new parent with all above it, the successors with all that come after them. */
export type AgencyFacts = Authority & {
  keepsProvince: boolean
  parent: Standing | null
  above: string[]
  successors: Standing[]
  after: string[]
}

const MOST_SUCCESSIONS = 64

/** Ids of everything that succession leads to, from these on. */
const successionOf = async (look: Look, ids: readonly string[]): Promise<string[]> => {
  const seen = new Set<string>()
  let next = [...ids]
  for (let step = 0; next.length && step < MOST_SUCCESSIONS; step++) {
    for (const id of next) seen.add(id)
    next = (await look.agencies(next)).flatMap((fact) => fact.successorIds).filter((id) => !seen.has(id))
  }
  return [...seen]
}

const prepare = async (state: AgencyState, command: Command, context: Context, look: Look): Promise<AgencyFacts> => {
  const payload = command.payload as { parentId?: string | null; successorIds?: string[] } | null
  const { actor, streamId } = context
  const parentId = payload?.parentId ?? null
  const mine = state.known ? await governs(look, actor, streamId) : true
  const theirs = parentId === null ? true : await governs(look, actor, parentId)
  const [parent = null] = parentId === null ? [] : await readStanding(look, [parentId])
  const successorIds = payload?.successorIds ?? []
  return {
    governed: mine && theirs,
    keepsProvince: (await provinceKeptBy(look, actor)) !== null,
    parent,
    above: parentId === null ? [] : (await chainAbove(look, parentId)).map((fact) => fact.id),
    successors: await readStanding(look, successorIds),
    after: await successionOf(look, successorIds),
  }
}

const available: Decider<AgencyState, AgencyEvent, AgencyFacts>['available'] = (state, context) => {
  const may = mayKeep(context)
  if (!state.known) {
    const missing = reason('entry-missing')
    return { create: may, rename: missing, move: missing, end: missing, setIdentity: missing }
  }
  const over = isOver(state.validUntil, context.now) && reason('agency-over', { day: officialDate(state.validUntil ?? '') })
  const open = may === true && over ? over : may
  return { create: reason('entry-exists'), rename: open, move: open, end: open, setIdentity: open }
}

type Payload<C extends keyof typeof agencyPayloads> = z.infer<(typeof agencyPayloads)[C]>
type Ask = Context<AgencyFacts>

/** A body without a superior stands at the top of a tree; only imports make one. */
const requireParent = (parentId: string | null, facts: AgencyFacts, context: Ask, on: string): void => {
  if (parentId !== null) requireStanding(facts.parent ?? undefined, on)
  else if (context.actor.officerId !== SYSTEM_OFFICER) throw problem('top-agency')
}

/** What an agency founds lies in its own area, and is of no type that would reach beyond what its founder keeps. */
const requireWithin = ({ typeId, areaCode }: Payload<'create'>, { parent, keepsProvince }: AgencyFacts): void => {
  if (isProvinceKeeper(typeId) && !keepsProvince) throw problem('type-not-yours')
  const above = parent?.fact
  if (areaCode !== null && above && !areaChain(areaCode).includes(above.areaCode ?? ''))
    throw problem('area-outside', { agency: above.shortName })
}

const create = (payload: Payload<'create'>, context: Ask): Decision => {
  const { from = today(context.now), areaCode, parentId, ...rest } = payload
  const type = agencyTypeById(payload.typeId)
  if (!type || ![from, today(context.now)].every((on) => covers(type, on))) throw problem('agency-type-unknown')
  if (areaCode !== null && !areaByCode(areaCode)) throw problem('area-unknown')
  requireParent(parentId, context.facts, context, from)
  if (context.actor.officerId !== SYSTEM_OFFICER) requireWithin(payload, context.facts)
  const above = context.facts.parent?.fact?.key
  const key = `${above === undefined ? '' : `${above}/`}${slugOf(payload.name)}`
  return event('agency.created', {
    ...rest,
    key,
    areaCode,
    parentId,
    formerNames: [],
    validFrom: from,
    validUntil: null,
    successorIds: [],
    certainty: 'sourced',
  })
}

const rename = (state: AgencyState, { name, shortName, on }: Payload<'rename'>, context: Ask): Decision => {
  if (name === state.name && shortName === state.shortName) return { events: [] }
  notAhead(on, context.now)
  notBefore(on, shiftDay(state.namedOn, 1))
  return event('agency.renamed', { name, shortName, on })
}

const move = (state: AgencyState, { parentId, on }: Payload<'move'>, context: Ask): Decision => {
  if (parentId === state.parentId) return { events: [] }
  notAhead(on, context.now)
  notBefore(on, shiftDay(state.parentSince, 1))
  requireParent(parentId, context.facts, context, today(context.now))
  if (parentId === context.streamId || context.facts.above.includes(context.streamId)) throw problem('agency-cycle')
  return event('agency.moved', { parentId, on })
}

const end = (state: AgencyState, { on, successorIds }: Payload<'end'>, context: Ask): Decision => {
  notBefore(on, state.validFrom)
  if (successorIds.includes(context.streamId) || context.facts.after.includes(context.streamId)) throw problem('own-successor')
  for (const successor of context.facts.successors) requireStanding(successor, shiftDay(on, 1))
  return event('agency.ended', { on, successorIds })
}

const event = <T extends AgencyEvent['type']>(type: T, data: Extract<AgencyEvent, { type: T }>['data']): Decision => ({
  events: [{ type, data }],
})

const decide = (state: AgencyState, command: Command, context: Ask): Decision => {
  switch (command.name as keyof typeof agencyPayloads) {
    case 'create':
      return create(command.payload as Payload<'create'>, context)
    case 'rename':
      return rename(state, command.payload as Payload<'rename'>, context)
    case 'move':
      return move(state, command.payload as Payload<'move'>, context)
    case 'end':
      return end(state, command.payload as Payload<'end'>, context)
    case 'setIdentity':
      return event('agency.identified', command.payload as Payload<'setIdentity'>)
    default:
      throw problem('unknown-command')
  }
}

/** The rules of an agency: born, renamed, moved, ended, never removed. Its key and id stay for good. */
export const agencyDecider: Decider<AgencyState, AgencyEvent, AgencyFacts> = {
  type: 'agency',
  directory: true,
  stateVersion: 1,
  events: agencyEvents,
  commands: agencyCommands,
  initial: noAgency,
  evolve: evolveAgency,
  available,
  decide,
  project: (_before, after, { streamId, version }) => [agencyRow(streamId, version, after)],
  prepare,
}
