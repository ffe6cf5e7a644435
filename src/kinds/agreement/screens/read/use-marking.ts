import { useCallback, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../../../web/shell/api.ts'
import { newKey } from '../../../../web/shell/new-key.ts'
import { refreshWork } from '../../../../web/shell/command.ts'
import type { ProblemError } from '../../../../web/shell/problem.ts'

/** Commands on one's own reading have an address under the case. */
const give = (caseId: string, command: 'read' | 'confirm', payload: unknown) =>
  api.command('cases', `${caseId}/reading`, command, payload, { key: newKey() })

/**
 * Marks clauses as read without making the reader wait: what is read while a command is on its way goes with the next one.
 * `confirm` sends what is left first.
 */
export const useMarking = (caseId: string, version: number, known: string[]) => {
  const client = useQueryClient()
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState<ProblemError | null>(null)
  const [confirming, setConfirming] = useState(false)
  const waiting = useRef<string[]>([])
  const running = useRef<Promise<void> | null>(null)

  const send = useCallback(async (): Promise<void> => {
    while (waiting.current.length > 0) {
      const clauseIds = waiting.current
      waiting.current = []
      try {
        await give(caseId, 'read', { version, clauseIds })
      } catch (cause) {
        waiting.current = [...clauseIds, ...waiting.current]
        throw cause
      }
    }
    setError(null)
  }, [caseId, version])

  const flush = useCallback((): Promise<void> => {
    running.current ??= send().finally(() => {
      running.current = null
    })
    return running.current
  }, [send])

  const mark = useCallback(
    (id: string) => {
      if (known.includes(id) || read.has(id)) return
      setRead((old) => new Set([...old, id]))
      waiting.current = [...waiting.current, id]
      void flush().catch((cause: ProblemError) => setError(cause))
    },
    [known, read, flush],
  )

  const confirm = useCallback(
    async (onDone: (seq: string | null) => void) => {
      setConfirming(true)
      try {
        await flush()
        const receipt = await give(caseId, 'confirm', { version })
        setError(null)
        refreshWork(client)
        onDone(receipt.seq)
      } catch (cause) {
        setError(cause as ProblemError)
      } finally {
        setConfirming(false)
      }
    },
    [caseId, version, client, flush],
  )

  return {
    isRead: (id: string) => read.has(id) || known.includes(id),
    mark,
    confirm,
    confirming,
    error,
    retry: () => void flush().catch((cause: ProblemError) => setError(cause)),
  }
}
