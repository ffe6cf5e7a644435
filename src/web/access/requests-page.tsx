import { lazy, Suspense } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ActButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { Opening } from '../ui/opening.tsx'
import { Card, Page } from '../ui/page.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT } from '../shell/i18n.ts'
import { accessWords } from './access-messages.ts'
import { requestsQuery } from './access-queries.ts'
import { RequestLine } from './request-line.tsx'
import '../case/case.css'
import './access.css'

const RequestDrawer = lazy(() => import('./request-drawer.tsx'))

/** What the agency asked to read, by number; the form stands over it. `ask` in the address opens it, with the number that was looked for. */
export const RequestsPage = () => {
  const t = useT(accessWords)
  const navigate = useNavigate()
  const { ask } = useSearch({ strict: false }) as { ask?: string | number | boolean }
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery(requestsQuery)
  const rows = data?.pages.flatMap((page) => page.rows) ?? []
  const open = (value: string | undefined) =>
    void navigate({ to: '/access-requests', search: value === undefined ? {} : { ask: value }, replace: true })
  const opener = (
    <ActButton primary icon={<PlusIcon />} onClick={() => open('')}>
      {t('ask')}
    </ActButton>
  )
  return (
    <Page title={t('title')} lead={t('lead')} actions={rows.length > 0 ? opener : null}>
      {isPending && <WaitingRows rows={4} />}
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {data && rows.length === 0 && <EmptyState text={t('none')} action={opener} />}
      {rows.length > 0 && (
        <Card title={t('list')} flush>
          <ul className="access-list">
            {rows.map((row) => (
              <RequestLine key={row.id} row={row} />
            ))}
          </ul>
        </Card>
      )}
      {hasNextPage && (
        <button type="button" className="plain-button link" onClick={() => void fetchNextPage()}>
          {t('more')}
        </button>
      )}
      <Suspense fallback={<Opening />}>
        {ask !== undefined && <RequestDrawer number={ask === true ? '' : String(ask)} onClose={() => open(undefined)} />}
      </Suspense>
    </Page>
  )
}
