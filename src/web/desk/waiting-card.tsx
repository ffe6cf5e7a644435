import { lazy, Suspense, useState } from 'react'
import type { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WaitingRow, WaitingView } from '../../kernel/http/views.ts'
import { Clock } from '../ui/clock.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Card } from '../ui/page.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { count, useT } from '../shell/i18n.ts'
import { counted } from './counted.ts'
import { deskWords } from './desk-messages.ts'
import { Opening } from '../ui/opening.tsx'

const ChaseDrawer = lazy(() => import('./chase-drawer.tsx'))

type List = ReturnType<typeof useInfiniteQuery<WaitingView, Error, { pages: WaitingView[]; pageParams: unknown[] }>>

const Line = ({ row }: { row: WaitingRow }) => {
  const t = useT(deskWords)
  const only = row.count === 1 ? row.streamIds[0] : undefined
  return (
    <li>
      <Link to={`/case/${row.caseId}`} search={only && only !== row.caseId ? { f: only } : {}} className="waiting-link">
        <span className="waiting-agency clip">{row.count === 1 ? row.agencies[0]?.shortName : t('agencies', { n: count(row.count) })}</span>
        <Clock clock={row.clock} moment={false} />
        <span className="waiting-title clip">{row.title}</span>
      </Link>
    </li>
  )
}

/** What the agency waits for from others, and one act that reminds all who are late. */
export const WaitingCard = ({ list }: { list: List }) => {
  const t = useT(deskWords)
  const [chasing, setChasing] = useState(false)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const first = list.data?.pages[0]
  const late = rows.filter((row) => row.clock.overdue)
  return (
    <Card
      title={t('waiting')}
      note={first ? counted(first.total) : null}
      flush
      actions={
        late.length > 0 && (
          <button type="button" className="plain-button link" onClick={() => setChasing(true)}>
            {t('chase', { n: counted(first?.overdue ?? late.length) })}
          </button>
        )
      }
    >
      {list.isPending && <WaitingRows rows={4} />}
      {list.error && !list.data && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <EmptyState text={t('waitingNone')} />}
      <ul className="waiting">
        {rows.map((row) => (
          <Line key={`${row.caseId}-${row.act}-${row.streamIds[0]}`} row={row} />
        ))}
      </ul>
      {list.hasNextPage && (
        <button type="button" className="plain-button link notifications-more" onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </button>
      )}
      <Suspense fallback={<Opening />}>{chasing && <ChaseDrawer rows={late} onClose={() => setChasing(false)} />}</Suspense>
    </Card>
  )
}
