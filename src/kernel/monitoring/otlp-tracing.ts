import { AsyncLocalStorage } from 'node:async_hooks'
import { type Context, isSpanContextValid, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-node'
import type { OpenSpan, Tracing } from './tracing.ts'

const STOP_WITHIN_MS = 2000
const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT }
const TRACEPARENT = /^(?!ff)[\da-f]{2}-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/

/**
 * Spans for an OTLP collector, over HTTP as JSON; address, headers, sampling and batching as OTEL_… says. Nothing is registered for the whole process:
 * libraries that would add spans of their own, with texts of errors in them, find no tracer.
 */
export const otlpTracing = (serviceName: string, version: string, warn: (text: string) => void): Tracing => {
  // No detector of hosts and processes: they tell accounts and paths.
  const resource = detectResources({ detectors: [envDetector] }).merge(
    resourceFromAttributes({ 'service.name': serviceName, 'service.version': version }),
  )
  const provider = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter(warn))] })
  const tracer = provider.getTracer('hiepdong', version)
  const contexts = new AsyncLocalStorage<Context>()
  return {
    begin: ({ name, kind, values, startedAt }, parent) => {
      const above = (parent && remote(parent)) || contexts.getStore() || ROOT_CONTEXT
      const span = tracer.startSpan(
        name,
        { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, ...(values && { attributes: values }), ...(startedAt && { startTime: startedAt }) },
        above,
      )
      const context = trace.setSpan(above, span)
      const { traceId, spanId, traceFlags } = span.spanContext()
      let ended = false
      const open: OpenSpan = {
        set: (more) => void span.setAttributes(more),
        within: (work) => contexts.run(context, work),
        end: (failed = false) => {
          if (ended) return
          ended = true
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
        },
        traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      }
      return open
    },
    within: () => contexts.getStore() !== undefined,
    apart: (work) => contexts.exit(work),
    stop: async () => {
      let late: NodeJS.Timeout | undefined
      const given = new Promise<void>((resolve) => (late = setTimeout(resolve, STOP_WITHIN_MS)))
      await Promise.race([provider.shutdown().catch(() => {}), given])
      clearTimeout(late)
    },
  }
}

/** Sends to the collector, and says once that it does not take what it is sent, until it does again. Of the answer nothing is told. */
const exporter = (warn: (text: string) => void): SpanExporter => {
  const otlp = new OTLPTraceExporter()
  let told = false
  return {
    export: (spans, done) =>
      otlp.export(spans, (result) => {
        const failed = result.code !== 0
        if (failed && !told) warn('OpenTelemetry: không gửi được dữ liệu theo vết · the collector takes no traces')
        told = failed
        done(result)
      }),
    forceFlush: () => otlp.forceFlush(),
    shutdown: () => otlp.shutdown(),
  }
}

/** The context that a W3C traceparent names; its tracestate is not taken over, for what callers write there is theirs. Null where it is unsound. */
const remote = (traceparent: string): Context | null => {
  const [, traceId = '', spanId = '', flags = ''] = TRACEPARENT.exec(traceparent.trim()) ?? []
  const context = { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true }
  return isSpanContextValid(context) ? trace.setSpanContext(ROOT_CONTEXT, context) : null
}
