import { createHash, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Actor } from '../access/actor.ts'
import { readAs } from '../access/reader.ts'
import { inTransaction } from '../db/pool.ts'
import type { FileRef } from '../http/views.ts'
import { problem } from '../problems/catalogue.ts'
import { CASE_SUBJECT, type Keyring } from '../vault/keyring.ts'
import { seal, unseal } from '../vault/seal.ts'

/** The largest file that is taken, in bytes. */
export const FILE_LIMIT = 50 * 1024 * 1024
const PART = 1024 * 1024

/** Looks into a file before it is kept and throws a Problem where it must not enter (a secrecy stamp). */
export type Inspect = (bytes: Buffer, name: string) => Promise<void>

export type FileStore = { write: Pool; read: Pool; keyring: Keyring; inspect: Inspect }

/** A name without folders and control characters, at most 200 characters. */
const cleanName = (name: string): string =>
  (name.normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 200) || 'tep'

/**
 * Keeps a file, sealed with a key of its own, in the database: it is backed up, replicated and committed together with the case.
 * Until a command names it, only its officer sees it. Throws too-large, bad-input (empty), or what `inspect` finds.
 */
export const keepFile = async (
  store: FileStore,
  actor: Actor,
  given: { name: string; mediaType: string; bytes: Buffer },
): Promise<FileRef> => {
  const { bytes } = given
  if (bytes.length > FILE_LIMIT) throw problem('too-large', { limit: '50 MB' })
  if (bytes.length === 0) throw problem('empty-file')
  const name = cleanName(given.name)
  await store.inspect(bytes, name)
  const id = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const mediaType = /^[\w.+-]+\/[\w.+-]+$/.test(given.mediaType) ? given.mediaType : 'application/octet-stream'
  const uploadedAt = await inTransaction(store.write, async (db) => {
    const key = (await store.keyring.readOrMake(db, id, [CASE_SUBJECT])).get(CASE_SUBJECT) as Buffer
    const { rows } = await db.query(
      `insert into file (id, agency_id, officer_id, name_sealed, size, sha256, media_type) values ($1, $2, $3, $4, $5, $6, $7) returning uploaded_at`,
      [id, actor.agencyId, actor.officerId, seal(key, Buffer.from(name), `name:${id}`), bytes.length, sha256, mediaType],
    )
    for (let part = 0; part * PART < bytes.length; part++) {
      const sealed = seal(key, bytes.subarray(part * PART, (part + 1) * PART), `file:${id}:${part}`)
      await db.query('insert into file_chunk (file_id, part, sealed) values ($1, $2, $3)', [id, part, sealed])
    }
    return rows[0].uploaded_at as Date
  })
  return { id, name, size: bytes.length, sha256, mediaType, uploadedAt: uploadedAt.toISOString() }
}

type FileRow = { id: string; name_sealed: Buffer; size: string; sha256: string; media_type: string; uploaded_at: Date }

/** The files of these ids that the connection's actor may see. A file whose key was destroyed has an empty name. */
export const fileRefs = async (db: Parameters<Keyring['read']>[0], keyring: Keyring, ids: string[]): Promise<Map<string, FileRef>> => {
  const refs = new Map<string, FileRef>()
  if (!ids.length) return refs
  const { rows } = await db.query<FileRow>(
    'select id, name_sealed, size, sha256, media_type, uploaded_at from file where id = any($1::uuid[])',
    [ids],
  )
  for (const row of rows) {
    const key = (await keyring.read(db, row.id, [CASE_SUBJECT])).get(CASE_SUBJECT)
    refs.set(row.id, {
      id: row.id,
      name: key ? unseal(key, row.name_sealed, `name:${row.id}`).toString() : '',
      size: Number(row.size),
      sha256: row.sha256,
      mediaType: row.media_type,
      uploadedAt: row.uploaded_at.toISOString(),
    })
  }
  return refs
}

/** Opens a file for an actor. Throws not-found where it is not there or not to be seen, erased where its key is gone. */
export const openFile = async (store: FileStore, actor: Actor, id: string): Promise<{ ref: FileRef; bytes: Buffer }> =>
  readAs(store.read, actor, async (db) => {
    const ref = (await fileRefs(db, store.keyring, [id])).get(id)
    if (!ref) throw problem('not-found')
    const key = (await store.keyring.read(db, id, [CASE_SUBJECT])).get(CASE_SUBJECT)
    if (!key) throw problem('erased')
    const { rows } = await db.query('select part, sealed from file_chunk where file_id = $1 order by part', [id])
    const bytes = Buffer.concat(rows.map((row) => unseal(key, row.sealed, `file:${id}:${row.part}`)))
    if (createHash('sha256').update(bytes).digest('hex') !== ref.sha256) throw problem('internal', { id: 'file-hash' })
    return { ref, bytes }
  })
