import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** Keys as the ciphers take them: made anew from bytes each time they cost more than opening a body. */
const prepared = new WeakMap<Buffer, KeyObject>()

const ready = (key: Buffer): KeyObject => {
  const known = prepared.get(key)
  if (known) return known
  const made = createSecretKey(key)
  prepared.set(key, made)
  return made
}

/** Random bytes for the next nonces: fetched one by one they cost as much as a small body. */
let nonces = Buffer.alloc(0)
let used = 0

/** Seals bytes with AES-256-GCM: nonce, tag, ciphertext. `bound` is authenticated with them, so that a sealed text cannot be moved elsewhere. */
export const seal = (key: Buffer, plain: Buffer, bound: string): Buffer => {
  if (used === nonces.length) {
    nonces = randomBytes(NONCE * 256)
    used = 0
  }
  const nonce = nonces.subarray(used, (used += NONCE))
  const cipher = createCipheriv('aes-256-gcm', ready(key), nonce)
  cipher.setAAD(Buffer.from(bound))
  const body = cipher.update(plain)
  // Nothing is left to come of this mode; the tag stands from here on.
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what seal() made. Throws where key, bytes or `bound` differ. */
export const unseal = (key: Buffer, sealed: Buffer, bound: string): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', ready(key), sealed.subarray(0, NONCE))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  const plain = decipher.update(sealed.subarray(NONCE + TAG))
  // Nothing is left to come of this mode; it throws where the tag does not fit.
  decipher.final()
  return plain
}
