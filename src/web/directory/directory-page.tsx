import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { PlainSelect } from '../ui/plain-select.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { VirtualList } from '../ui/virtual-list.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { useMe } from '../shell/session.ts'
import { useLater } from '../shell/use-later.ts'
import { usePlace } from '../shell/use-place.ts'
import { AgencyLine } from './agency-line.tsx'
import { directoryWords } from './directory-messages.ts'
import { agencyListQuery, agencyTypesQuery, type AgencyFilter } from './directory-queries.ts'
import '../case/case.css'

const DateField = lazy(async () => ({ default: (await import('../ui/date-field.tsx')).DateField }))
const AreaSelect = lazy(async () => ({ default: (await import('./area-select.tsx')).AreaSelect }))

/** In the address where no area is wanted, not even the officer's own province. */
const EVERYWHERE = 'all'

/** Every agency, today or as of a day: by name, former name, type and area. Filters stand in the address. */
export const DirectoryPage = () => {
  const t = useT(directoryWords)
  const text = useText()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as AgencyFilter
  const [typed, setTyped] = useState(String(search.q ?? ''))
  const q = useLater(typed.trim(), 250)
  const scroller = useRef<HTMLDivElement>(null)
  const { data: types } = useQuery(agencyTypesQuery)
  const me = useMe()
  // Nothing chosen and nothing typed: the officer's own province. A name is looked for everywhere.
  const home = search.area === undefined && q === '' ? me.province : null
  const area = home?.code ?? (search.area === EVERYWHERE ? undefined : search.area)
  const list = useInfiniteQuery({ ...agencyListQuery({ ...search, area, q: q || undefined }), placeholderData: keepPreviousData })
  const set = (change: AgencyFilter) => void navigate({ to: '/directory', search: { ...search, ...change }, replace: true })
  usePlace(`directory.${JSON.stringify(search)}`, scroller, list.data !== undefined)
  useKeys({ '/': () => document.getElementById('directory-find')?.focus() })

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page title={t('title')} scroll={false}>
      <search className="filters">
        <input
          id="directory-find"
          type="search"
          className="plain-input grow"
          aria-label={t('find')}
          placeholder={t('find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            set({ q: event.target.value || undefined })
          }}
        />
        <PlainSelect
          id="directory-type"
          label={t('type')}
          value={search.type ?? ''}
          onChange={(type) => set({ type: type || undefined })}
          options={[{ value: '', label: t('anyType') }, ...(types ?? []).map((type) => ({ value: type.id, label: text(type.name) }))]}
        />
        <Suspense>
          <AreaSelect
            id="directory-area"
            label={t('area')}
            placeholder={t('anyArea')}
            value={area ?? null}
            known={home}
            onChange={(code) => set({ area: code ?? EVERYWHERE })}
          />
          <label className="row-gap" htmlFor="directory-day">
            <span className="meta">{t('asOf')}</span>
            <DateField id="directory-day" value={search.asOf ?? null} onChange={(day) => set({ asOf: day ?? undefined })} />
          </label>
        </Suspense>
      </search>
      <section className="card desk-card">
        {list.isPending && <WaitingRows rows={10} />}
        {list.error && !list.data && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
        {list.data && rows.length === 0 && <EmptyState text={t('none')} />}
        <div className="desk-scroll" ref={scroller}>
          <VirtualList
            label={t('list')}
            scroller={scroller}
            onEnd={onEnd}
            items={rows.map((row) => ({ key: row.id, estimate: 53, render: () => <AgencyLine row={row} asOf={search.asOf} /> }))}
          />
        </div>
      </section>
    </Page>
  )
}
