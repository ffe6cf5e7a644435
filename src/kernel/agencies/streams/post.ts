import type { z } from 'zod'
import type { Right } from '../../access/actor.ts'
import { problem, reason } from '../../problems/catalogue.ts'
import type { Command, Context, Decider, Decision, LoggedEvent } from '../../streams/decider.ts'
import type { Look } from '../../streams/look.ts'
import { agencyTypeById } from '../agency-types.ts'
import { officialDate } from '../../clocks/official-date.ts'
import { shiftDay } from '../validity.ts'
import { type Authority, chainAbove, governs, mayAppoint, mayKeep } from './authority.ts'
import { isOver, notAhead, notBefore, today } from './days.ts'
import type { OfficerState } from './officer.ts'
import { type PostEvent, postCommands, postEvents, postPayloads } from './post-contract.ts'
import { type Standing, readStanding, requireStanding } from './standing.ts'

/** Who held the post before; both days included. */
export type FormerHolder = { officerId: string; from: string; until: string }

export type PostState = {
  known: boolean
  agencyId: string
  unitId: string
  title: string
  rights: Right[]
  officerId: string | null
  officerSince: string | null
  /** Day from which the present holder, or nobody, has the post. */
  changedOn: string
  formerHolders: FormerHolder[]
  validFrom: string
  validUntil: string | null
}

/** `officer`: null where unknown. `unitAbove`: ids of the unit and all above it. `mayAppoint`: the officer is one of the actor's own. */
export type PostFacts = Authority & {
  agency: Standing | null
  unit: Standing | null
  unitAbove: string[]
  officer: OfficerState | null
  mayAppoint: boolean
}

const evolve = (state: PostState, event: LoggedEvent<PostEvent>): PostState => {
  if ('erased' in event.data) return { ...state, known: true }
  switch (event.type) {
    case 'post.created': {
      const { from, ...rest } = event.data
      return {
        ...rest,
        known: true,
        officerSince: rest.officerId ? from : null,
        changedOn: from,
        formerHolders: [],
        validFrom: from,
        validUntil: null,
      }
    }
    case 'post.assigned':
      return { ...left(state, event.data.on), officerId: event.data.officerId, officerSince: event.data.on }
    case 'post.vacated':
      return left(state, event.data.on)
    case 'post.ended':
      return { ...state, validUntil: event.data.on }
    default:
      event satisfies never
      return state
  }
}

/** The post without its holder, from a day on. One who held it for no whole day leaves no trace here; the log has it. */
const left = (state: PostState, on: string): PostState => {
  const { officerId, officerSince, formerHolders } = state
  const former = officerId && officerSince && officerSince < on ? [{ officerId, from: officerSince, until: shiftDay(on, -1) }] : []
  return { ...state, officerId: null, officerSince: null, changedOn: on, formerHolders: [...former, ...formerHolders] }
}

const prepare = async (state: PostState, command: Command, { actor }: Context, look: Look): Promise<PostFacts> => {
  const payload = command.payload as { agencyId?: string; unitId?: string; officerId?: string | null } | null
  const agencyId = state.known ? state.agencyId : (payload?.agencyId ?? actor.agencyId)
  const unitId = state.known ? state.unitId : (payload?.unitId ?? agencyId)
  const [agency = null, unit = null] = await readStanding(look, [agencyId, unitId])
  const officerId = payload?.officerId ?? null
  const [officer] = officerId ? await look.states<OfficerState>('officer', [officerId]) : []
  return {
    governed: await governs(look, actor, agencyId),
    agency,
    unit,
    unitAbove: (await chainAbove(look, unitId)).map((fact) => fact.id),
    officer: officer?.state ?? null,
    mayAppoint: officer !== undefined && (await mayAppoint(look, actor, { id: officer.id, homeAgencyId: officer.state.homeAgencyId })),
  }
}

const requireOfficer = ({ officer, mayAppoint: may }: PostFacts): void => {
  if (!officer) throw problem('officer-unknown')
  if (!officer.active) throw problem('officer-inactive')
  if (!may) throw problem('officer-elsewhere')
}

const create = (payload: z.infer<typeof postPayloads.create>, { now, facts }: Context<PostFacts>): Decision => {
  const { from = today(now), agencyId, unitId = agencyId, title, rights, officerId } = payload
  const agency = requireStanding(facts.agency ?? undefined, from)
  if (agencyTypeById(agency.typeId)?.answersThrough === 'parent') throw problem('division-as-agency')
  const unit = requireStanding(facts.unit ?? undefined, from)
  const type = agencyTypeById(unit.typeId)
  const within = (type?.answersThrough === 'parent' || type?.serves === 'parent') && facts.unitAbove.includes(agencyId)
  if (unitId !== agencyId && !within) throw problem('unit-elsewhere')
  if (officerId !== null) {
    notAhead(from, now)
    requireOfficer(facts)
  }
  return { events: [{ type: 'post.created', data: { agencyId, unitId, title, rights: [...new Set(rights)], officerId, from } }] }
}

const decide = (state: PostState, { name, payload }: Command, context: Context<PostFacts>): Decision => {
  const { now, facts } = context
  /** A change of holder: not ahead of today, not before the last one. */
  const changeDay = (on = today(now)): string => {
    notAhead(on, now)
    notBefore(on, state.changedOn)
    return on
  }
  switch (name as keyof typeof postPayloads) {
    case 'create':
      return create(payload as z.infer<typeof postPayloads.create>, context)
    case 'assign': {
      const { officerId, on } = payload as z.infer<typeof postPayloads.assign>
      if (officerId === state.officerId) throw problem('post-same-officer')
      requireOfficer(facts)
      requireStanding(facts.agency ?? undefined, today(now))
      return { events: [{ type: 'post.assigned', data: { officerId, on: changeDay(on) } }] }
    }
    case 'vacate':
      return { events: [{ type: 'post.vacated', data: { on: changeDay((payload as z.infer<typeof postPayloads.vacate>).on) } }] }
    case 'end': {
      const { on } = payload as z.infer<typeof postPayloads.end>
      notBefore(on, state.changedOn)
      return { events: [{ type: 'post.ended', data: { on } }] }
    }
    default:
      throw problem('unknown-command')
  }
}

/** The rules of a post: a place in an agency with its rights, held by one officer or by nobody. */
export const postDecider: Decider<PostState, PostEvent, PostFacts> = {
  type: 'post',
  directory: true,
  stateVersion: 1,
  events: postEvents,
  commands: postCommands,
  initial: () => ({
    known: false,
    agencyId: '',
    unitId: '',
    title: '',
    rights: [],
    officerId: null,
    officerSince: null,
    changedOn: '',
    formerHolders: [],
    validFrom: '',
    validUntil: null,
  }),
  evolve,
  available: (state, context) => {
    const may = mayKeep(context)
    const missing = reason('entry-missing')
    if (!state.known) return { create: may, assign: missing, vacate: missing, end: missing }
    const over = isOver(state.validUntil, context.now) && reason('post-over', { day: officialDate(state.validUntil ?? '') })
    const open = may === true && over ? over : may
    return {
      create: reason('entry-exists'),
      assign: open,
      vacate: open === true && !state.officerId ? reason('post-empty') : open,
      end: open,
    }
  },
  decide,
  project: (_before, after, { streamId, version }) => [
    {
      table: 'row',
      into: 'post',
      id: streamId,
      values: {
        version,
        agency_id: after.agencyId,
        unit_id: after.unitId,
        title: after.title,
        rights: after.rights,
        officer_id: after.officerId,
        officer_since: after.officerSince,
        valid_from: after.validFrom,
        valid_until: after.validUntil,
      },
    },
  ],
  prepare,
}
