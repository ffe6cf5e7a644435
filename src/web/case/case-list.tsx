import { useCallback, useEffect, useRef } from 'react'
import type { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import type { CaseListView } from '../../kernel/http/views.ts'
import { useCurrentRow } from '../desk/use-current-row.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { shellWords } from '../shell/messages.ts'
import { usePlace } from '../shell/use-place.ts'
import { CaseLine, columnsOf } from './case-line.tsx'
import type { KindScreens } from './kind-screens.ts'
import { listWords } from './case-list-messages.ts'

type List = ReturnType<typeof useInfiniteQuery<CaseListView, Error, { pages: CaseListView[]; pageParams: unknown[] }>>

/** Rows of cases with keys; keeps its place when the officer comes back. */
export const CaseList = ({
  list,
  kind,
  place,
  filtered,
}: {
  list: List
  kind: KindScreens | undefined
  place: string
  filtered: boolean
}) => {
  const t = useT(listWords)
  const text = useText()
  const navigate = useNavigate()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const kept = usePlace(place, scroller, list.data !== undefined)
  const { current, choose, move } = useCurrentRow(
    rows.map((row) => row.id),
    kept.id,
  )
  useEffect(() => kept.note(current), [kept, current])
  const open = () => current && void navigate({ to: `/case/${current}` })
  useKeys({
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    enter: open,
    o: open,
    '/': () => document.querySelector<HTMLElement>('.filters select')?.focus(),
  })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])

  const columns = kind?.columns ?? []
  const template = columnsOf(columns)
  return (
    <section className="card desk-card">
      {list.isPending && <WaitingRows rows={10} />}
      {list.error && !list.data && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && (
        <EmptyState
          text={t(filtered ? 'noneFiltered' : 'none')}
          action={
            <Link to="/access-requests" search={{ ask: '' }} className="link">
              {text(shellWords.askAccess)}
            </Link>
          }
        />
      )}
      {rows.length > 0 && (
        <div className="table-row table-head" style={{ ['--cols' as string]: template }} aria-hidden="true">
          <span>{t('case')}</span>
          {columns.map((column) => (
            <span key={column.key} className={column.align === 'end' ? 'table-end' : undefined}>
              {text(column.title)}
            </span>
          ))}
          {columns.length === 0 && <span>{t('by')}</span>}
          <span>{t('status')}</span>
          <span>{t('progress')}</span>
          <span className="table-end">{t('updated')}</span>
        </div>
      )}
      <div className="desk-scroll" ref={scroller}>
        <VirtualList
          label={t('list')}
          scroller={scroller}
          bring={current}
          onEnd={onEnd}
          items={rows.map((row) => ({
            key: row.id,
            estimate: 53,
            render: () => (
              <CaseLine
                row={row}
                kind={kind ?? kindScreens.find((one) => one.kind === row.kind)}
                columns={columns}
                template={template}
                current={row.id === current}
                onFocus={() => choose(row.id)}
              />
            ),
          }))}
        />
      </div>
    </section>
  )
}
