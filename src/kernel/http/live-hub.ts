import type { Wake } from '../inbox/listener.ts'
import type { LiveChange } from './views.ts'

/** Changes within this time reach a screen as one. */
const COALESCE_MS = 40

/** A page asks for what it shows before its stream is open: what changed within this time is told to a new stream as well. */
const RECENT_MS = 15_000

export type LiveClient = { agencyId: string; send: (change: LiveChange) => void }

/** The open live streams of this process. A change goes to the clients of the agencies concerned; ids only, they ask again for what they show. */
export class LiveHub {
  readonly #byAgency = new Map<string, Set<LiveClient>>()
  readonly #waiting = new Map<LiveClient, Set<string>>()
  #recent: { until: number; wake: Wake }[] = []
  #timer: NodeJS.Timeout | null = null

  /** Answers with what ends it. */
  add(client: LiveClient): () => void {
    const clients = this.#byAgency.get(client.agencyId) ?? new Set<LiveClient>()
    this.#byAgency.set(client.agencyId, clients)
    clients.add(client)
    this.#forget()
    for (const { wake } of this.#recent) if (wake.agencies.includes(client.agencyId)) this.#tell(client, wake)
    return () => {
      clients.delete(client)
      this.#waiting.delete(client)
      if (clients.size === 0) this.#byAgency.delete(client.agencyId)
    }
  }

  get size(): number {
    let n = 0
    for (const clients of this.#byAgency.values()) n += clients.size
    return n
  }

  wake(wakes: Wake[]): void {
    this.#forget()
    const until = performance.now() + RECENT_MS
    for (const wake of wakes) {
      this.#recent.push({ until, wake })
      for (const agency of wake.agencies) for (const client of this.#byAgency.get(agency) ?? []) this.#tell(client, wake)
    }
  }

  #tell(client: LiveClient, { caseId, seers }: Wake): void {
    const cases = this.#waiting.get(client) ?? new Set<string>()
    this.#waiting.set(client, cases)
    if (seers.includes(client.agencyId)) cases.add(caseId)
    this.#timer ??= setTimeout(() => this.#flush(), COALESCE_MS)
  }

  #forget(): void {
    const now = performance.now()
    const fresh = this.#recent.findIndex(({ until }) => until > now)
    this.#recent.splice(0, fresh < 0 ? this.#recent.length : fresh)
  }

  /** Notices may have been missed: every client reads anew. */
  gap(): void {
    for (const clients of this.#byAgency.values()) for (const client of clients) client.send({ cases: [], notifications: true, desk: true })
  }

  #flush(): void {
    this.#timer = null
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    for (const [client, cases] of waiting) client.send({ cases: [...cases], notifications: true, desk: true })
  }
}
