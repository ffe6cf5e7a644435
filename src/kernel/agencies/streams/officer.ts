import { z } from 'zod'
import { ACCOUNT_FORM } from '../../access/sign-in/account-form.ts'
import { problem, reason } from '../../problems/catalogue.ts'
import type { CommandSpec, Decider, Decision, EventSpec, LoggedEvent } from '../../streams/decider.ts'
import { type Personal, personal } from '../../streams/personal.ts'
import { type Authority, governs, keepsOfficer, mayKeep } from './authority.ts'
import { id, line, personalValue } from './shapes.ts'

const events = {
  'officer.created': { version: 1, schema: z.object({ account: z.string(), name: personalValue, homeAgencyId: id }) },
  'officer.renamed': { version: 1, schema: z.object({ name: personalValue }) },
  'officer.deactivated': { version: 1, schema: z.object({}) },
  'officer.erased': { version: 1, schema: z.object({ basis: z.string() }) },
} as const satisfies Record<string, EventSpec>

type Specs = typeof events
export type OfficerEvent = { [T in keyof Specs]: { type: T; data: z.infer<Specs[T]['schema']> } }[keyof Specs]

const payloads = {
  /** `name` is personal: it is sealed with the officer's own key. `account` is the office's sign-in name. */
  create: z.object({ account: z.string().trim().toLowerCase().regex(ACCOUNT_FORM), name: line(100), agencyId: id.optional() }),
  rename: z.object({ name: line(100) }),
  deactivate: z.object({}),
  /** `basis`: the ground on which the person's data are erased. */
  erase: z.object({ basis: line(300) }),
} as const

const commands = {
  create: { payload: payloads.create, creates: true, summary: { vi: 'Thêm cán bộ', en: 'Add an officer' } },
  rename: { payload: payloads.rename, summary: { vi: 'Sửa họ tên', en: 'Correct the name' } },
  deactivate: { payload: payloads.deactivate, summary: { vi: 'Cho thôi hoạt động', en: 'Deactivate' } },
  erase: { payload: payloads.erase, summary: { vi: 'Xoá dữ liệu cá nhân', en: 'Erase personal data' } },
} as const satisfies Record<string, CommandSpec>

export type OfficerState = { known: boolean; active: boolean; account: string; name: Personal | null; homeAgencyId: string }

const evolve = (state: OfficerState, event: LoggedEvent<OfficerEvent>): OfficerState => {
  if ('erased' in event.data) return { ...state, known: true, name: null }
  switch (event.type) {
    case 'officer.created':
      return { ...event.data, known: true, active: true }
    case 'officer.renamed':
      return { ...state, name: event.data.name }
    case 'officer.deactivated':
      return { ...state, active: false }
    case 'officer.erased':
      return { ...state, name: null }
    default:
      event satisfies never
      return state
  }
}

const decide: Decider<OfficerState, OfficerEvent, Authority>['decide'] = (_state, { name, payload }, { streamId, actor }): Decision => {
  switch (name as keyof typeof payloads) {
    case 'create': {
      const { account, name: full, agencyId } = payload as z.infer<typeof payloads.create>
      const data = { account, name: personal(streamId, full), homeAgencyId: agencyId ?? actor.agencyId }
      return { events: [{ type: 'officer.created', data }] }
    }
    case 'rename':
      return {
        events: [{ type: 'officer.renamed', data: { name: personal(streamId, (payload as z.infer<typeof payloads.rename>).name) } }],
      }
    case 'deactivate':
      return { events: [{ type: 'officer.deactivated', data: {} }] }
    case 'erase':
      return { events: [{ type: 'officer.erased', data: { basis: (payload as z.infer<typeof payloads.erase>).basis } }] }
    default:
      throw problem('unknown-command')
  }
}

/** The rules of an officer: a person with an account. What they may do comes from their posts alone. */
export const officerDecider: Decider<OfficerState, OfficerEvent, Authority> = {
  type: 'officer',
  directory: true,
  stateVersion: 1,
  events,
  commands,
  initial: () => ({ known: false, active: false, account: '', name: null, homeAgencyId: '' }),
  evolve,
  available: (state, context) => {
    const may = mayKeep(context)
    if (!state.known)
      return { create: may, rename: reason('entry-missing'), deactivate: reason('entry-missing'), erase: reason('entry-missing') }
    const open = may === true && !state.active ? reason('officer-inactive') : may
    return {
      create: reason('entry-exists'),
      rename: open,
      deactivate: open,
      erase: may === true && state.active ? reason('officer-active') : may,
    }
  },
  decide,
  project: (_before, after, { type, streamId, caseId, version }) => [
    ...(type === 'officer.erased' ? [{ table: 'erase' as const, caseId, subjectId: streamId }] : []),
    {
      table: 'row',
      into: 'officer',
      id: streamId,
      values: { version, account: after.account, name_sealed: after.name, home_agency_id: after.homeAgencyId, active: after.active },
    },
  ],
  prepare: async (state, { payload }, { actor, streamId }, look) => {
    if (!state.known) return { governed: await governs(look, actor, (payload as { agencyId?: string } | null)?.agencyId ?? actor.agencyId) }
    // Whoever keeps the agencies in which the officer serves now keeps the officer's entry.
    return { governed: await keepsOfficer(look, actor, { id: streamId, homeAgencyId: state.homeAgencyId }) }
  },
}
