/** How long one piece of work may hold everybody else up, in milliseconds. */
const HELD_MS = 1

/**
 * Breaks in work that goes through thousands of things: once it has lasted some milliseconds, whatever else waits in the process goes first. A command to
 * every commune takes a fifth of a second of computing; nobody else's read may wait for all of it.
 */
export class Breath {
  #since = performance.now()

  /** Resolves at once, or when what waited is done. Asked in a loop, for every thing or for every hundred of small ones. */
  async pause(): Promise<void> {
    if (performance.now() - this.#since < HELD_MS) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    this.#since = performance.now()
  }
}
