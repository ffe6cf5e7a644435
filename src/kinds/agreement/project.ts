import { isDeepStrictEqual } from 'node:util'
import { SIGHT, type AsksChange, type AskRow, type CaseChange, type Change, type PartyRole } from '../../kernel/streams/change.ts'
import { rhythmOf } from './coming.ts'
import type { AgreementState } from './contract.ts'
import type { LoggedAgreementEvent } from './events.ts'
import type { AgreementNotification } from './notification-texts.ts'
import { notificationsOf } from './notifications.ts'
import { projectWork } from './project-work.ts'
import { clausesOf, current, openComments, standing, working } from './standing.ts'

/** What an event of an agreement changes for screens: its row, who takes part, who is asked what, who is told, what is to be read. */
export const projectAgreement = (
  before: AgreementState,
  after: AgreementState,
  event: LoggedAgreementEvent,
): Change<AgreementNotification>[] => {
  if (after.erased || after.status === 'none') return []
  return [
    caseOf(after, event.caseId),
    ...audienceOf(before, after, event),
    ...newSearch(before, after, event.caseId),
    asksOf(after, event),
    ...textOf(after, event),
    ...projectWork(after, event),
    ...notificationsOf(before, after, event),
  ]
}

const caseOf = (state: AgreementState, caseId: string): CaseChange => {
  const version = standing(state)!
  const { text } = version
  return {
    table: 'case',
    caseId,
    kind: 'agreement',
    number: state.caseNumber,
    title: text.title,
    status: state.status,
    ownerAgencyId: state.ownerAgencyId,
    areaCode: state.areaCode,
    domains: [...new Set(clausesOf(text).flatMap((clause) => clause.domainIds))],
    documentDate: state.signedOn,
    fields: {
      issuerId: state.ownerAgencyId,
      documentNumber: state.signedNumber ?? text.number,
      partyIds: text.parties.map((party) => party.agencyId),
      clauseCount: clausesOf(text).length,
      version: version.n,
      proposal: state.current === null ? null : state.proposal,
      inForceFrom: version.inForceFrom,
      until: text.term.until,
      ...rhythmOf(state),
    },
  }
}

/** Only where another text is found from now on: a large text takes longer to fold than all the rest of a command. */
const newSearch = (before: AgreementState, after: AgreementState, caseId: string): Change[] => {
  const search = searchOf(after, caseId)
  return before.status !== 'none' && isDeepStrictEqual(searchOf(before, caseId), search) ? [] : [search]
}

const searchOf = (state: AgreementState, caseId: string): Change => {
  if (state.status === 'discarded') return { table: 'search', caseId, number: '', title: '', text: '' }
  const { text } = standing(state)!
  const words = text.articles.flatMap((article) => [article.heading, ...article.clauses.map((clause) => clause.text)])
  const number = [state.caseNumber, state.signedNumber ?? text.number ?? ''].join(' ')
  return { table: 'search', caseId, number, title: text.title, text: [text.title, number, ...words].join('\n').slice(0, 200_000) }
}

/** Who takes part, by what was put to them: the text in force and the one negotiated. A draft is its drafting party's alone. */
const audience = (state: AgreementState): Map<string, PartyRole> => {
  const roles = new Map<string, PartyRole>()
  if (state.status === 'none') return roles
  const next = working(state)
  if (next && next.stage !== 'draft') {
    for (const id of next.signerIds) roles.set(id, 'coordinating')
    for (const party of next.text.parties) roles.set(party.agencyId, party.role)
  }
  for (const party of current(state)?.text.parties ?? []) roles.set(party.agencyId, party.role)
  // Those who were told of a version that came to nothing still see that it did.
  if (!next && state.current === null) for (const { signerIds } of state.versions) for (const id of signerIds) roles.set(id, 'coordinating')
  if (!roles.has(state.ownerAgencyId)) roles.set(state.ownerAgencyId, 'lead')
  return roles
}

/** Parties see all that is done for the agreement, advisers its text; whoever is left out sees nothing from then on. */
const audienceOf = (before: AgreementState, after: AgreementState, { caseId, effectiveAt, recordedAt }: LoggedAgreementEvent): Change[] => {
  const [had, have] = [audience(before), audience(after)]
  const changes: Change[] = []
  const party = (agencyId: string, role: PartyRole, until: Date | null) =>
    changes.push({ table: 'party', caseId, agencyId, role, from: effectiveAt, until })
  const sight = (subjectId: string, until: Date | null) =>
    changes.push({
      table: 'visible',
      subjectId,
      streamId: caseId,
      caseId,
      level: SIGHT.whole,
      reason: 'agreement-party',
      from: effectiveAt,
      until,
    })
  for (const [id, role] of had) {
    if (have.get(id) === role) continue
    party(id, role, recordedAt)
    if (role !== 'adviser') sight(id, recordedAt)
  }
  for (const [id, role] of have) {
    if (had.get(id) === role) continue
    party(id, role, null)
    if (role !== 'adviser') sight(id, null)
  }
  return changes
}

const asksOf = (state: AgreementState, { streamId, caseId }: LoggedAgreementEvent): AsksChange => ({
  table: 'asks',
  streamId,
  caseId,
  rows: [...asksOfDraft(state), ...asksOfNegotiation(state), ...asksOfEnding(state)],
})

const asksOfDraft = (state: AgreementState): AskRow[] => {
  const { ownerAgencyId: agencyId, drafterId: officerId } = state
  if (state.status !== 'draft') return []
  const since = new Date(state.createdAt)
  const title = working(state)?.text.title ?? ''
  return [{ agencyId, officerId, act: 'finishDraft', title, askerId: agencyId, verb: 'giao', dueAt: null, since }]
}

const asksOfNegotiation = (state: AgreementState): AskRow[] => {
  const next = working(state)
  if (!next || next.stage === 'draft') return []
  const { text, byAgencyId: askerId, due } = next
  const row = (agencyId: string, act: string, limited: boolean): AskRow => ({
    agencyId,
    act,
    title: text.title,
    askerId,
    verb: 'de-nghi',
    dueAt: limited && due ? new Date(due.dueAt) : null,
    soonAt: limited && due ? new Date(due.soonAt) : null,
    since: new Date(next.sentAt ?? next.at),
  })
  const missing = (done: { agencyId: string }[]) => next.signerIds.filter((id) => !done.some((one) => one.agencyId === id))
  if (next.stage === 'signing') return missing(next.signatures).map((id) => row(id, 'sign', false))
  const answers = missing(next.agreed).map((id) => row(id, 'agree', true))
  return openComments(state).length > 0 ? [...answers, row(askerId, 'resolve', false)] : answers
}

const asksOfEnding = (state: AgreementState): AskRow[] => {
  const { ending } = state
  if (!ending) return []
  const { text } = current(state)!
  return text.parties
    .filter((party) => !ending.agreedIds.includes(party.agencyId))
    .map(({ agencyId }) => ({
      agencyId,
      act: 'agreeEnd',
      title: text.title,
      askerId: ending.byAgencyId,
      verb: 'de-nghi',
      dueAt: null,
      since: new Date(`${ending.on}T00:00:00+07:00`),
    }))
}

/** The text that is to be read, by ids alone. */
const textOf = (state: AgreementState, { type, caseId, effectiveAt }: LoggedAgreementEvent): Change[] => {
  const now = current(state)
  if (!now || (type !== 'agreement.cameIntoForce' && type !== 'agreement.ended')) return []
  const values = {
    version: now.n,
    clause_ids: clausesOf(now.text).map((clause) => clause.id),
    open: type === 'agreement.cameIntoForce',
    since: effectiveAt.toISOString(),
  }
  return [{ table: 'row', into: 'clause_text', id: caseId, values }]
}
