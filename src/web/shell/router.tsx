import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { kindScreens } from '../../kinds/screens.ts'
import { Announcer } from '../ui/announce.tsx'
import { FailedPage, LostPage } from './lost-page.tsx'
import { Layout } from './layout.tsx'
import { Outlet } from '@tanstack/react-router'
import { addChangeWords } from './change-words.ts'
import { meQuery } from './session.ts'
import { DeskPage } from '../desk/desk-page.tsx'

const root = createRootRouteWithContext<{ client: QueryClient }>()({
  component: () => (
    <>
      <Outlet />
      <Announcer />
    </>
  ),
  notFoundComponent: LostPage,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./sign-in-page.tsx'), 'SignInPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.client.ensureQueryData(meQuery)
    if (!me) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } })
  },
  component: Layout,
})

const page = (path: string, component: Parameters<typeof createRoute>[0]['component']) =>
  createRoute({ getParentRoute: () => signedIn, path, component: component as never })

const screens = [
  page('/', DeskPage),
  page(
    '/cases',
    lazyRouteComponent(() => import('../case/case-list-page.tsx'), 'CaseListPage'),
  ),
  page(
    '/cases/$kind',
    lazyRouteComponent(() => import('../case/case-list-page.tsx'), 'CaseListPage'),
  ),
  page(
    '/case/$id',
    lazyRouteComponent(() => import('../case/case-page.tsx'), 'CasePage'),
  ),
  page(
    '/fulfilment/$id',
    lazyRouteComponent(() => import('../case/fulfilment-page.tsx'), 'FulfilmentPage'),
  ),
  page(
    '/notifications',
    lazyRouteComponent(() => import('./notifications-page.tsx'), 'NotificationsPage'),
  ),
  page(
    '/search',
    lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
  ),
  page(
    '/access-requests',
    lazyRouteComponent(() => import('../access/requests-page.tsx'), 'RequestsPage'),
  ),
  page(
    '/directory',
    lazyRouteComponent(() => import('../directory/directory-page.tsx'), 'DirectoryPage'),
  ),
  page(
    '/directory/$id',
    lazyRouteComponent(() => import('../directory/agency-page.tsx'), 'AgencyPage'),
  ),
]

/** Routes of the shell and of every kind. Screens load when they are first opened; the desk comes with the shell. */
export const makeRouter = (client: QueryClient) => {
  for (const { changes } of kindScreens) if (changes) addChangeWords(changes)
  const tree = root.addChildren([
    signIn,
    signedIn.addChildren([...screens, ...kindScreens.flatMap((kind) => kind.routes?.(signedIn) ?? [])]),
  ])
  return createRouter({
    routeTree: tree,
    context: { client },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultNotFoundComponent: LostPage,
    defaultErrorComponent: FailedPage,
    defaultPendingMs: 300,
    scrollRestoration: false,
  })
}
