import { lazy, Suspense, useState } from 'react'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { useKeys, type KeyMap } from '../ui/use-keys.ts'
import { useT } from './i18n.ts'
import { useLive } from './live.ts'
import { LostStrip } from './lost-strip.tsx'
import { shellWords } from './messages.ts'
import { Navigation } from './navigation-bar.tsx'
import { PageTurn } from './page-turn.tsx'
import { useMe } from './session.ts'
import { navigation } from './navigation.ts'
import { TabBar } from './tab-bar.tsx'
import { useTimeChanges } from './time-changes.ts'
import { TopBar } from './top-bar.tsx'
import './layout.css'
import { Opening } from '../ui/opening.tsx'

const Palette = lazy(() => import('./palette.tsx'))
const KeysHelp = lazy(() => import('./keys-help.tsx'))
const NotificationsPanel = lazy(() => import('./notifications-panel.tsx'))

export type Over = 'palette' | 'keys' | 'notifications' | null

/** Work on one case leaves the room to it: the navigation folds to icons. */
const isNarrow = (path: string): boolean => !(path === '/' || /^\/(cases|directory|search|notifications)(\/|$)/.test(path))

/** The frame around every signed-in screen. */
export const Layout = () => {
  const t = useT(shellWords)
  const navigate = useNavigate()
  const path = useLocation({ select: (location) => location.pathname })
  const [over, setOver] = useState<Over>(null)
  const close = () => setOver(null)
  useLive(useMe().post.id)
  useTimeChanges()

  const goTo: KeyMap = {}
  for (const item of navigation) if (item.letter) goTo[`g ${item.letter}`] = () => void navigate({ to: item.to })
  useKeys({ ...goTo, 'g n': () => void navigate({ to: '/notifications' }), '?': () => setOver('keys'), 'ctrl+k': () => setOver('palette') })

  return (
    <div className="app" data-narrow={isNarrow(path) || undefined}>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <TopBar onOpen={setOver} />
      <LostStrip />
      <Navigation />
      <main id="main" className="main" tabIndex={-1}>
        <Suspense fallback={<Opening />}>
          <Outlet />
        </Suspense>
      </main>
      <TabBar />
      <PageTurn />
      <Suspense fallback={<Opening />}>
        {over === 'palette' && <Palette onClose={close} onOpen={setOver} />}
        {over === 'keys' && <KeysHelp onClose={close} />}
        {over === 'notifications' && <NotificationsPanel onClose={close} />}
      </Suspense>
    </div>
  )
}
