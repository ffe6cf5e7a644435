import type { Text } from '../../kernel/problems/problem.ts'
import type { AgreementArticle, AgreementClause, AgreementText } from './contract.ts'

export type PlacedClause = { clause: AgreementClause; article: AgreementArticle; label: Text }

/** The clauses of a text in reading order, each with its place in words. The only clause of an article is called by the article. */
export const placedClauses = (text: AgreementText): PlacedClause[] =>
  text.articles.flatMap((article) => article.clauses.map((clause) => ({ clause, article, label: labelOf(article, clause) })))

const labelOf = (article: AgreementArticle, clause: AgreementClause): Text =>
  article.clauses.length === 1
    ? { vi: `Điều ${article.ordinal}`, en: `Article ${article.ordinal}` }
    : { vi: `Khoản ${clause.ordinal} Điều ${article.ordinal}`, en: `Article ${article.ordinal}, clause ${clause.ordinal}` }
