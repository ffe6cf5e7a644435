import type { Wake } from '../inbox/listener.ts'
import type { LiveChange } from './views.ts'

/** Changes within this time reach a screen as one. */
const COALESCE_MS = 40

export type LiveClient = { agencyId: string; send: (change: LiveChange) => void }

/** The open live streams of this process. A change goes to the clients of the agencies concerned; ids only, they ask again for what they show. */
export class LiveHub {
  readonly #byAgency = new Map<string, Set<LiveClient>>()
  readonly #waiting = new Map<LiveClient, Set<string>>()
  #timer: NodeJS.Timeout | null = null

  add(client: LiveClient): () => void {
    const clients = this.#byAgency.get(client.agencyId) ?? new Set<LiveClient>()
    this.#byAgency.set(client.agencyId, clients)
    clients.add(client)
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
    for (const { caseId, agencies, seers } of wakes) {
      const may = new Set(seers)
      for (const agency of agencies) {
        for (const client of this.#byAgency.get(agency) ?? []) {
          const cases = this.#waiting.get(client) ?? new Set<string>()
          this.#waiting.set(client, cases)
          if (may.has(agency)) cases.add(caseId)
        }
      }
    }
    if (this.#waiting.size) this.#timer ??= setTimeout(() => this.#flush(), COALESCE_MS)
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
