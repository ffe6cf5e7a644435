import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api, newKey } from '../../../../web/shell/api.ts'
import { refreshWork } from '../../../../web/shell/command.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import type { ProblemError } from '../../../../web/shell/problem.ts'
import type { Draft } from './edits.ts'

type Kept = { id: string; version: number; saved: Draft }

const PAUSE_MS = 700
const AGAIN_MS = 5000

/** Only what differs travels: the source text of a long document is sent once. */
const differences = (before: Draft, after: Draft): Partial<Draft> => {
  const parts: Partial<Draft> = {}
  if (JSON.stringify(before.document) !== JSON.stringify(after.document)) parts.document = after.document
  if (JSON.stringify(before.recipients) !== JSON.stringify(after.recipients)) parts.recipients = after.recipients
  if (JSON.stringify(before.assignments) !== JSON.stringify(after.assignments)) parts.assignments = after.assignments
  return parts
}

/**
 * Keeps the draft on the server from the moment it is `wanted`, so that another officer can go on; every later change
 * follows by itself a moment after it is made, one command at a time. A stale version stops it: the officer looks first.
 */
export const useSaving = (
  draft: Draft,
  start: { id: string; version: number } | null,
  { wanted, onOpened }: { wanted: boolean; onOpened: (id: string) => void },
) => {
  const client = useQueryClient()
  const kept = useRef<Kept | null>(start ? { ...start, saved: draft } : null)
  const latest = useRef(draft)
  useLayoutEffect(() => {
    latest.current = draft
  }, [draft])
  const running = useRef<Promise<void> | null>(null)
  // A create that got no answer is sent again as it was: the same key with the same body is one effect.
  const opening = useRef<{ key: string; draft: Draft } | null>(null)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)
  const [dirty, setDirty] = useState(false)

  const send = useCallback(async (): Promise<void> => {
    for (;;) {
      const sent = latest.current
      const now = kept.current
      if (now) {
        const parts = differences(now.saved, sent)
        if (Object.keys(parts).length === 0) break
        const receipt = await api.command('directive', now.id, 'edit', parts, { version: now.version, key: newKey() })
        kept.current = { id: now.id, version: receipt.version, saved: sent }
      } else {
        opening.current ??= { key: newKey(), draft: sent }
        const first = opening.current
        const receipt = await api.command('directive', null, null, first.draft, { key: first.key }).catch((cause: ProblemError) => {
          if (cause.code !== 'network') opening.current = null
          throw cause
        })
        kept.current = { id: receipt.streamId, version: receipt.version, saved: first.draft }
        onOpened(receipt.streamId)
      }
      setSavedAt(serverNow())
      refreshWork(client)
    }
    setDirty(false)
  }, [client, onOpened])

  /** Saves all there is; resolves when the server has it, rejects with what it refused. */
  const flush = useCallback((): Promise<void> => {
    running.current ??= send()
      .then(() => setError(null))
      .catch((cause: ProblemError) => {
        setError(cause)
        throw cause
      })
      .finally(() => {
        running.current = null
      })
    return running.current
  }, [send])

  const stopped = error !== null && error.code !== 'network'
  useEffect(() => {
    const now = kept.current
    if (now ? now.saved === draft : !wanted) return
    setDirty(true)
    if (stopped) return
    const timer = setTimeout(() => void flush().catch(() => undefined), error ? AGAIN_MS : now ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [draft, wanted, flush, stopped, error])

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (dirty) event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
    }
  }, [dirty])

  return { savedAt, error, dirty }
}
