import { lazy, Suspense, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useTitle } from '../ui/page.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT } from '../shell/i18n.ts'
import { LostPage } from '../shell/lost-page.tsx'
import { ProblemError } from '../shell/problem.ts'
import { CaseHeader } from './case-header.tsx'
import { caseWords } from './case-messages.ts'
import { caseQuery, progressQuery } from './case-queries.ts'
import { PartiesCard } from './parties-card.tsx'
import { PartPage } from './part-page.tsx'
import { PlainCentre } from './plain-centre.tsx'
import { RecordCard } from './record-card.tsx'
import { StepsCard } from './steps-card.tsx'
import './case.css'
import { Opening } from '../ui/opening.tsx'

const CaseAccessDrawer = lazy(() => import('../access/case-access-drawer.tsx'))
const FulfilmentDrawer = lazy(() => import('./fulfilment-drawer.tsx'))

type Tab = 'work' | 'record' | 'side'
/** `f`: the fulfilment that is open over the case; `access`: who asks to read it, 'all' or one; `tab`: the part shown where the columns do not stand beside each other. */
type CaseSearch = { f?: string; access?: string; tab?: Tab }

/** The page that every kind of case shares: its header, steps and parties, the kind's own centre, the record. */
export const CasePage = () => {
  const t = useT(caseWords)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const search = useSearch({ strict: false }) as CaseSearch
  const navigate = useNavigate()
  const router = useRouter()
  const centre = useRef<HTMLDivElement>(null)
  const { data: view, error, refetch } = useQuery(caseQuery(id))
  const { data: progress } = useQuery({ ...progressQuery(id), enabled: view !== undefined })
  useTitle(view ? view.number || view.title : t('case'))
  useKeys({ escape: () => router.history.back() })

  if (error && !view) {
    return error instanceof ProblemError && (error.status === 404 || error.status === 403) ? (
      <LostPage />
    ) : (
      <ErrorNote error={error} retry={() => void refetch()} />
    )
  }
  if (!view) return <WaitingRows rows={8} />

  const kind = view.state === null ? undefined : kindScreens.find((one) => one.kind === view.kind)
  const openFulfilment = (f: string | null) =>
    void navigate({ to: `/case/${id}`, search: { ...search, f: f ?? undefined }, replace: f === null })
  const openAccess = (access: string | undefined) =>
    void navigate({ to: `/case/${id}`, search: { ...search, access }, replace: access === undefined })
  const tab = search.tab ?? 'work'
  const Centre = kind?.centre ?? PlainCentre
  const open = (
    <Suspense fallback={<Opening />}>
      {search.access && (
        <CaseAccessDrawer
          key={search.access}
          caseId={id}
          first={search.access === 'all' ? null : search.access}
          onClose={() => openAccess(undefined)}
        />
      )}
      {search.f && <FulfilmentDrawer key={search.f} id={search.f} onOpen={openFulfilment} onClose={() => openFulfilment(null)} />}
    </Suspense>
  )
  const work = (
    <Suspense fallback={<WaitingRows rows={8} />}>
      <Centre view={view} fulfilmentId={search.f ?? null} openFulfilment={openFulfilment} />
    </Suspense>
  )
  if (view.state === null) {
    return (
      <div className="case">
        <CaseHeader view={view} kind={undefined} progress={undefined} />
        <PartPage view={view} fulfilmentId={search.f ?? null} openFulfilment={openFulfilment} />
        {open}
      </div>
    )
  }
  if (kind?.layout === 'own') {
    return (
      <div className="case" data-layout="own">
        <CaseHeader view={view} kind={kind} progress={progress} onAccess={() => openAccess('all')} />
        <div className="case-own">{work}</div>
        {open}
      </div>
    )
  }
  return (
    <div className="case" data-tab={tab}>
      <CaseHeader view={view} kind={kind} progress={progress} onAccess={() => openAccess('all')} />
      <div className="case-tabs">
        <Segmented<Tab>
          wide
          label={t('tabs')}
          value={tab}
          onChange={(value) => void navigate({ to: `/case/${id}`, search: { ...search, tab: value }, replace: true })}
          options={[
            { value: 'work', label: t('tabWork') },
            { value: 'record', label: t('tabRecord') },
            { value: 'side', label: t('tabSide') },
          ]}
        />
      </div>
      <div className="case-columns">
        <div className="column case-side">
          {kind && <StepsCard steps={kind.steps(view, progress)} />}
          <PartiesCard view={view} />
        </div>
        <div className="column case-centre" ref={centre}>
          {work}
        </div>
        <div className="column case-record">
          <RecordCard caseId={id} />
        </div>
      </div>
      {open}
    </div>
  )
}
