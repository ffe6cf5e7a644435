import { lazy, Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { dayOf } from '../ui/dates.ts'
import { ActButton } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Card, Column, Columns, Page } from '../ui/page.tsx'
import { Popover, PopoverItem } from '../ui/popover.tsx'
import { WaitingRows } from '../ui/waiting-rows.tsx'
import { useT, useText } from '../shell/i18n.ts'
import { LostPage } from '../shell/lost-page.tsx'
import { ProblemError } from '../shell/problem.ts'
import { serverNow } from '../shell/server-time.ts'
import { hasRight, useMe } from '../shell/session.ts'
import { AgencyContacts } from './agency-contacts.tsx'
import { AgencyHistory } from './agency-history.tsx'
import { AgencyMandates } from './agency-mandates.tsx'
import { AgencyPosts } from './agency-posts.tsx'
import { agencyActs, type DirectoryDoing } from './directory-acts.ts'
import { directoryWords } from './directory-messages.ts'
import { agencyQuery } from './directory-queries.ts'
import { AgencyLinks } from './agency-links.tsx'
import { useSpan } from './use-span.ts'
import './directory.css'
import { Opening } from '../ui/opening.tsx'

const DirectoryDrawer = lazy(() => import('./directory-drawer.tsx'))

/** One agency: since when it is, what it was before, its posts and 24/7 contact points, the duties it holds. */
export const AgencyPage = () => {
  const t = useT(directoryWords)
  const text = useText()
  const me = useMe()
  const span = useSpan()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [doing, setDoing] = useState<DirectoryDoing | null>(null)
  const { data: now, error, refetch } = useQuery(agencyQuery(id))
  // One that has ended is shown as it was on its last day: today it holds nothing any more.
  const last = now?.validUntil && now.validUntil < dayOf(serverNow()) ? now.validUntil : null
  const { data: then } = useQuery({ ...agencyQuery(id, last ?? undefined), enabled: last !== null })
  const view = last === null ? now : then
  if (error && !view)
    return error instanceof ProblemError && error.status === 404 ? <LostPage /> : <ErrorNote error={error} retry={() => void refetch()} />
  if (!now || !view) return <WaitingRows rows={8} />
  const mayEdit = hasRight(me, 'directory')
  const edit = mayEdit
    ? (command: string, streamId: string | null = null, values: Record<string, unknown> = {}) => setDoing({ command, streamId, values })
    : null
  return (
    <Page
      title={view.name}
      lead={[view.shortName === view.name ? null : view.shortName, span(view.validFrom, view.validUntil)].filter(Boolean).join(' · ')}
      actions={
        edit ? (
          <Popover className="ant-btn-like" button={t('edit')}>
            {(close) =>
              Object.entries(agencyActs)
                .filter(([, act]) => act.place === 'page')
                .map(([command, act]) => (
                  <PopoverItem
                    key={command}
                    onClick={() => {
                      close()
                      edit(
                        command,
                        act.streamType === 'agency' && !act.opens ? view.id : null,
                        command === 'agency.rename' ? { name: view.name, shortName: view.shortName } : {},
                      )
                    }}
                  >
                    {text(act.label)}
                  </PopoverItem>
                ))
            }
          </Popover>
        ) : (
          <ActButton reason={t('noRight')}>{t('edit')}</ActButton>
        )
      }
    >
      <Columns template="minmax(0, 1fr) minmax(0, 1fr)">
        <Column>
          <AgencyContacts view={view} edit={edit} />
          <AgencyMandates view={view} edit={edit} />
          <AgencyHistory view={view} />
        </Column>
        <Column>
          {view.parent && (
            <Card title={t('above')}>
              <AgencyLinks agencies={[view.parent]} />
            </Card>
          )}
          {view.divisions.length > 0 && (
            <Card title={t('divisions')} note={view.divisions.length}>
              <AgencyLinks agencies={view.divisions} />
            </Card>
          )}
          <AgencyPosts view={view} edit={edit} />
        </Column>
      </Columns>
      <Suspense fallback={<Opening />}>{doing && <DirectoryDrawer view={view} doing={doing} onClose={() => setDoing(null)} />}</Suspense>
    </Page>
  )
}
