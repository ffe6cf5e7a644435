import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComingRow } from '../../kernel/http/coming-views.ts'
import { shortDay } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Card } from '../ui/page.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { deskWords } from './desk-messages.ts'
import { comingQuery } from './desk-queries.ts'

/** '26/11', or '12/2026' where only the month is certain. */
const dayWords = ({ on, month }: ComingRow): string => (month ? `${on.slice(5, 7)}/${on.slice(0, 4)}` : shortDay(on))

const Line = ({ row }: { row: ComingRow }) => {
  const text = useText()
  return (
    <li>
      <Link to={`/case/${row.caseId}`} className="coming-link" title={row.caseTitle}>
        <span className="coming-day">{dayWords(row)}</span>
        <span className="coming-what">{text(row.text)}</span>
        <span className="coming-note clip">{[row.caseNumber, row.note && text(row.note)].filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  )
}

/** What the next weeks bring: briefings, reviews, the end of a term, recurring reports. */
export const ComingCard = () => {
  const t = useT(deskWords)
  const { data, error, isPending, refetch } = useQuery(comingQuery)
  return (
    <Card title={t('coming')} flush>
      {isPending && <WaitingRows rows={3} />}
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {data?.rows.length === 0 && <EmptyState text={t('comingNone', { day: shortDay(data.until) })} />}
      <ul className="waiting">
        {data?.rows.map((row) => (
          <Line key={`${row.on} ${row.caseId} ${row.text.vi}`} row={row} />
        ))}
      </ul>
    </Card>
  )
}
