import { isDeepStrictEqual } from 'node:util'
import type { AsksChange, CaseChange, Change, NotifyChange, PartyRole } from '../../kernel/streams/change.ts'
import type { DirectiveState } from './contract.ts'
import type { LoggedDirectiveEvent } from './events.ts'
import type { DirectiveNotification } from './notification-texts.ts'

/** What an event of a directive changes for screens: the case's row, its parties, its search text, the drafter's desk, who is told. */
export const projectDirective = (
  before: DirectiveState,
  after: DirectiveState,
  event: LoggedDirectiveEvent,
): Change<DirectiveNotification>[] => {
  if (after.erased || after.status === 'none') return []
  return [
    caseOf(after, event.caseId),
    ...newSearch(before, after, event.caseId),
    draftAsk(after, event),
    ...partiesOf(before, after, event),
    ...notificationsOf(before, after, event),
  ]
}

const caseOf = (state: DirectiveState, caseId: string): CaseChange => {
  const { number, subject, date, type, issuerId, issuerName, urgency } = state.document
  return {
    table: 'case',
    caseId,
    kind: 'directive',
    number,
    title: subject,
    status: state.status,
    ownerAgencyId: state.ownerAgencyId,
    areaCode: state.areaCode,
    domains: [],
    documentDate: date,
    fields: {
      type,
      issuerId,
      issuerName,
      urgency,
      assignmentCount: state.assignments.filter((one) => !one.cancelled).length,
      recipientsCount: rolesOf(state).size || state.recipients.length,
    },
  }
}

/** What a search text holds at most; the index of one row has its limits. */
const SEARCHED = 200_000

/** Only where another text is found from now on: a large text takes longer to fold than all the rest of a command. */
const newSearch = (before: DirectiveState, after: DirectiveState, caseId: string): Change[] => {
  const search = searchOf(after, caseId)
  return before.status !== 'none' && isDeepStrictEqual(searchOf(before, caseId), search) ? [] : [search]
}

const searchOf = ({ status, document, assignments }: DirectiveState, caseId: string): Change => {
  if (status === 'discarded') return { table: 'search', caseId, number: '', title: '', text: '' }
  const words = assignments.flatMap((one) => [one.content, ...[...one.leads, ...one.coordinating].map((target) => target.as)])
  const text = [document.subject, document.issuerName, ...words].join('\n').slice(0, SEARCHED)
  return { table: 'search', caseId, number: document.number, title: document.subject, text }
}

const draftAsk = (state: DirectiveState, { streamId, caseId }: LoggedDirectiveEvent): AsksChange => {
  const { ownerAgencyId: agencyId, drafterId: officerId, document, createdAt } = state
  const title = document.subject || document.number || document.issuerName
  const row = { agencyId, officerId, act: 'finishDraft', title, askerId: agencyId, verb: 'giao', dueAt: null, since: new Date(createdAt) }
  return { table: 'asks', streamId, caseId, rows: state.status === 'draft' ? [row] : [] }
}

const RANK: Record<PartyRole, number> = { informed: 1, adviser: 2, coordinating: 3, lead: 4 }

/** The strongest role of each agency. */
/** A directive knows no advisers. */
type DirectiveRole = Exclude<PartyRole, 'adviser'>

const rolesOf = (state: DirectiveState): Map<string, DirectiveRole> => {
  const roles = new Map<string, DirectiveRole>(state.informedIds.map((id) => [id, 'informed']))
  for (const { resolved } of state.assignments) for (const id of resolved?.coordinatingIds ?? []) roles.set(id, 'coordinating')
  for (const { resolved } of state.assignments) for (const id of resolved?.leadIds ?? []) roles.set(id, 'lead')
  return roles
}

/** Agencies whose role began or grew with the event. */
const newRoles = (before: DirectiveState, after: DirectiveState, { type }: LoggedDirectiveEvent): [string, DirectiveRole][] => {
  if (type !== 'directive.issued' && type !== 'directive.assignmentAdded') return []
  const had = rolesOf(before)
  return [...rolesOf(after)].filter(([id, role]) => RANK[role] > (had.has(id) ? RANK[had.get(id)!] : 0))
}

const partiesOf = (before: DirectiveState, after: DirectiveState, event: LoggedDirectiveEvent): Change[] =>
  newRoles(before, after, event).map(([agencyId, role]) => ({
    table: 'party',
    caseId: event.caseId,
    agencyId,
    role,
    from: event.effectiveAt,
    until: null,
  }))

/** Those who lead are told by their fulfilment; the others once by the case. */
const notificationsOf = (
  before: DirectiveState,
  after: DirectiveState,
  event: LoggedDirectiveEvent,
): NotifyChange<DirectiveNotification>[] => {
  const tell = (agencyId: string, what: DirectiveNotification): NotifyChange<DirectiveNotification> => ({
    table: 'notify',
    streamId: event.streamId,
    caseId: event.caseId,
    agencyId,
    officerId: null,
    what,
    params: { title: after.document.subject },
    askerId: after.ownerAgencyId,
  })
  const toAll = (what: DirectiveNotification) =>
    [...rolesOf(after).keys()].filter((id) => id !== after.ownerAgencyId).map((id) => tell(id, what))
  switch (event.type) {
    case 'directive.issued':
    case 'directive.assignmentAdded':
      return newRoles(before, after, event).flatMap(([id, role]) =>
        role === 'lead' || id === after.ownerAgencyId ? [] : [tell(id, `directive.${role}`)],
      )
    case 'directive.amended':
    case 'directive.replaced':
    case 'directive.closed':
      return toAll(event.type)
    default:
      return []
  }
}
