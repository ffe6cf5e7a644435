/** Who is signed in, and in which post they act. `postId` is null until one was chosen. */
export type Session = { userId: string; officerId: string; postId: string | null; sessionToken: string }

type Entry = { cookie: string; session: Session; until: number }

const KEEP_MS = 2_000
const MOST = 20_000

/**
 * Remembers opened sessions, by session token. A sign-out or a change of post on this process counts at once; on another process within KEEP_MS for
 * reads. Commands check in their own transaction what is remembered here.
 */
export class SessionCache {
  readonly #entries = new Map<string, Entry>()
  readonly #clock: () => number
  /** Grows with every `forget`, so that a session read before a sign-out is not kept after it. */
  #epoch = 0

  constructor(clock: () => number = Date.now) {
    this.#clock = clock
  }

  /** The session for exactly this cookie, or undefined where it must be read. */
  get(token: string, cookie: string): Session | undefined {
    const entry = this.#entries.get(token)
    return entry && entry.cookie === cookie && this.#clock() < entry.until ? entry.session : undefined
  }

  /** The session for exactly this cookie as it was last read, however long ago: for who checks it themselves. */
  last(token: string, cookie: string): Session | undefined {
    const entry = this.#entries.get(token)
    return entry && entry.cookie === cookie ? entry.session : undefined
  }

  /** Reads a session through `load` and keeps it, unless something was forgotten meanwhile. */
  async load(token: string, cookie: string, load: () => Promise<Session | null>): Promise<Session | null> {
    const epoch = this.#epoch
    const session = await load()
    if (session && epoch === this.#epoch) {
      if (this.#entries.size >= MOST) this.#entries.clear()
      this.#entries.set(token, { cookie, session, until: this.#clock() + KEEP_MS })
    }
    return session
  }

  forget(token: string): void {
    this.#epoch++
    this.#entries.delete(token)
  }

  forgetUser(userId: string): void {
    this.#epoch++
    for (const [token, entry] of this.#entries) if (entry.session.userId === userId) this.#entries.delete(token)
  }
}
