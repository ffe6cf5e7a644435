import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { isShort } from './refresh.ts'
import { serverNow, useNow } from './server-time.ts'

/**
 * Does an answer of the server hold a clock that has changed by time alone since it was read? Clocks say so themselves
 * (`nextChangeAt`), wherever they stand in the answer. Moments are milliseconds of the server's time.
 */
export const hasTurned = (answer: unknown, readAt: number, now: number): boolean => {
  if (typeof answer !== 'object' || answer === null) return false
  if (Array.isArray(answer)) return answer.some((one) => hasTurned(one, readAt, now))
  return Object.entries(answer).some(([key, value]) => {
    if (key !== 'nextChangeAt') return hasTurned(value, readAt, now)
    const at = typeof value === 'string' ? Date.parse(value) : Number.NaN
    return at > readAt && at <= now
  })
}

/** Each minute, asks again for what time alone has changed: a row that has become overdue moves to its group by itself. */
export const useTimeChanges = (): void => {
  const client = useQueryClient()
  const minute = useNow().getTime()
  useEffect(() => {
    const now = serverNow().getTime()
    const ahead = now - Date.now()
    void client.invalidateQueries({
      predicate: (query) => isShort(query) && query.isActive() && hasTurned(query.state.data, query.state.dataUpdatedAt + ahead, now),
    })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- once a minute
  }, [client, minute])
}
