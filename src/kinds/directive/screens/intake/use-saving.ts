import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../../web/shell/api.ts'
import { newKey } from '../../../../web/shell/new-key.ts'
import { refreshWork } from '../../../../web/shell/command.ts'
import { serverNow } from '../../../../web/shell/server-time.ts'
import type { ProblemError } from '../../../../web/shell/problem.ts'
import type { Draft } from './edits.ts'

type Kept = { id: string; version: number; saved: Draft }

/** Every save is an event of the record, so a run of confirmations is gathered; what is ready to go out is saved at once. */
const PAUSE_MS = 2500
const READY_MS = 300
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
  { wanted, ready, onOpened }: { wanted: boolean; ready: boolean; onOpened: (id: string) => void },
) => {
  const client = useQueryClient()
  const kept = useRef<Kept | null>(start ? { ...start, saved: draft } : null)
  const latest = useRef(draft)
  useLayoutEffect(() => {
    latest.current = draft
  }, [draft])
  const running = useRef<Promise<void> | null>(null)
  // What got no answer is sent again as it was: the same key with the same body is one effect.
  const pending = useRef<{ key: string; draft: Draft; parts: Partial<Draft> } | null>(null)
  const refused = useRef(false)
  const opened = useRef(onOpened)
  useLayoutEffect(() => {
    opened.current = onOpened
  }, [onOpened])
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<ProblemError | null>(null)
  const [dirty, setDirty] = useState(false)

  const send = useCallback(async (): Promise<void> => {
    for (;;) {
      const now = kept.current
      const parts = now ? differences(now.saved, latest.current) : latest.current
      if (!pending.current && Object.keys(parts).length === 0) break
      pending.current ??= { key: newKey(), draft: latest.current, parts }
      const sent = pending.current
      const call = now
        ? api.command('directive', now.id, 'edit', sent.parts, { version: now.version, key: sent.key })
        : api.command('directive', null, null, sent.parts, { key: sent.key })
      const receipt = await call.catch((cause: ProblemError) => {
        if (cause.code !== 'network') pending.current = null
        throw cause
      })
      pending.current = null
      kept.current = { id: receipt.streamId, version: receipt.version, saved: sent.draft }
      if (!now) opened.current(receipt.streamId)
      setSavedAt(serverNow())
      refreshWork(client)
    }
    setDirty(false)
  }, [client])

  /** Saves all there is; resolves when the server has it, rejects with what it refused. */
  const flush = useCallback((): Promise<void> => {
    running.current ??= send()
      .then(() => setError(null))
      .catch((cause: ProblemError) => {
        refused.current = cause.code !== 'network'
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
    const timer = setTimeout(() => void flush().catch(() => undefined), error ? AGAIN_MS : now ? (ready ? READY_MS : PAUSE_MS) : 0)
    return () => clearTimeout(timer)
  }, [draft, wanted, ready, flush, stopped, error])

  // Leaving the screen must not leave the last change behind.
  useEffect(
    () => () => {
      if (kept.current && !refused.current && kept.current.saved !== latest.current) void flush().catch(() => undefined)
    },
    [flush],
  )

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
