import type { AgreementText } from './contract.ts'
import { compareFields, type NameOf } from './compare-fields.ts'
import { placedClauses } from './labels.ts'
import type { ClauseComparison, ComparisonView } from './views.ts'
import { wordDiff } from './word-diff.ts'

/**
 * What changed from one version to another: per clause, by its id, with the words taken out and put in; clauses stand in the order of the
 * newer version, removed ones after what they followed. Pure; `nameOf` tells agencies by name.
 */
export const compareTexts = (
  before: { n: number; text: AgreementText },
  after: { n: number; text: AgreementText },
  nameOf: NameOf,
): ComparisonView => {
  const old = placedClauses(before.text)
  const now = placedClauses(after.text)
  const oldById = new Map(old.map((placed) => [placed.clause.id, placed]))
  const kept = new Set(now.map((placed) => placed.clause.id))
  const clauses: ClauseComparison[] = now.map(({ clause, article, label }) => {
    const was = oldById.get(clause.id)?.clause.text ?? null
    const change = was === null ? 'added' : was === clause.text ? 'same' : 'changed'
    const pieces = wordDiff(was ?? '', clause.text)
    return { clauseId: clause.id, articleId: article.id, label, change, before: was, after: clause.text, pieces }
  })
  old.forEach(({ clause, article, label }, i) => {
    if (kept.has(clause.id)) return
    const previous = old
      .slice(0, i)
      .map((placed) => placed.clause.id)
      .findLast((id) => clauses.some((one) => one.clauseId === id))
    const at = previous === undefined ? 0 : clauses.findIndex((one) => one.clauseId === previous) + 1
    const removed = { clauseId: clause.id, articleId: article.id, label, before: clause.text, after: null }
    clauses.splice(at, 0, { ...removed, change: 'removed', pieces: wordDiff(clause.text, '') })
  })
  const counts = { same: 0, changed: 0, added: 0, removed: 0 }
  for (const { change } of clauses) counts[change]++
  return { from: before.n, to: after.n, clauses, fields: compareFields(before.text, after.text, nameOf), counts }
}
