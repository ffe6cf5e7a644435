/** An id that was given so long ago, in milliseconds, has been committed, but for the rare transaction that takes longer. */
const SETTLED_MS = 30_000
/** How often all is looked through for what such a transaction left, in milliseconds. */
const WHOLE_MS = 5_000
const STEP_MS = 1_000

/**
 * From which id on a queue is to be looked through. What was taken from it stays at its head for as long as somebody holds an old view of the database (a
 * back-up takes many minutes), and would be passed over at every look: so most looks begin where all was taken half a minute ago.
 */
export class LowWater {
  readonly #taken: { at: number; id: bigint }[] = []
  #low = 0n
  #wholeAt = -Infinity

  /** The id after which to look at `now` (milliseconds of any one clock): 0 where all is to be looked through. */
  after(now: number): bigint {
    if (now - this.#wholeAt >= WHOLE_MS) {
      this.#wholeAt = now
      return 0n
    }
    while (this.#taken[0] && now - this.#taken[0].at >= SETTLED_MS) this.#low = this.#taken.shift()!.id
    return this.#low
  }

  /** Says that ids were taken, in any order, by a look at `now`. */
  took(ids: readonly string[], now: number): void {
    const last = this.#taken.at(-1)
    if (last && now - last.at < STEP_MS) return
    const id = ids.reduce((most, one) => (BigInt(one) > most ? BigInt(one) : most), last?.id ?? this.#low)
    this.#taken.push({ at: now, id })
  }
}
