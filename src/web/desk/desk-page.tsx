import { lazy, Suspense, useEffect, useState } from 'react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { kindScreens } from '../../kinds/screens.ts'
import { Page } from '../ui/page.tsx'
import { StaleNote } from '../ui/stale-note.tsx'
import { PlainSelect } from '../ui/plain-select.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { LONG_PAGES, pagesOf } from '../shell/refresh.ts'
import { ComingCard } from './coming-card.tsx'
import { CreateButton } from './create-button.tsx'
import { DeskList } from './desk-list.tsx'
import { deskWords } from './desk-messages.ts'
import { counted } from './counted.ts'
import { deskList, sumOf, waitingList, type Scope } from './desk-queries.ts'
import { WaitingCard } from './waiting-card.tsx'
import type { DeskRow } from '../../kernel/http/views.ts'
import './desk.css'
import { Opening } from '../ui/opening.tsx'

const loadActs = () => import('./desk-act-drawer.tsx')
const DeskActDrawer = lazy(loadActs)

/** Fetches the forms as soon as the officer stirs, so that the first act opens at once on a slow line too. */
const useActsReady = (): void => {
  useEffect(() => {
    const load = () => {
      stop()
      loadActs().catch(() => undefined)
    }
    const stop = () => STIRS.forEach((event) => window.removeEventListener(event, load))
    STIRS.forEach((event) => window.addEventListener(event, load))
    return stop
  }, [])
}
const STIRS = ['pointermove', 'pointerdown', 'keydown'] as const

type DeskSearch = { scope?: Scope; kind?: string; tab?: 'waiting' }
export type Doing = { row: DeskRow; command: string | null }

/** What needs the officer, by urgency, and beside it what the agency waits for. */
export const DeskPage = () => {
  const t = useT(deskWords)
  const text = useText()
  const search = useSearch({ strict: false }) as DeskSearch
  const navigate = useNavigate()
  const scope = search.scope ?? 'mine'
  const kind = search.kind ?? ''
  const [doing, setDoing] = useState<Doing | null>(null)
  const client = useQueryClient()
  useActsReady()
  const desk = useInfiniteQuery(deskList(scope, kind))
  const waiting = useInfiniteQuery(waitingList)
  const set = (change: Partial<DeskSearch>) => void navigate({ to: '/', search: { ...search, ...change }, replace: true })

  const first = desk.data?.pages[0]
  const total = sumOf(first)
  const overdue = first?.counts.overdue ?? 0
  const waitingTotal = waiting.data?.pages[0]?.total ?? 0
  const leads = { mine: 'lead', unit: 'leadUnit', agency: 'leadAgency' } as const

  return (
    <Page
      title={t('title')}
      scroll={false}
      lead={
        first && (
          <>
            {t(leads[scope], { n: counted(total) })}
            {overdue > 0 && (
              <>
                , <b className="seal strong">{t('leadOverdue', { n: counted(overdue) })}</b>
              </>
            )}
            {pagesOf(desk.data) > LONG_PAGES && (
              <>
                {' '}
                <StaleNote at={desk.dataUpdatedAt} onReload={() => void client.resetQueries({ queryKey: ['desk', 'list'] })} />
              </>
            )}
          </>
        )
      }
      actions={
        <>
          <Segmented<Scope>
            label={t('scope')}
            value={scope}
            onChange={(value) => set({ scope: value })}
            options={[
              { value: 'mine', label: t('mine') },
              { value: 'unit', label: t('unit') },
              { value: 'agency', label: t('agency') },
            ]}
          />
          <PlainSelect
            id="desk-kind"
            label={t('kind')}
            value={kind}
            onChange={(value) => set({ kind: value })}
            options={[{ value: '', label: t('anyKind') }, ...kindScreens.map((one) => ({ value: one.kind, label: text(one.name) }))]}
          />
          <CreateButton />
        </>
      }
    >
      <div className="desk-tabs">
        <Segmented
          wide
          label={t('title')}
          value={search.tab ?? 'mine'}
          onChange={(value) => set({ tab: value === 'waiting' ? 'waiting' : undefined } as Partial<DeskSearch>)}
          options={[
            { value: 'mine', label: t('mineTab', { n: counted(total) }) },
            { value: 'waiting', label: t('waitingTab', { n: counted(waitingTotal) }) },
          ]}
        />
      </div>
      <div className="desk" data-tab={search.tab ?? 'mine'}>
        <DeskList
          list={desk}
          scope={scope}
          onDo={setDoing}
          place={`${scope}.${kind}`}
          onScope={(value) => set({ scope: value })}
          onWaiting={() => set({ tab: 'waiting' })}
          resting={doing !== null}
        />
        <aside className="desk-side" aria-label={t('beside')}>
          <WaitingCard list={waiting} />
          <ComingCard />
        </aside>
      </div>
      <Suspense fallback={<Opening />}>{doing && <DeskActDrawer doing={doing} onClose={() => setDoing(null)} />}</Suspense>
    </Page>
  )
}
