import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { seal, unseal } from './seal.ts'

/** Stands for "the case itself" where a key belongs to no person. */
export const CASE_SUBJECT = '00000000-0000-0000-0000-000000000000'

type Queryable = Pick<PoolClient, 'query'>
type Entry = { key: Buffer | null; readAt: number }

const KEEP_MS = 5_000
const MOST = 20_000

/**
 * Keys per case and per person in a case. Keys are kept open for a few seconds only, so that a destroyed key is forgotten soon on every process.
 */
export class Keyring {
  readonly #master: Buffer
  readonly #open = new Map<string, Entry>()

  constructor(master: Buffer) {
    this.#master = master
  }

  /** The keys of these subjects in a case; null where a key was destroyed or never made. */
  async read(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    const found = new Map<string, Buffer | null>()
    const missing: string[] = []
    const now = Date.now()
    for (const subject of new Set(subjects)) {
      const entry = this.#open.get(caseId + subject)
      if (entry && now - entry.readAt < KEEP_MS) found.set(subject, entry.key)
      else missing.push(subject)
    }
    if (missing.length) {
      const { rows } = await db.query({
        name: 'vault-read',
        text: 'select subject_id, wrapped from vault.seal_key where case_id = $1 and subject_id = any($2::uuid[])',
        values: [caseId, missing],
      })
      for (const subject of missing) found.set(subject, null)
      for (const row of rows) this.#keep(caseId, row.subject_id, row.wrapped, found)
    }
    return found
  }

  /** As read(), but makes the keys that were never made. A destroyed key stays destroyed. */
  async readOrMake(db: Queryable, caseId: string, subjects: string[]): Promise<Map<string, Buffer | null>> {
    const found = await this.read(db, caseId, subjects)
    const missing = [...found].filter(([, key]) => key === null).map(([subject]) => subject)
    if (!missing.length) return found
    const fresh = missing.map((subject) => seal(this.#master, randomBytes(32), caseId + subject))
    await db.query(
      'insert into vault.seal_key (case_id, subject_id, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[]) on conflict do nothing',
      [caseId, missing, fresh],
    )
    // Read again: another command may have made the same key first.
    const { rows } = await db.query('select subject_id, wrapped from vault.seal_key where case_id = $1 and subject_id = any($2::uuid[])', [
      caseId,
      missing,
    ])
    for (const row of rows) {
      const key = row.wrapped ? unseal(this.#master, row.wrapped, caseId + row.subject_id) : null
      found.set(row.subject_id, key)
    }
    return found
  }

  /** Destroys the key of a subject in a case, also one that was never made. What it sealed cannot be opened again. */
  async destroy(db: Queryable, caseId: string, subject: string): Promise<void> {
    await db.query(
      `insert into vault.seal_key (case_id, subject_id, wrapped, destroyed_at) values ($1, $2, null, now())
       on conflict (case_id, subject_id) do update set wrapped = null, destroyed_at = coalesce(seal_key.destroyed_at, now())`,
      [caseId, subject],
    )
    this.forget(caseId)
  }

  /** Drops the open keys of a case, for example when one was destroyed. */
  forget(caseId: string): void {
    for (const name of this.#open.keys()) if (name.startsWith(caseId)) this.#open.delete(name)
  }

  #keep(caseId: string, subject: string, wrapped: Buffer | null, found: Map<string, Buffer | null>): void {
    const key = wrapped ? unseal(this.#master, wrapped, caseId + subject) : null
    if (this.#open.size >= MOST) this.#open.clear()
    this.#open.set(caseId + subject, { key, readAt: Date.now() })
    found.set(subject, key)
  }
}
