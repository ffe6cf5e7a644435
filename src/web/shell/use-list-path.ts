import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { caseQuery } from '../case/case-queries.ts'

/** The path whose line of the navigation is the current one: on a case's page its kind's list, once the case has come. */
export const useListPath = (): string => {
  const path = useLocation({ select: (location) => location.pathname })
  const id = /^\/case\/([^/]+)/.exec(path)?.[1] ?? ''
  const { data } = useQuery({ ...caseQuery(id), enabled: false })
  return data && id ? `/cases/${data.kind}` : path
}

export const isCurrentPath = (path: string, to: string): boolean =>
  to === '/' || to === '/cases' ? path === to : path === to || path.startsWith(`${to}/`)
