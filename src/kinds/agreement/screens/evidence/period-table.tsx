import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../../kernel/http/views.ts'
import { count, messages, useT, useText } from '../../../../web/shell/i18n.ts'
import { officialDay } from '../../../../web/ui/dates.ts'
import { EmptyState } from '../../../../web/ui/empty-state.tsx'
import { ErrorNote } from '../../../../web/ui/error-note.tsx'
import { Card } from '../../../../web/ui/page.tsx'
import { WaitingRows } from '../../../../web/ui/waiting-rows.tsx'
import { useAgreementPlace } from '../place.ts'
import { evidenceTableQuery } from '../queries.ts'
import './periods.css'

const words = messages({
  title: { vi: 'Điều khoản theo kỳ', en: 'Clauses by period' },
  lead: { vi: 'số việc đã làm trong từng kỳ', en: 'what was done in each period, counted' },
  clause: { vi: 'Điều khoản', en: 'Clause' },
  none: { vi: 'chưa có', en: 'nothing' },
  past: { vi: 'bản trước', en: 'earlier version' },
  total: { vi: 'Có minh chứng', en: 'With evidence' },
  empty: { vi: 'Quy chế chưa có kỳ nào từ khi có hiệu lực.', en: 'No period yet since it came into force.' },
})

/** Clauses by half-year, from the first to this one: each number leads to its period. */
export const PeriodTable = ({ view }: { view: CaseView }) => {
  const t = useT(words)
  const text = useText()
  const { go } = useAgreementPlace(view.id)
  const { data, error, refetch } = useQuery(evidenceTableQuery(view.id))
  if (error && !data) return <ErrorNote error={error} retry={() => void refetch()} />
  if (!data) return <WaitingRows rows={8} />
  // The newest period stands beside the clauses, where it is seen first.
  const periods = data.periods.map((period, at) => ({ period, at })).toReversed()
  const { rows } = data
  return (
    <Card fill flush title={t('title')} note={t('lead')}>
      {data.periods.length === 0 || rows.length === 0 ? (
        <EmptyState text={t('empty')} />
      ) : (
        <table className="ag-periods" aria-label={`${t('title')}, ${t('lead')}`}>
          <thead>
            <tr>
              <th scope="col">{t('clause')}</th>
              {periods.map(({ period }) => (
                <th scope="col" key={period.key} title={`${officialDay(period.from)} – ${officialDay(period.until)}`}>
                  <button
                    type="button"
                    className="plain-button link"
                    onClick={() => go({ part: 'work', from: period.from, until: period.until }, true)}
                  >
                    {text(period.label)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.clauseId}>
                <th scope="row" abbr={text(row.label)}>
                  <b className="strong">{text(row.label)}</b>
                  {row.past && <span className="meta"> {t('past')}</span>} <span className="ag-two">{row.text}</span>
                </th>
                {periods.map(({ period, at }) => {
                  const n = row.counts[at] ?? 0
                  return (
                    <td key={period.key} data-none={n === 0 || undefined} data-now={period.current || undefined}>
                      {n === 0 ? t('none') : count(n)}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {periods.map(({ period, at }) => (
                <td key={period.key}>
                  {count(rows.filter((row) => (row.counts[at] ?? 0) > 0).length)}/{count(rows.length)}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      )}
    </Card>
  )
}
