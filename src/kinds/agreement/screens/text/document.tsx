import type { CaseView } from '../../../../kernel/http/views.ts'
import type { AgreementArticle, AgreementState, AgreementVersion } from '../../contract.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import type { ClauseComparison, ComparisonView } from '../../views.ts'
import { clauseLabel } from '../model.ts'
import { DocumentClause, type PlacedClause } from './document-clause.tsx'

const words = messages({
  article: { vi: 'Điều {n}. {heading}', en: 'Article {n}. {heading}' },
  removed: { vi: 'Điều khoản đã bỏ', en: 'Removed clauses' },
  none: { vi: 'Văn bản chưa có điều khoản nào.', en: 'The text has no clauses yet.' },
  noChange: { vi: 'Hai bản có điều khoản giống nhau.', en: 'The clauses of both versions are the same.' },
})

/** The articles of a version in reading order; where it is compared, each clause with what changed, and removed ones where they stood. */
export const Document = ({
  view,
  state,
  version,
  comparison,
  onlyChanges,
}: {
  view: CaseView
  state: AgreementState
  version: AgreementVersion
  comparison: ComparisonView | null
  onlyChanges: boolean
}) => {
  const t = useT(words)
  const text = useText()
  const changes = new Map(comparison?.clauses.map((one) => [one.clauseId, one]))
  const gone = (comparison?.clauses ?? []).filter((one) => one.change === 'removed')
  const removed = (one: ClauseComparison): PlacedClause => ({
    id: one.clauseId,
    label: text(one.label),
    ordinal: null,
    text: one.before ?? '',
    domainIds: [],
    change: one,
  })
  const clausesOf = (article: AgreementArticle): PlacedClause[] =>
    [
      ...article.clauses.map((clause) => ({
        id: clause.id,
        label: text(clauseLabel({ article, clause })),
        ordinal: clause.ordinal,
        text: clause.text,
        domainIds: clause.domainIds,
        change: changes.get(clause.id) ?? null,
      })),
      ...gone.filter((one) => one.articleId === article.id).map(removed),
    ].filter((one) => !onlyChanges || (one.change !== null && one.change.change !== 'same'))
  const known = new Set(version.text.articles.map((article) => article.id))
  const lost = gone.filter((one) => !known.has(one.articleId)).map(removed)
  const clause = (one: PlacedClause) => <DocumentClause key={one.id} view={view} state={state} version={version} {...one} />
  const articles = version.text.articles.map((article) => ({ article, clauses: clausesOf(article) }))
  const visible = articles.filter((one) => !onlyChanges || one.clauses.length > 0)
  if (articles.length === 0) return <EmptyState text={t('none')} />
  if (visible.length === 0 && lost.length === 0) return <EmptyState text={t('noChange')} />
  return (
    <article className="ag-document">
      {visible.map(({ article, clauses }, index) => (
        <section key={article.id} aria-labelledby={`a-${article.id}`}>
          {article.chapter && article.chapter !== visible[index - 1]?.article.chapter && <p className="ag-chapter">{article.chapter}</p>}
          <h3 id={`a-${article.id}`}>{t('article', { n: article.ordinal, heading: article.heading }).replace(/[.\s]+$/, '')}</h3>
          {clauses.map(clause)}
        </section>
      ))}
      {lost.length > 0 && (
        <section aria-labelledby="a-lost">
          <h3 id="a-lost">{t('removed')}</h3>
          {lost.map(clause)}
        </section>
      )}
    </article>
  )
}
