import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { CommandKeys } from './command-keys.ts'
import { Opened } from './opened.ts'
import { seal, unseal } from './seal.ts'

/** Stands for "the case itself" where a key belongs to no person. */
export const CASE_SUBJECT = '00000000-0000-0000-0000-000000000000'

export type Queryable = Pick<PoolClient, 'query'>
/** A key as it is stored, and opened once it is asked for; `wrapped` is null where it was destroyed. */
type Entry = { wrapped: Buffer | null; key?: Buffer; readAt: number }

const KEEP_MS = 5_000
const MOST = 20_000
/** How much opened text is kept for reads, in bytes. */
const MOST_OPENED = 128 * 1024 * 1024

/** Where values are sealed: gives the keys of subjects, null where one was destroyed. */
export type KeyMaker = { readOrMake: (db: Queryable, caseId: string, subjects: string[]) => Promise<Map<string, Buffer | null>> }

/**
 * Keys per case and per person in a case. Keys are kept open for a few seconds only, so that a destroyed key is forgotten soon on every process.
 */
export class Keyring {
  readonly #master: Buffer
  readonly #open = new Map<string, Entry>()
  readonly opened = new Opened(MOST_OPENED)

  constructor(master: Buffer) {
    this.#master = master
  }

  /** The keys of these subjects in a case; null where a key was destroyed or never made. */
  async read(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    const stored = await this.#stored(db, caseId, subjects, () => true)
    return new Map(subjects.map((subject) => [subject, stored.get(subject) ?? null]))
  }

  /** As read(), but those that were never made are left out. */
  stored(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    // What is kept as missing may be destroyed or not made.
    return this.#stored(db, caseId, subjects, ({ wrapped }) => wrapped !== null)
  }

  /** As read(), but makes the keys that were never made, in one statement. A destroyed key stays destroyed. */
  async readOrMake(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    const found = await this.stored(db, caseId, subjects)
    const missing = [...new Set(subjects)].filter((subject) => !found.has(subject))
    if (!missing.length) return found
    const fresh = missing.map((subject) => seal(this.#master, randomBytes(32), caseId + subject))
    const { rows } = await db.query({
      name: 'vault-make',
      text: `insert into vault.seal_key (case_id, subject_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])
        on conflict do nothing returning subject_id, wrapped`,
      values: [caseId, missing, fresh],
    })
    // What was made here is not kept: its transaction may yet be undone.
    for (const row of rows) found.set(row.subject_id, unseal(this.#master, row.wrapped, caseId + row.subject_id))
    // Another command made the same key at the same moment; now it can be read.
    const late = missing.filter((subject) => !found.has(subject))
    for (const [subject, key] of late.length ? await this.read(db, caseId, late) : []) found.set(subject, key)
    return found
  }

  /** Takes in a wrapped key that came along with something else, so that it need not be asked for. */
  take(caseId: string, subject: string, wrapped: Buffer | null): void {
    const entry = this.#open.get(caseId + subject)
    if (entry && (entry.wrapped !== null) === (wrapped !== null) && Date.now() - entry.readAt < KEEP_MS) return
    this.#keep(caseId, subject, wrapped)
  }

  /** For commands that may make keys; `born` are the cases that begin with them. */
  making(born: string[]): CommandKeys {
    return new CommandKeys(this, this.#master, born)
  }

  /** The same keys for one that tells again what was sealed before: it makes none, and needs no right to. */
  get madeBefore(): KeyMaker {
    return { readOrMake: (db, caseId, subjects) => this.read(db, caseId, subjects) }
  }

  /** Destroys the key of a subject in a case, also one that was never made. What it sealed cannot be opened again. */
  async destroy(db: Queryable, caseId: string, subject: string): Promise<void> {
    await db.query(
      `insert into vault.seal_key (case_id, subject_id, wrapped, destroyed_at) values ($1, $2, null, now())
       on conflict (case_id, subject_id) do update set wrapped = null, destroyed_at = coalesce(seal_key.destroyed_at, now())`,
      [caseId, subject],
    )
    this.forget(caseId)
    this.opened.clear()
  }

  /** Drops the open keys of a case, for example when one was destroyed. */
  forget(caseId: string): void {
    for (const name of this.#open.keys()) if (name.startsWith(caseId)) this.#open.delete(name)
  }

  async #stored(db: Queryable, caseId: string, subjects: string[], counts: (entry: Entry) => boolean): Promise<Map<string, Buffer | null>> {
    const found = new Map<string, Buffer | null>()
    const missing: string[] = []
    const now = Date.now()
    for (const subject of new Set(subjects)) {
      const entry = this.#open.get(caseId + subject)
      if (entry && now - entry.readAt < KEEP_MS && counts(entry)) found.set(subject, this.#opened(caseId, subject, entry))
      else missing.push(subject)
    }
    if (!missing.length) return found
    const { rows } = await db.query({
      name: 'vault-read',
      text: 'select subject_id, wrapped from vault.seal_key where case_id = $1 and subject_id = any($2::uuid[])',
      values: [caseId, missing],
    })
    for (const row of rows) {
      const entry = this.#keep(caseId, row.subject_id, row.wrapped)
      found.set(row.subject_id, this.#opened(caseId, row.subject_id, entry))
    }
    return found
  }

  #keep(caseId: string, subject: string, wrapped: Buffer | null): Entry {
    if (this.#open.size >= MOST) this.#open.clear()
    const entry = { wrapped, readAt: Date.now() }
    this.#open.set(caseId + subject, entry)
    return entry
  }

  /** A read that finds all opened already takes the key in and never asks for it. */
  #opened(caseId: string, subject: string, entry: Entry): Buffer | null {
    if (entry.wrapped === null) return null
    entry.key ??= unseal(this.#master, entry.wrapped, caseId + subject)
    return entry.key
  }
}
