import { useState } from 'react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import type { SearchView } from '../../kernel/http/views.ts'
import { capital } from '../ui/capital.ts'
import { Chip } from '../ui/chip.tsx'
import { moment } from '../ui/dates.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Card, Page } from '../ui/page.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { api, query } from './api.ts'
import { count, messages, useT } from './i18n.ts'
import { shellWords } from './messages.ts'
import { useLater } from './use-later.ts'
import '../case/case.css'
import './notifications.css'
import './search.css'

const words = messages({
  cases: { vi: 'Hồ sơ', en: 'Cases' },
  agencies: { vi: 'Cơ quan', en: 'Agencies' },
  none: { vi: 'Không có hồ sơ hay cơ quan nào khớp “{q}”.', en: 'No case or agency matches “{q}”.' },
  teach: {
    vi: 'Gõ số văn bản, trích yếu hoặc tên đơn vị. Có dấu hay không dấu đều được.',
    en: 'Type a document number, words of a title or an agency’s name, with or without diacritics.',
  },
  more: { vi: 'Xem thêm', en: 'Show more' },
  found: { vi: '{cases} hồ sơ, {agencies} cơ quan', en: '{cases} cases, {agencies} agencies' },
  foundMore: { vi: '{cases} hồ sơ đầu tiên, {agencies} cơ quan', en: 'The first {cases} cases, {agencies} agencies' },
})

/** All that matches, cases newest first, agencies by name. The words stand in the address. */
export const SearchPage = () => {
  const t = useT(words)
  const shell = useT(shellWords)
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const [typed, setTyped] = useState(String(q))
  const asked = useLater(typed.trim(), 250)
  const { data, error, isFetching, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['search', asked, 'page'],
    queryFn: ({ pageParam, signal }) => api.get<SearchView>(`/search${query({ q: asked, after: pageParam })}`, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const hits = data?.pages.flatMap((page) => page.cases) ?? []
  const agencies = data?.pages[0]?.agencies ?? []
  const nothing = data && !isFetching && hits.length + agencies.length === 0
  return (
    <Page title={shell('search')}>
      <search className="filters">
        <input
          className="plain-input grow"
          type="search"
          aria-label={shell('searchPlace')}
          placeholder={shell('searchPlace')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            void navigate({ to: '/search', search: { q: event.target.value }, replace: true })
          }}
        />
      </search>
      {error && !data && <ErrorNote error={error} retry={() => void refetch()} />}
      {asked.length < 2 && <EmptyState text={t('teach')} />}
      {asked.length > 1 && !data && !error && <WaitingRows rows={6} />}
      {nothing && (
        <EmptyState
          text={t('none', { q: asked })}
          action={
            <Link to="/access-requests" search={{ ask: asked }} className="link">
              {shell('askAccess')}
            </Link>
          }
        />
      )}
      <output className="sr-only">
        {data && !isFetching && t(hasNextPage ? 'foundMore' : 'found', { cases: count(hits.length), agencies: count(agencies.length) })}
      </output>
      <div className="search-columns">
        <div className="stack">
          {hits.length > 0 && (
            <Card title={t('cases')} flush>
              <ul>
                {hits.map((hit) => {
                  const look = kindScreens.find((kind) => kind.kind === hit.kind)?.statuses[hit.status]
                  return (
                    <li key={hit.caseId}>
                      <Link to={`/case/${hit.caseId}`} className="table-row" style={{ ['--cols' as string]: 'minmax(0, 1fr) 150px 90px' }}>
                        <span className="case-cell">
                          <span className="case-cell-title">{capital(hit.title)}</span>
                          <span className="meta">
                            <b className="ink strong">{hit.number}</b> {hit.owner.shortName}
                          </span>
                        </span>
                        <span>{look && <Chip look={look} />}</span>
                        <span className="meta table-end">{moment(hit.updatedAt)}</span>
                      </Link>
                    </li>
                  )
                })}
              </ul>
            </Card>
          )}
          {hasNextPage && (
            <button type="button" className="plain-button link" onClick={() => void fetchNextPage()}>
              {t('more')}
            </button>
          )}
        </div>
        {agencies.length > 0 && (
          <Card title={t('agencies')} flush>
            <ul>
              {agencies.map((agency) => (
                <li key={agency.id}>
                  <Link
                    to={`/directory/${agency.id}`}
                    className="table-row"
                    style={{ ['--cols' as string]: 'minmax(0, 1fr) auto', minHeight: 40 }}
                  >
                    <span>{agency.name}</span>
                    <span className="meta">{agency.formerName}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </div>
    </Page>
  )
}
