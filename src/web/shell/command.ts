import { useRef } from 'react'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { ReceiptView } from '../../kernel/http/views.ts'
import { api } from './api.ts'
import { newKey } from './new-key.ts'
import type { ProblemError } from './problem.ts'
import { refresh } from './refresh.ts'

export type Call = {
  streamType: string
  id: string | null
  command: string | null
  payload: unknown
  version?: number
  effectiveAt?: string
}

/** The versions at which this window's own commands left their streams, and until when that is waited for. */
const left = new Map<string, { version: number; until: number }>()
/** A server that took over may lack the last commits: what has not come within this time, in milliseconds, does not come. */
const OWN_MS = 60_000
const note = (receipt: ReceiptView): ReceiptView => {
  left.set(receipt.streamId, { version: receipt.version, until: performance.now() + OWN_MS })
  return receipt
}

/**
 * Whether what is shown of a stream holds what this window itself did to it. Until the newer one has come, a form over the older one would be refused
 * for one's own act.
 */
export const holdsOwn = (streamId: string, version: number): boolean => {
  const own = left.get(streamId)
  return !own || version >= own.version || performance.now() > own.until
}

/** What a command of ours may have changed: asked again at once, without waiting for the live stream. */
export const refreshWork = (client: QueryClient): void => {
  for (const key of ['desk', 'around', 'case', 'cases', 'fulfilment', 'notifications', 'agency', 'agencies', 'officers'])
    refresh(client, key)
}

/** Gives a command outside any form, for example the undo that outlives its form. */
export const giveNow = async (client: QueryClient, { streamType, id, command, payload, version }: Call): Promise<ReceiptView> => {
  try {
    return note(await api.command(streamType, id, command, payload, { key: newKey(), ...(version === undefined ? {} : { version }) }))
  } finally {
    refreshWork(client)
  }
}

/**
 * Gives a command. The same call keeps its idempotency key until it succeeds, so a second press after a lost link is one effect.
 * On a stale version the screens are refreshed, and the error says what changed.
 */
export const useCommand = () => {
  const client = useQueryClient()
  const kept = useRef<{ print: string; key: string } | null>(null)
  return useMutation<ReceiptView, ProblemError, Call>({
    mutationFn: async ({ streamType, id, command, payload, version, effectiveAt }) => {
      const print = JSON.stringify([streamType, id, command, payload, version, effectiveAt])
      if (kept.current?.print !== print) kept.current = { print, key: newKey() }
      const receipt = await api.command(streamType, id, command, payload, {
        key: kept.current.key,
        ...(version === undefined ? {} : { version }),
        ...(effectiveAt === undefined ? {} : { effectiveAt }),
      })
      kept.current = null
      return note(receipt)
    },
    onSettled: () => refreshWork(client),
  })
}
