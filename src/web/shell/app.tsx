import { useEffect, useState } from 'react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ConfigProvider } from 'antd'
import viVN from 'antd/es/locale/vi_VN'
import { ChevronIcon } from '../ui/icons.tsx'
import { themeConfig } from '../ui/theme.ts'
import { useIsCalm, useIsDark } from './appearance.ts'
import { language } from './i18n.ts'
import { ProblemError } from './problem.ts'
import { isShort } from './refresh.ts'
import { makeRouter } from './router.tsx'

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: isShort,
        // A refusal stays a refusal; only a lost link is worth asking again.
        retry: (times, error) => times < 2 && error instanceof ProblemError && (error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  })

// The library's own arrow is read out as an image called "down".
const ARROW = <ChevronIcon />

export const App = () => {
  const [client] = useState(makeClient)
  const [router] = useState(() => makeRouter(client))
  const isDark = useIsDark()
  const isCalm = useIsCalm()
  const now = language.use()
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  }, [isDark])
  useEffect(() => {
    document.documentElement.lang = now
  }, [now])
  return (
    <ConfigProvider
      theme={themeConfig(isDark, isCalm)}
      button={{ autoInsertSpace: false }}
      select={{ suffixIcon: ARROW }}
      {...(now === 'vi' ? { locale: viVN } : {})}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ConfigProvider>
  )
}
