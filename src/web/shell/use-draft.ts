import { useCallback, useEffect, useRef, useState } from 'react'
import { serverNow } from './server-time.ts'

type Kept<T> = { value: T; savedAt: string }
export type Draft<T> = {
  value: T
  set: (next: T) => void
  /** When it was last saved in this browser; null where nothing was typed yet. */
  savedAt: Date | null
  /** This browser did not take it: the words stand on the screen alone, and leaving the page is asked about. */
  failed: boolean
  clear: () => void
}

const read = <T>(key: string): Kept<T> | null => {
  try {
    const text = localStorage.getItem(key)
    return text ? (JSON.parse(text) as Kept<T>) : null
  } catch {
    return null
  }
}

const PREFIX = 'hiepdong.draft.'
const KEEP_MS = 14 * 24 * 3600_000

/** Forgets drafts that nobody came back to for two weeks. */
export const dropOldDrafts = (): void => {
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(PREFIX)) continue
      const kept = read<unknown>(key)
      if (!kept || Date.now() - Date.parse(kept.savedAt) > KEEP_MS) localStorage.removeItem(key)
    }
  } catch {
    // No storage, no drafts to forget.
  }
}

/** What an officer is typing, saved by itself in this browser a moment after each change. `name` must name the officer and the form. */
export const useDraft = <T>(name: string, initial: T): Draft<T> => {
  const key = PREFIX + name
  const [{ value, savedAt }, setState] = useState(() => {
    const kept = read<T>(key)
    return { value: kept ? kept.value : initial, savedAt: kept ? new Date(kept.savedAt) : null }
  })
  const [failed, setFailed] = useState(false)
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save: () => void } | null>(null)

  const flush = useCallback(() => {
    const pending = waiting.current
    if (!pending) return
    clearTimeout(pending.timer)
    waiting.current = null
    pending.save()
  }, [])

  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])

  useEffect(() => {
    if (!failed) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [failed])

  const set = useCallback(
    (next: T) => {
      setState((old) => ({ ...old, value: next }))
      if (waiting.current) clearTimeout(waiting.current.timer)
      const save = () => {
        const at = serverNow()
        try {
          localStorage.setItem(key, JSON.stringify({ value: next, savedAt: at.toISOString() }))
          setState((old) => ({ ...old, savedAt: at }))
          setFailed(false)
        } catch {
          // A full or closed storage: the words stay on the screen, and no time is claimed.
          setFailed(true)
        }
      }
      waiting.current = { save, timer: setTimeout(flush, 400) }
    },
    [key, flush],
  )

  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = null
    try {
      localStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
    setState({ value: initial, savedAt: null })
    setFailed(false)
  }, [key, initial])

  return { value, set, savedAt, failed, clear }
}
