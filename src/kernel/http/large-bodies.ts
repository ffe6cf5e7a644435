import { problem } from '../problems/catalogue.ts'

/** How many large bodies one officer sends at once, and how many bytes of them all officers together, on one server. */
export type LargeBodyBounds = { perOfficer: number; bytes: number }

export const LARGE_BODY_BOUNDS: LargeBodyBounds = { perOfficer: 4, bytes: 400 * 1024 * 1024 }

/** Seconds after which it is worth sending again. */
const RETRY_AFTER = 5

/** The large bodies that this server holds or is taking. Each stands in memory until its request is answered, so they are counted before they are read. */
export class LargeBodies {
  readonly #bounds: LargeBodyBounds
  readonly #byOfficer = new Map<string, number>()
  #bytes = 0

  constructor(bounds: LargeBodyBounds = LARGE_BODY_BOUNDS) {
    this.#bounds = bounds
  }

  /** How many are under way. */
  get size(): number {
    let n = 0
    for (const own of this.#byOfficer.values()) n += own
    return n
  }

  /** Takes a place for so many bytes; answers how to give it back, any number of times. Throws too-many-uploads or uploads-busy. */
  take(officerId: string, bytes: number): () => void {
    const own = this.#byOfficer.get(officerId) ?? 0
    const { perOfficer } = this.#bounds
    if (own >= perOfficer) throw problem('too-many-uploads', { most: perOfficer }, { retryAfter: RETRY_AFTER })
    // One that is larger than all bounds may still come alone: its own limit refuses it.
    if (this.#bytes > 0 && this.#bytes + bytes > this.#bounds.bytes) throw problem('uploads-busy', {}, { retryAfter: RETRY_AFTER })
    this.#byOfficer.set(officerId, own + 1)
    this.#bytes += bytes
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#bytes -= bytes
      const left = (this.#byOfficer.get(officerId) ?? 1) - 1
      if (left > 0) this.#byOfficer.set(officerId, left)
      else this.#byOfficer.delete(officerId)
    }
  }
}
