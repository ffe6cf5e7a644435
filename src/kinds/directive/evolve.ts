import { shortTitle } from '../../kernel/assignments/order.ts'
import type { DirectiveAssignment, DirectiveAssignmentState, DirectiveState, ResolvedAssignment } from './contract.ts'
import type { DirectiveData, DirectiveEventType, LoggedDirectiveEvent } from './events.ts'

type By = { at: string; officerId: string; agencyId: string }
type Appliers = { [K in DirectiveEventType]: (state: DirectiveState, data: DirectiveData<K>, by: By) => DirectiveState }

export const initialDirective = (): DirectiveState => ({
  status: 'none',
  ownerAgencyId: '',
  areaCode: null,
  drafterId: '',
  createdAt: '',
  issuedAt: null,
  closedAt: null,
  document: {
    type: 'other',
    number: '',
    date: null,
    dateWords: null,
    place: '',
    issuerId: null,
    issuerName: '',
    subject: '',
    urgency: 'normal',
    signer: null,
    legalBases: [],
    fileId: null,
    sourceText: null,
  },
  recipients: [],
  informedIds: [],
  assignments: [],
  amendedBy: [],
  replacedBy: null,
  summary: null,
  erased: false,
})

/** What a directive is after an event. Pure and total: every type has its entry, an erased body leaves status and dates. */
export const evolveDirective = (state: DirectiveState, event: LoggedDirectiveEvent): DirectiveState => {
  const by = { at: event.effectiveAt.toISOString(), officerId: event.officerId, agencyId: event.agencyId }
  if ((event.data as { erased?: boolean }).erased === true) return { ...reached(state, event.type, by), erased: true }
  const apply = APPLIERS[event.type] as (state: DirectiveState, data: object, by: By) => DirectiveState
  return apply(reached(state, event.type, by), event.data, by)
}

/** The part of an event that its type alone tells: where the case stands, since when, and whose it is. */
const reached = (state: DirectiveState, type: DirectiveEventType, { at, officerId, agencyId }: By): DirectiveState => {
  switch (type) {
    case 'directive.created':
      return { ...initialDirective(), status: 'draft', ownerAgencyId: agencyId, drafterId: officerId, createdAt: at }
    case 'directive.issued':
      return { ...state, status: 'issued', issuedAt: at }
    case 'directive.replaced':
      return { ...state, status: 'replaced', closedAt: at }
    case 'directive.closed':
      return { ...state, status: 'closed', closedAt: at }
    case 'directive.discarded':
      return { ...state, status: 'discarded', closedAt: at }
    case 'directive.edited':
      return { ...state, drafterId: officerId }
    case 'directive.assignmentAdded':
    case 'directive.assignmentCancelled':
    case 'directive.amended':
      return state
  }
}

const APPLIERS: Appliers = {
  'directive.created': (state, { document, recipients, assignments }) => ({
    ...state,
    document,
    recipients,
    assignments: assignments.map((one) => drafted(one)),
  }),
  'directive.edited': (state, { document, recipients, assignments }) => ({
    ...state,
    document: document ?? state.document,
    recipients: recipients ?? state.recipients,
    assignments: assignments?.map((one) => drafted(one)) ?? state.assignments,
  }),
  'directive.issued': (state, { resolved, informedIds, areaCode }) => {
    const by = new Map(resolved.map(({ assignmentId, ...rest }) => [assignmentId, rest]))
    const assignments = state.assignments.map((one) => ({ ...one, resolved: by.get(one.id) ?? null, cancelled: null }))
    return { ...state, informedIds, areaCode, assignments }
  },
  'directive.assignmentAdded': (state, { assignment, resolved: { leadIds, coordinatingIds, dueAt } }) => ({
    ...state,
    assignments: [...state.assignments, drafted(assignment, { leadIds, coordinatingIds, dueAt })],
  }),
  'directive.assignmentCancelled': (state, { assignmentId, reason }, { at }) => ({
    ...state,
    assignments: state.assignments.map((one) => (one.id === assignmentId ? { ...one, cancelled: { at, reason } } : one)),
  }),
  'directive.amended': (state, data, { at }) => ({ ...state, amendedBy: [...state.amendedBy, { ...data, at }] }),
  'directive.replaced': (state, data, { at }) => ({ ...state, replacedBy: { ...data, at } }),
  'directive.closed': (state, { summary }) => ({ ...state, summary }),
  'directive.discarded': (state) => state,
}

const drafted = (one: DirectiveAssignment, resolved: Omit<ResolvedAssignment, 'assignmentId'> | null = null): DirectiveAssignmentState => ({
  ...one,
  title: shortTitle(one.content),
  resolved,
  cancelled: null,
})
