import type { Wake } from '../inbox/listener.ts'
import type { LiveChange } from './views.ts'

/** A change reaches a screen at once; those that come within this time after it reach it as one. */
const COALESCE_MS = 40

/** A page asks for what it shows before its stream is open: what changed within this time is told to a new stream as well. */
const RECENT_MS = 15_000

/** An open stream. It is sent a change as server-sent events have it, written once for all streams of an agency. */
export type LiveClient = { agencyId: string; send: (frame: string) => void }

/** The streams of an agency, when they were last told something, and the cases that they are to hear of next; null: nothing new. */
type Listening = { clients: Set<LiveClient>; toldAt: number; waiting: Set<string> | null }

/** The open live streams of this process. A change goes to the clients of the agencies concerned; ids only, they ask again for what they show. */
export class LiveHub {
  readonly #byAgency = new Map<string, Listening>()
  readonly #waiting = new Set<Listening>()
  #recent: { until: number; wake: Wake }[] = []
  #timer: NodeJS.Timeout | null = null

  /** Answers with what ends it. */
  add(client: LiveClient): () => void {
    const { agencyId } = client
    const listening = this.#byAgency.get(agencyId) ?? { clients: new Set(), toldAt: -Infinity, waiting: null }
    this.#byAgency.set(agencyId, listening)
    listening.clients.add(client)
    this.#forget()
    const recent = this.#recent.filter(({ wake }) => wake.agencies.includes(agencyId))
    if (recent.length) tell([client], new Set(recent.filter(({ wake }) => wake.seers.includes(agencyId)).map(({ wake }) => wake.caseId)))
    return () => {
      listening.clients.delete(client)
      if (listening.clients.size || this.#byAgency.get(agencyId) !== listening) return
      this.#byAgency.delete(agencyId)
      this.#waiting.delete(listening)
    }
  }

  get size(): number {
    let n = 0
    for (const { clients } of this.#byAgency.values()) n += clients.size
    return n
  }

  wake(wakes: Wake[]): void {
    this.#forget()
    const now = performance.now()
    for (const wake of wakes) {
      this.#recent.push({ until: now + RECENT_MS, wake })
      for (const agency of wake.agencies) {
        const listening = this.#byAgency.get(agency)
        if (!listening) continue
        listening.waiting ??= new Set()
        if (wake.seers.includes(agency)) listening.waiting.add(wake.caseId)
        this.#waiting.add(listening)
      }
    }
    this.#flush(now)
  }

  /** Notices may have been missed: every client reads anew. */
  gap(): void {
    for (const { clients } of this.#byAgency.values()) tell(clients, new Set())
  }

  #forget(): void {
    const now = performance.now()
    const fresh = this.#recent.findIndex(({ until }) => until > now)
    this.#recent.splice(0, fresh < 0 ? this.#recent.length : fresh)
  }

  /** Tells those who heard nothing for a while, and the others when that while is over. */
  #flush(now: number): void {
    let next = Infinity
    for (const listening of this.#waiting) {
      const at = listening.toldAt + COALESCE_MS
      if (at > now) next = Math.min(next, at)
      else {
        this.#waiting.delete(listening)
        listening.toldAt = now
        tell(listening.clients, listening.waiting ?? new Set())
        listening.waiting = null
      }
    }
    if (next === Infinity) return
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null
        this.#flush(performance.now())
      },
      Math.ceil(next - now),
    )
  }
}

const tell = (clients: Iterable<LiveClient>, cases: Set<string>): void => {
  const change: LiveChange = { cases: [...cases], notifications: true, desk: true }
  const frame = `event: change\ndata: ${JSON.stringify(change)}\n\n`
  for (const client of clients) client.send(frame)
}
