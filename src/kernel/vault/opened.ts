/** So many keys are remembered as asked for once, and as many from before them. */
const MOST_ASKED = 20_000
/** What is not asked for is forgotten within twice this time, in milliseconds. */
const TURN_MS = 5 * 60_000

type Entry = { version: number; value: unknown; bytes: number }

/**
 * Opened values that stand as long as their stream stands at one version, so that a read neither fetches nor opens again what it opened before. It never
 * answers who may see: every read asks PostgreSQL, under the policies, for the version, whether it may be read, and whether a key of its case was
 * destroyed, and only then takes the value from here. Kept in two generations, each of half the size.
 */
export class Opened {
  readonly #half: number
  #young = new Map<string, Entry>()
  #old = new Map<string, Entry>()
  #bytes = 0
  #asked = new Set<string>()
  #askedBefore = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  /** `most`: how many bytes are kept, counted as text. */
  constructor(most: number) {
    this.#half = most / 2
  }

  /** The value as it was kept last, with its version and size; undefined where it is not known. */
  get<T>(key: string): { version: number; value: T; bytes: number } | undefined {
    const entry = this.#young.get(key) ?? this.#old.get(key)
    if (entry && !this.#young.has(key)) this.#put(key, entry)
    return entry as { version: number; value: T; bytes: number } | undefined
  }

  /**
   * Whether a value is worth keeping that is not kept yet: not the first time that it is asked for. Most of what is opened once is never opened again, and
   * would only be moved about in memory until it is forgotten.
   */
  worth(key: string): boolean {
    if (this.#young.has(key) || this.#old.has(key) || this.#asked.has(key) || this.#askedBefore.has(key)) return true
    if (this.#asked.size >= MOST_ASKED) {
      this.#askedBefore = this.#asked
      this.#asked = new Set()
    }
    this.#asked.add(key)
    return false
  }

  /** `bytes`: about how much text the value holds. A value that stands already at a later version stays. */
  keep(key: string, version: number, value: unknown, bytes: number): void {
    const known = this.#young.get(key) ?? this.#old.get(key)
    if (bytes > this.#half || (known && known.version > version)) return
    this.#put(key, { version, value, bytes })
    this.#timer ??= setInterval(() => this.#turn(), TURN_MS).unref()
  }

  drop(key: string): void {
    const kept = this.#young.has(key) || this.#old.has(key)
    this.#bytes -= this.#young.get(key)?.bytes ?? 0
    this.#young.delete(key)
    this.#old.delete(key)
    // It was asked for before: what takes its place is worth keeping.
    if (kept) this.worth(key)
  }

  /** Forgets all. */
  clear(): void {
    this.#young.clear()
    this.#old.clear()
    this.#asked.clear()
    this.#askedBefore.clear()
    this.#bytes = 0
  }

  #put(key: string, entry: Entry): void {
    this.#bytes += entry.bytes - (this.#young.get(key)?.bytes ?? 0)
    this.#young.set(key, entry)
    if (this.#bytes > this.#half) this.#turn()
  }

  #turn(): void {
    this.#old = this.#young
    this.#young = new Map()
    this.#bytes = 0
  }
}
