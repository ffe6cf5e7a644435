import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import { statementName } from './statement-name.ts'
import type { OpenSpan, Tracing } from './tracing.ts'

type Call = (...given: unknown[]) => unknown
type Patched = { query: Call; connect: Call }
/** A query that answers for itself what comes back. */
type Submitted = { submit: Call; handleReadyForQuery: Call; handleError: Call }

/** A span for each round trip to the database that a traced request, command or batch makes. Answers how to leave that again. */
export const traceQueries = (on: Tracing): (() => void) => {
  const clients = pg.Client.prototype as unknown as Patched
  const pools = pg.Pool.prototype as unknown as Patched
  const { query } = clients
  const { connect } = pools
  clients.query = function (this: object, ...given: unknown[]) {
    if (!on.within()) return query.apply(this, given)
    const span = on.begin({ name: statementName(given[0] as string), kind: 'client', values: { 'db.system.name': 'postgresql' } })
    return asked(span, given, () => query.apply(this, given))
  }
  // A pool calls back in the name of whoever gave the connection up; it is called back in the name of who waited.
  pools.connect = function (this: object, ...[back, ...rest]: unknown[]) {
    return connect.call(this, typeof back === 'function' ? AsyncLocalStorage.bind(back as Call) : back, ...rest)
  }
  return () => Object.assign(clients, { query }) && Object.assign(pools, { connect })
}

/** Asks, and ends the span when the answer is there, whichever way the answer comes. Changes `given` where it must. */
const asked = (span: OpenSpan, given: unknown[], ask: () => unknown): unknown => {
  const [first] = given
  const back = given.findLastIndex((one) => typeof one === 'function')
  if (isSubmitted(first)) {
    const { handleReadyForQuery: ready, handleError: failed } = first
    first.handleReadyForQuery = (...args) => (span.end(), ready.apply(first, args))
    first.handleError = (...args) => (endFailed(span, args[0]), failed.apply(first, args))
    return ask()
  }
  if (back >= 0) {
    const call = AsyncLocalStorage.bind(given[back] as Call)
    given[back] = (error: unknown, ...rest: unknown[]) => {
      if (error) endFailed(span, error)
      span.end()
      return call(error, ...rest)
    }
    return ask()
  }
  const answer = ask() as Promise<unknown>
  answer.then(
    () => span.end(),
    (error) => endFailed(span, error),
  )
  return answer
}

const isSubmitted = (given: unknown): given is Submitted => typeof (given as Partial<Submitted> | null)?.submit === 'function'

/** Of the error only PostgreSQL's code is told: its text may hold values of a row. */
const endFailed = (span: OpenSpan, error: unknown): void => {
  const { code } = error as { code?: unknown }
  span.set({ 'error.type': typeof code === 'string' ? code : 'failed' })
  span.end(true)
}
