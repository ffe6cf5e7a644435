import { z } from 'zod'
import { problem, reason } from '../../problems/catalogue.ts'
import type { CommandSpec, Context, Decider, Decision, EventSpec, LoggedEvent } from '../../streams/decider.ts'
import { type Personal, personal } from '../../streams/personal.ts'
import { officialDate } from '../../clocks/official-date.ts'
import { type Authority, governs, mayKeep } from './authority.ts'
import { isOver, notBefore, today } from './days.ts'
import { day, id, line, personalValue } from './shapes.ts'
import { type Standing, readStanding, requireStanding } from './standing.ts'

const reach = { title: z.string(), phone: personalValue.nullable(), email: personalValue.nullable(), hours: z.string() }

const events = {
  'contact-point.created': { version: 1, schema: z.object({ agencyId: id, ...reach, from: day }) },
  'contact-point.changed': { version: 1, schema: z.object(reach) },
  'contact-point.ended': { version: 1, schema: z.object({ on: day }) },
} as const satisfies Record<string, EventSpec>

type Specs = typeof events
export type ContactPointEvent = { [T in keyof Specs]: { type: T; data: z.infer<Specs[T]['schema']> } }[keyof Specs]

const phone = line(40).regex(/^[0-9+(). -]{3,40}$/)

/** Telephone and e-mail may lead to one person, so both are sealed with the contact point's own key. */
const fields = {
  title: line(200),
  phone: phone.nullable().default(null),
  email: z.email().max(200).nullable().default(null),
  /** When somebody answers, for example `24/7`. */
  hours: line(100).default('24/7'),
}

const payloads = {
  create: z.object({ agencyId: id, ...fields, from: day.optional() }),
  /** The whole entry as it is from now on. */
  change: z.object(fields),
  /** `on` is its last day. */
  end: z.object({ on: day }),
} as const

const commands = {
  create: { payload: payloads.create, creates: true, summary: { vi: 'Thêm đầu mối', en: 'Add a contact point' } },
  change: { payload: payloads.change, summary: { vi: 'Sửa đầu mối', en: 'Change the contact point' } },
  end: { payload: payloads.end, summary: { vi: 'Thôi trực', en: 'End the contact point' } },
} as const satisfies Record<string, CommandSpec>

export type ContactPointState = {
  known: boolean
  agencyId: string
  title: string
  phone: Personal | null
  email: Personal | null
  hours: string
  from: string
  until: string | null
}

export type ContactPointFacts = Authority & { agency: Standing | null }

const evolve = (state: ContactPointState, event: LoggedEvent<ContactPointEvent>): ContactPointState => {
  if ('erased' in event.data) return { ...state, known: true, phone: null, email: null }
  switch (event.type) {
    case 'contact-point.created':
      return { ...event.data, known: true, until: null }
    case 'contact-point.changed':
      return { ...state, ...event.data }
    case 'contact-point.ended':
      return { ...state, until: event.data.on }
    default:
      event satisfies never
      return state
  }
}

const sealed = ({ title, phone, email, hours }: z.infer<typeof payloads.change>, subject: string) => {
  if (phone === null && email === null) throw problem('contact-empty')
  return { title, phone: phone === null ? null : personal(subject, phone), email: email === null ? null : personal(subject, email), hours }
}

const decide: Decider<ContactPointState, ContactPointEvent, ContactPointFacts>['decide'] = (
  state,
  { name, payload },
  context,
): Decision => {
  const { streamId, now, facts } = context
  switch (name as keyof typeof payloads) {
    case 'create': {
      const { agencyId, from = today(now), ...rest } = payload as z.infer<typeof payloads.create>
      requireStanding(facts.agency ?? undefined, from)
      return { events: [{ type: 'contact-point.created', data: { agencyId, ...sealed(rest, streamId), from } }] }
    }
    case 'change':
      return { events: [{ type: 'contact-point.changed', data: sealed(payload as z.infer<typeof payloads.change>, streamId) }] }
    case 'end': {
      const { on } = payload as z.infer<typeof payloads.end>
      notBefore(on, state.from)
      return { events: [{ type: 'contact-point.ended', data: { on } }] }
    }
    default:
      throw problem('unknown-command')
  }
}

/** The rules of a contact point: where an agency is reached, day and night. */
export const contactPointDecider: Decider<ContactPointState, ContactPointEvent, ContactPointFacts> = {
  type: 'contact-point',
  directory: true,
  stateVersion: 1,
  events,
  commands,
  initial: () => ({ known: false, agencyId: '', title: '', phone: null, email: null, hours: '', from: '', until: null }),
  evolve,
  available: (state, context) => {
    const may = mayKeep(context)
    if (!state.known) return { create: may, change: reason('entry-missing'), end: reason('entry-missing') }
    const over = isOver(state.until, context.now) && reason('contact-over', { day: officialDate(state.until ?? '') })
    const open = may === true && over ? over : may
    return { create: reason('entry-exists'), change: open, end: open }
  },
  decide,
  project: (_before, after, { streamId, version }) => [
    {
      table: 'row',
      into: 'contact_point',
      id: streamId,
      values: {
        version,
        agency_id: after.agencyId,
        title: after.title,
        phone_sealed: after.phone,
        email_sealed: after.email,
        hours: after.hours,
        valid_from: after.from,
        valid_until: after.until,
      },
    },
  ],
  prepare: async (state, command, { actor }: Context, look) => {
    const agencyId = state.known ? state.agencyId : ((command.payload as { agencyId?: string } | null)?.agencyId ?? actor.agencyId)
    const [agency = null] = await readStanding(look, [agencyId])
    return { governed: await governs(look, actor, agencyId), agency }
  },
}
