import { createRoute, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router'

const page = (parent: AnyRoute, path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => parent, path, component: component as never })

/** The screens of agreements that are pages of their own. */
export const agreementRoutes = (parent: AnyRoute): AnyRoute[] => [
  // An ask of the desk about the text: the case, opened where it is answered.
  createRoute({
    getParentRoute: () => parent,
    path: '/agreement/$id/answer',
    beforeLoad: ({ params }) => {
      throw redirect({ to: `/case/${(params as { id: string }).id}`, search: { part: 'text' }, replace: true })
    },
  }),
  page(
    parent,
    '/agreement/new',
    lazyRouteComponent(() => import('./editor/new-page.tsx'), 'NewPage'),
  ),
  page(
    parent,
    '/agreement/$id/edit',
    lazyRouteComponent(() => import('./editor/edit-page.tsx'), 'EditPage'),
  ),
  page(
    parent,
    '/agreement/$id/read',
    lazyRouteComponent(() => import('./read/read-page.tsx'), 'ReadPage'),
  ),
  page(
    parent,
    '/agreement/$id/print',
    lazyRouteComponent(() => import('./print/print-page.tsx'), 'PrintPage'),
  ),
]
