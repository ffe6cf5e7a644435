import type { Reason } from '../../kernel/problems/problem.ts'
import { dateWords } from '../../kernel/assignments/due.ts'
import type { AgreementClause, AgreementComment, AgreementState, AgreementText, AgreementVersion } from './contract.ts'
import { reason } from './problems.ts'

/** The version that is drafted or negotiated now. */
export const working = (state: AgreementState): AgreementVersion | null => versionOf(state, state.proposal)

/** The version in force, or last in force. */
export const current = (state: AgreementState): AgreementVersion | null => versionOf(state, state.current)

/** What counts now: the text in force, else the one negotiated, else the last there was. */
export const standing = (state: AgreementState): AgreementVersion | null =>
  current(state) ?? working(state) ?? state.versions.at(-1) ?? null

export const versionOf = (state: AgreementState, n: number | null): AgreementVersion | null =>
  n === null ? null : (state.versions.find((version) => version.n === n) ?? null)

export const clausesOf = (text: AgreementText): AgreementClause[] => text.articles.flatMap((article) => article.clauses)

/** Whether a clause is or was in force. */
export const isClauseOfForce = (state: AgreementState, clauseId: string): boolean =>
  state.versions.some(
    ({ stage, text }) => (stage === 'in-force' || stage === 'past') && clausesOf(text).some((clause) => clause.id === clauseId),
  )

export const partyIds = (text: AgreementText): string[] => text.parties.map((party) => party.agencyId)

/** Whether an agency takes part: by the text in force, or by the one put to it. */
export const isParty = (state: AgreementState, agencyId: string): boolean => {
  const now = current(state)
  const next = working(state)
  return (
    (now !== null && partyIds(now.text).includes(agencyId)) ||
    (next !== null && next.stage !== 'draft' && next.signerIds.includes(agencyId)) ||
    (next !== null && next.byAgencyId === agencyId)
  )
}

/** Open comments on what is negotiated, of one agency or of all. */
export const openComments = (state: AgreementState, agencyId?: string): AgreementComment[] =>
  state.comments.filter((comment) => comment.resolved === null && (agencyId === undefined || comment.agencyId === agencyId))

/** First day of the first version that was in force; null before. */
export const inForceSince = (state: AgreementState): string | null =>
  state.versions.reduce<string | null>(
    (first, { inForceFrom }) => (inForceFrom !== null && (first === null || inForceFrom < first) ? inForceFrom : first),
    null,
  )

/** Why the agreement is not in force on a day; null where it is. */
export const notInForce = (state: AgreementState, day: string): Reason | null => {
  if (state.status === 'ended') return reason('agreement-ended')
  if (state.status === 'replaced') return reason('agreement-replaced')
  if (state.status === 'discarded') return reason('case-discarded')
  const now = current(state)
  const since = inForceSince(state)
  if (state.status !== 'in-force' || !now || since === null) return reason('not-in-force')
  if (day < since) return reason('force-later', { day: dateWords(since) })
  const { until } = now.text.term
  return until !== null && day > until ? reason('force-over', { day: dateWords(until) }) : null
}
