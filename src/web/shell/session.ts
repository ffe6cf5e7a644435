import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { MeView } from '../../kernel/http/views.ts'
import { showPost } from './acting-post.ts'
import { api } from './api.ts'
import { noteServerTime } from './server-time.ts'
import { ProblemError } from './problem.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<MeView | null> => {
    try {
      const me = await api.get<MeView>('/me', { signal }).catch((cause: unknown) => {
        if (!(cause instanceof ProblemError && cause.code === 'post-ended')) throw cause
        // The post that this window showed is no longer the officer's, or another officer signed in: begin in the one that the session stands in.
        showPost(null)
        return api.get<MeView>('/me', { signal })
      })
      showPost(me.post.id)
      noteServerTime(me.now)
      return me
    } catch (cause) {
      if (cause instanceof ProblemError && cause.status === 401) return null
      throw cause
    }
  },
  staleTime: 60_000,
})

/** Who is signed in. Only below the signed-in part of the screens, where the router has made sure of it. */
export const useMe = (): MeView => {
  const { data } = useSuspenseQuery(meQuery)
  if (!data) throw new ProblemError({ status: 401, code: 'not-signed-in', text: { vi: 'Đăng nhập để tiếp tục.', en: 'Sign in to go on.' } })
  return data
}

/** Does the officer's post carry this right? Only to hide what could never be used; the server decides. */
export const hasRight = (me: MeView, right: string): boolean => me.post.rights.includes(right)

export const useSwitchPost = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (postId: string) => {
      await api.post('/me/post', { postId })
      showPost(postId)
    },
    onSuccess: () => client.resetQueries(),
  })
}

export const useSignOut = () =>
  useMutation({
    mutationFn: () => api.post('/auth/sign-out'),
    // A whole new page: nothing of the last officer stays in memory.
    onSettled: () => {
      showPost(null)
      window.location.assign('/sign-in')
    },
  })
