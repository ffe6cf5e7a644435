import { Problem } from '../problems/problem.ts'

/** Values of a span. Names of things that the code knows: never ids of people or cases, texts, bodies, queries' values, cookies. */
export type SpanValues = Readonly<Record<string, string | number>>

export type SpanDescription = { name: string; kind?: 'server' | 'client'; values?: SpanValues; startedAt?: Date }

export type OpenSpan = {
  set: (values: SpanValues) => void
  /** Runs `work` so that spans begun in it, and in all it waits for, stand under this one. */
  within: <T>(work: () => T) => T
  /** Ends the span; `failed` marks it as an error. A second call does nothing. */
  end: (failed?: boolean) => void
  /** The span as a W3C traceparent, to hand on. */
  traceparent: string
}

/** What makes spans, where tracing is on. */
export type Tracing = {
  /** Begins a span under the one that runs now; `parent`, a W3C traceparent, has the word where it is sound. */
  begin: (description: SpanDescription, parent?: string) => OpenSpan
  /** Whether a span runs now. */
  within: () => boolean
  /** Runs `work` outside of the span that runs now. */
  apart: <T>(work: () => T) => T
  /** Sends what is left, within two seconds, and ends. */
  stop: () => Promise<void>
}

let current: Tracing | null = null

/** What makes spans in this process; null where tracing is off, which costs a look at this. */
export const tracing = (): Tracing | null => current

/**
 * Switches tracing on where OTEL_EXPORTER_OTLP_ENDPOINT (or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) names a collector, and answers how to stop it. What it
 * needs is loaded only then. OTEL_SDK_DISABLED=true or OTEL_TRACES_EXPORTER=none keeps it off. Throws a Problem where the address is none; `warn` is told
 * when the collector no longer takes what it is sent.
 */
export const startTracing = async (
  env: Record<string, string | undefined>,
  version: string,
  warn: (text: string) => void = () => {},
): Promise<() => Promise<void>> => {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT
  if (!endpoint || env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || env.OTEL_TRACES_EXPORTER === 'none') return async () => {}
  if (!/^https?:/.test(endpoint) || !URL.canParse(endpoint)) throw noAddress()
  const [{ otlpTracing }, { traceQueries }] = await Promise.all([import('./otlp-tracing.ts'), import('./traced-queries.ts')])
  const started = otlpTracing(env.OTEL_SERVICE_NAME || 'hiepdong', version, warn)
  const untraceQueries = traceQueries(started)
  current = started
  return async () => {
    current = null
    untraceQueries()
    await started.stop()
  }
}

const noAddress = () =>
  new Problem('bad-setting', 500, {
    vi: 'OTEL_EXPORTER_OTLP_ENDPOINT: cần địa chỉ như http://127.0.0.1:4318',
    en: 'OTEL_EXPORTER_OTLP_ENDPOINT: needs an address like http://127.0.0.1:4318',
  })

/** Begins what lasts beyond the span that runs now and is no part of it. */
export const apart = <T>(work: () => T): T => (current ? current.apart(work) : work())

/**
 * Runs `work` in a span, where tracing is on. `outcome` of the span is the code of the problem that it was refused with, 'failed' for any other error,
 * else 'done'. What errors say never reaches a span.
 */
export const inSpan = async <T>(describe: () => SpanDescription, work: () => Promise<T>): Promise<T> => {
  if (!current) return work()
  const span = current.begin(describe())
  try {
    const result = await span.within(work)
    span.set({ 'hiepdong.outcome': 'done' })
    span.end()
    return result
  } catch (error) {
    const { status = 500, code } = error as { status?: number; code?: string }
    const told = status < 500 && code !== undefined
    span.set({ 'hiepdong.outcome': told ? code : 'failed' })
    span.end(!told)
    throw error
  }
}
