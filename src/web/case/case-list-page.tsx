import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import { ActButton } from '../ui/button.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { Page } from '../ui/page.tsx'
import { count, useT, useText } from '../shell/i18n.ts'
import { LONG_PAGES, pagesOf } from '../shell/refresh.ts'
import { hasRight, useMe } from '../shell/session.ts'
import { CaseFilters } from './case-filters.tsx'
import { CaseList } from './case-list.tsx'
import { listWords } from './case-list-messages.ts'
import { caseListQuery, type CaseFilter } from './case-queries.ts'
import './case.css'

/** Cases that concern the agency, newest first; every filter stands in the address. */
export const CaseListPage = () => {
  const t = useT(listWords)
  const text = useText()
  const me = useMe()
  const navigate = useNavigate()
  const { kind: kindName } = useParams({ strict: false }) as { kind?: string }
  const search = useSearch({ strict: false }) as CaseFilter
  const kind = kindScreens.find((one) => one.kind === kindName)
  const filter: CaseFilter = { ...search, kind: kindName ?? search.kind }
  const client = useQueryClient()
  const list = useInfiniteQuery(caseListQuery(filter))
  const loaded = list.data?.pages.reduce((sum, page) => sum + page.rows.length, 0) ?? 0
  const to = kindName ? `/cases/${kindName}` : '/cases'
  const create = kind?.create && (!kind.create.right || hasRight(me, kind.create.right)) ? kind.create : null
  return (
    <Page
      title={kind ? text(kind.name) : t('all')}
      scroll={false}
      lead={
        list.data &&
        loaded > 0 && (
          <>
            {t(list.hasNextPage ? 'loaded' : 'loadedAll', { n: count(loaded) })}{' '}
            {pagesOf(list.data) > LONG_PAGES && (
              <StaleNote at={list.dataUpdatedAt} onReload={() => void client.resetQueries({ queryKey: ['cases'] })} />
            )}
          </>
        )
      }
      actions={
        create && (
          <ActButton primary icon={<PlusIcon />} onClick={() => void navigate({ to: create.to })}>
            {text(create.label)}
          </ActButton>
        )
      }
    >
      <CaseFilters
        filter={search}
        kind={kind}
        onChange={(change) => void navigate({ to, search: { ...search, ...change }, replace: true })}
        onClear={() => void navigate({ to, search: {}, replace: true })}
      />
      <CaseList list={list} kind={kind} place={`${to}.${JSON.stringify(search)}`} filtered={Object.values(search).some(Boolean)} />
    </Page>
  )
}
