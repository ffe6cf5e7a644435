import { useEffect, useSyncExternalStore } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { LiveChange } from '../../kernel/http/views.ts'
import { refreshQuietly } from './refresh.ts'
import { noteServerTime, serverNow } from './server-time.ts'

/** Since when the live stream is lost; null while it holds. A short break that heals by itself is not said. */
let lostSince: Date | null = null
const listeners = new Set<() => void>()
const setLost = (value: Date | null) => {
  if ((lostSince === null) === (value === null)) return
  lostSince = value
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useLostSince = (): Date | null => useSyncExternalStore(subscribe, () => lostSince)

const PATIENCE_MS = 3000
const GATHER_MS = 150

const ask = (client: QueryClient, cases: Set<string>, desk: boolean, notifications: boolean) => {
  const again = (...queryKey: unknown[]) => refreshQuietly(client, ...queryKey)
  for (const id of cases) again('case', id)
  if (cases.size > 0) {
    again('cases')
    again('fulfilment')
  }
  if (desk || cases.size > 0) again('desk')
  if (notifications) {
    again('notifications')
    again('me')
  }
}

/** Listens, as this post, to the server's live stream and asks again for what changed; bursts are gathered. */
export const useLive = (postId: string): void => {
  const client = useQueryClient()
  useEffect(() => {
    // The stream is bound to the post that opened it: another post, another stream.
    const source = new EventSource(`/api/live?post=${postId}`)
    let cases = new Set<string>()
    let desk = false
    let notifications = false
    let gathering: ReturnType<typeof setTimeout> | undefined
    let losing: ReturnType<typeof setTimeout> | undefined
    let wasLost = false

    const holds = () => {
      clearTimeout(losing)
      losing = undefined
      setLost(null)
      // What happened meanwhile was not heard.
      if (wasLost) refreshQuietly(client)
      wasLost = false
    }
    const offline = () => {
      wasLost = true
      setLost(serverNow())
    }
    const online = () => {
      if (source.readyState === EventSource.OPEN) holds()
    }
    window.addEventListener('offline', offline)
    window.addEventListener('online', online)
    source.addEventListener('open', holds)
    source.addEventListener('error', () => {
      wasLost = true
      const at = serverNow()
      losing ??= setTimeout(() => setLost(at), PATIENCE_MS)
    })
    source.addEventListener('hello', (event) => {
      holds()
      const hello = JSON.parse((event as MessageEvent<string>).data) as { now?: string; at?: string }
      noteServerTime(hello.now ?? hello.at)
    })
    source.addEventListener('change', (event) => {
      const change = JSON.parse((event as MessageEvent<string>).data) as LiveChange
      for (const id of change.cases) cases.add(id)
      desk ||= change.desk
      notifications ||= change.notifications
      gathering ??= setTimeout(() => {
        ask(client, cases, desk, notifications)
        cases = new Set()
        desk = notifications = false
        gathering = undefined
      }, GATHER_MS)
    })
    return () => {
      window.removeEventListener('offline', offline)
      window.removeEventListener('online', online)
      source.close()
      clearTimeout(gathering)
      clearTimeout(losing)
      setLost(null)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a switched post needs a stream of its own
  }, [client, postId])
}
