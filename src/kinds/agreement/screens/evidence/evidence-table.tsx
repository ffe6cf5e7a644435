import type { CaseView } from '../../../../kernel/http/views.ts'
import { messages, useT, useText } from '../../../../web/shell/i18n.ts'
import type { ClauseEvidence, EvidenceView } from '../../views.ts'
import { standingOf, stateOf } from '../model.ts'
import type { Doing } from './clause-forms.tsx'
import { ClauseRow } from './clause-row.tsx'

const words = messages({
  clause: { vi: 'Nội dung phối hợp', en: 'Clause' },
  done: { vi: 'Đã làm trong kỳ', en: 'Done in the period' },
  before: { vi: 'Kỳ trước', en: 'Period before' },
  past: { vi: 'Điều khoản của bản trước, việc vẫn chạy', en: 'Clauses of an earlier version; their work goes on' },
  article: { vi: 'Điều {n}. {heading}', en: 'Article {n}. {heading}' },
})

type Group = { id: string; title: string; chapter: string | null; clauses: ClauseEvidence[] }

/** Clauses by article, in reading order. Clauses that stand in a past version alone come last. */
const groupsOf = (data: EvidenceView, view: CaseView, past: string, article: (n: number, heading: string) => string): Group[] => {
  const state = stateOf(view)
  const articles = (state && standingOf(state)?.text.articles) ?? []
  let chapter: string | null = null
  const groups = articles.flatMap((one): Group[] => {
    const clauses = data.clauses.filter((clause) => clause.articleId === one.id && !clause.past)
    if (clauses.length === 0) return []
    const opens = one.chapter !== chapter ? one.chapter : null
    chapter = one.chapter
    return [{ id: one.id, title: article(one.ordinal, one.heading), chapter: opens, clauses }]
  })
  const placed = new Set(groups.flatMap((group) => group.clauses))
  const rest = data.clauses.filter((clause) => !placed.has(clause))
  return rest.length > 0 ? [...groups, { id: 'past', title: past, chapter: null, clauses: rest }] : groups
}

/** A table that reads clause, then what was done: the clause is the header of its row. */
export const EvidenceTable = ({
  view,
  data,
  compare,
  label,
  onOpen,
  onDo,
}: {
  view: CaseView
  data: EvidenceView
  compare: boolean
  label: string
  onOpen: (clauseId: string) => void
  onDo: (doing: Doing) => void
}) => {
  const t = useT(words)
  const text = useText()
  const groups = groupsOf(data, view, t('past'), (n, heading) => t('article', { n, heading }).replace(/[.\s]+$/, ''))
  const columns = compare ? 3 : 2
  return (
    <table className="ag-evidence" data-compare={compare || undefined} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('clause')}</th>
          <th scope="col">{t('done')}</th>
          {compare && (
            <th scope="col">
              {t('before')}
              <span className="sr-only"> {text(data.previous.label)}</span>
            </th>
          )}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {(groups.length > 1 || group.id === 'past') && (
            <tr className="ag-group">
              <th scope="rowgroup" colSpan={columns}>
                {group.chapter && <span className="ag-chapter">{group.chapter}</span>}
                {group.title}
              </th>
            </tr>
          )}
          {group.clauses.map((clause) => (
            <ClauseRow key={clause.clauseId} view={view} clause={clause} compare={compare} onOpen={onOpen} onDo={onDo} />
          ))}
        </tbody>
      ))}
    </table>
  )
}
