import type { ActionView, CaseView } from '../../../kernel/http/views.ts'
import type {
  AgreementArticle,
  AgreementClause,
  AgreementComment,
  AgreementState,
  AgreementText,
  AgreementVersion,
  CommandName,
} from '../contract.ts'

/** The state of an agreement as its case page carries it; null where the reader sees the header only. */
export const stateOf = (view: CaseView): AgreementState | null => view.state as AgreementState | null

export const versionOf = (state: AgreementState, n: number | null): AgreementVersion | null =>
  n === null ? null : (state.versions.find((one) => one.n === n) ?? null)

/** The version that is drafted or negotiated now; null where none is. */
export const proposalOf = (state: AgreementState): AgreementVersion | null => versionOf(state, state.proposal)

/** The text that counts: in force (or last in force), else the one under negotiation, else the last. */
export const standingOf = (state: AgreementState): AgreementVersion | null =>
  versionOf(state, state.current) ?? proposalOf(state) ?? state.versions.at(-1) ?? null

export const actionOf = (view: CaseView, command: CommandName): ActionView | undefined =>
  view.actions.find((one) => one.command === command)

export const isAllowed = (view: CaseView, command: CommandName): boolean => actionOf(view, command)?.allowed === true

export type PlacedClause = { clause: AgreementClause; article: AgreementArticle }

/** Every clause with its article, in reading order. */
export const clausesIn = (text: AgreementText): PlacedClause[] =>
  text.articles.flatMap((article) => article.clauses.map((clause) => ({ clause, article })))

/** "Khoản 2 Điều 3" and its English; the article alone where it has one clause. */
export const clauseLabel = ({ article, clause }: PlacedClause) =>
  article.clauses.length === 1
    ? { vi: `Điều ${article.ordinal}`, en: `Article ${article.ordinal}` }
    : { vi: `Khoản ${clause.ordinal} Điều ${article.ordinal}`, en: `Article ${article.ordinal}, clause ${clause.ordinal}` }

export const openComments = (state: AgreementState): AgreementComment[] => state.comments.filter((one) => one.resolved === null)

/** Ids of every agency, division and former body that a text names. */
export const agencyIdsIn = (text: AgreementText): string[] =>
  [
    ...text.parties.flatMap((party) => [party.agencyId, party.unitId, party.formerId]),
    ...text.exchange.flatMap((rule) => [rule.fromId, rule.toId]),
    ...(text.briefing?.hosts ?? []),
    ...text.contactPoints.flatMap((point) => [point.agencyId, point.unitId]),
  ].filter((id): id is string => id !== null)
