import { randomBytes } from 'node:crypto'
import type { KeyMaker, Keyring, Queryable } from './keyring.ts'
import { seal } from './seal.ts'

/** A row of vault.seal_key; `wrapped` in base64. */
type Row = { case_id: string; subject_id: string; wrapped: string }

/**
 * The keys that commands make. They are written with all else that the commands write and known to nobody before: should that be undone, they are
 * forgotten with it. Should somebody else have made one meanwhile, they meet at the primary key, and nothing is written.
 */
export class CommandKeys implements KeyMaker {
  readonly #ring: Keyring
  readonly #master: Buffer
  readonly #born: ReadonlySet<string>
  readonly #made = new Map<string, Buffer>()
  /** What is to be written. */
  readonly rows: Row[] = []

  /** `born`: cases that begin with these commands. Nobody can have made a key of them, so that none is asked for. */
  constructor(ring: Keyring, master: Buffer, born: Iterable<string>) {
    this.#ring = ring
    this.#master = master
    this.#born = new Set(born)
  }

  /** The keys of these subjects in a case, made where there was none; null where one was destroyed. */
  async readOrMake(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    const others = subjects.filter((subject) => !this.#made.has(caseId + subject))
    const stored = this.#born.has(caseId) ? null : await this.#ring.stored(db, caseId, others)
    const keyOf = (subject: string) => {
      const known = stored?.get(subject)
      return known === undefined ? (this.#made.get(caseId + subject) ?? this.#make(caseId, subject)) : known
    }
    return new Map(subjects.map((subject) => [subject, keyOf(subject)]))
  }

  #make(caseId: string, subject: string): Buffer {
    const key = randomBytes(32)
    this.#made.set(caseId + subject, key)
    this.rows.push({ case_id: caseId, subject_id: subject, wrapped: seal(this.#master, key, caseId + subject).toString('base64') })
    return key
  }
}
