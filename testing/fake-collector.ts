import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A span as OTLP over HTTP sends it, in JSON. */
export type SentSpan = {
  traceId: string
  spanId: string
  parentSpanId?: string
  traceState?: string
  name: string
  kind: number
  startTimeUnixNano: string
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[]
  status: { code?: number }
}

export type FakeCollector = {
  url: string
  spans: SentSpan[]
  /** All that was sent, as it came. */
  sent: string[]
  /** Resolves with the span as soon as one like it has come. */
  until: (like: (span: SentSpan) => boolean) => Promise<SentSpan>
  stop: () => Promise<void>
}

/** An OTLP collector in this process, which keeps what it is sent. */
export const fakeCollector = async (): Promise<FakeCollector> => {
  const spans: SentSpan[] = []
  const sent: string[] = []
  const waiting = new Set<() => void>()
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    sent.push(`${request.method} ${request.url}`, text)
    const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] }
    spans.push(...resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
    response.setHeader('content-type', 'application/json').end('{}')
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    sent,
    until: (like) =>
      new Promise((resolve) => {
        const look = () => {
          const found = spans.find(like)
          if (!found) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        look()
      }),
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const valueOf = (span: SentSpan, key: string): string | number | undefined => {
  const value = span.attributes.find((one) => one.key === key)?.value
  return value?.stringValue ?? (value?.intValue === undefined ? undefined : Number(value.intValue))
}
