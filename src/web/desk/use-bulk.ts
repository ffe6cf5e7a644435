import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../shell/api.ts'
import { newKey } from '../shell/new-key.ts'
import { refreshWork } from '../shell/command.ts'
import { ProblemError } from '../shell/problem.ts'

export type BulkJob = { id: string; title: string; version?: number | undefined }
export type BulkFailure = { job: BulkJob; error: ProblemError }
export type BulkState = { done: number; total: number; failures: BulkFailure[]; running: boolean }

/** One command on several fulfilments, one after another: progress is shown, and what failed is named. A repeat keeps the keys. */
export const useBulk = (command: string) => {
  const client = useQueryClient()
  const [state, setState] = useState<BulkState | null>(null)
  const keys = useRef(new Map<string, string>())
  const run = async (jobs: BulkJob[], payload: Record<string, unknown>): Promise<BulkFailure[]> => {
    const failures: BulkFailure[] = []
    setState({ done: 0, total: jobs.length, failures, running: true })
    for (const [index, job] of jobs.entries()) {
      const print = `${job.id} ${job.version} ${JSON.stringify(payload)}`
      const key = keys.current.get(print) ?? newKey()
      keys.current.set(print, key)
      try {
        await api.command('fulfilment', job.id, command, payload, { key, ...(job.version === undefined ? {} : { version: job.version }) })
      } catch (cause) {
        failures.push({ job, error: cause as ProblemError })
      }
      setState({ done: index + 1, total: jobs.length, failures: [...failures], running: index + 1 < jobs.length })
    }
    refreshWork(client)
    return failures
  }
  return { state, run }
}
