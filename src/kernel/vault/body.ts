import type { PoolClient } from 'pg'
import { problem } from '../problems/catalogue.ts'
import { Breath } from '../streams/breath.ts'
import { isPersonal, type Personal } from '../streams/personal.ts'
import { CASE_SUBJECT, type KeyMaker, type Keyring } from './keyring.ts'
import { seal, unseal } from './seal.ts'

type Queryable = Pick<PoolClient, 'query'>
type SealedPersonal = { $sealed: string; subject: string }
type Keys = Map<string, Buffer | null>

const isSealedPersonal = (x: unknown): x is SealedPersonal =>
  typeof x === 'object' && x !== null && typeof (x as SealedPersonal).$sealed === 'string'

/** Walks plain JSON and replaces what `swap` answers for; everything else is copied as it is. */
const walk = (x: unknown, swap: (x: object) => unknown): unknown => {
  if (typeof x !== 'object' || x === null) return x
  const swapped = swap(x)
  if (swapped !== undefined) return swapped
  if (Array.isArray(x)) return x.map((y) => walk(y, swap))
  return Object.fromEntries(Object.entries(x).map(([k, v]) => [k, walk(v, swap)]))
}

const subjectsIn = (x: unknown, into: Set<string>): Set<string> => {
  walk(x, (y) => {
    if (isPersonal(y) || isSealedPersonal(y)) return into.add(y.subject)
    return undefined
  })
  return into
}

const sealPersonal = (keys: Keys) => (x: object) => {
  if (!isPersonal(x)) return undefined
  const key = keys.get(x.subject)
  if (x.value === null || !key) return { $sealed: '', subject: x.subject }
  return { $sealed: seal(key, Buffer.from(x.value), x.subject).toString('base64'), subject: x.subject }
}

const openPersonal =
  (keys: Keys) =>
  (x: object): Personal | undefined => {
    if (!isSealedPersonal(x)) return undefined
    const key = keys.get(x.subject)
    const value = key && x.$sealed ? unseal(key, Buffer.from(x.$sealed, 'base64'), x.subject).toString() : null
    return { personal: true, subject: x.subject, value }
  }

/** What a body reads as when its case's key was destroyed. One object, so that a state of its own with such a property is not taken for it. */
export const ERASED: { erased: true } = Object.freeze({ erased: true })

/** What a body that names nobody's personal value never holds as text. Most hold none, and need not be looked through. */
const PERSONAL = /"personal":true|"\$sealed"/

/** Seals bodies of one case: personal values with their person's key, the whole with the case's. `bound` ties each to its place. */
export const sealBodies = async (
  db: Queryable,
  ring: KeyMaker,
  caseId: string,
  bodies: { data: unknown; bound: string }[],
): Promise<Buffer[]> => {
  const subjects = new Set([CASE_SUBJECT])
  const texts: (string | null)[] = []
  const breath = new Breath()
  for (const { data } of bodies) {
    await breath.pause()
    const text = JSON.stringify(data)
    const names = PERSONAL.test(text)
    if (names) subjectsIn(data, subjects)
    texts.push(names ? null : text)
  }
  const keys = await ring.readOrMake(db, caseId, [...subjects])
  const caseKey = keys.get(CASE_SUBJECT)
  if (!caseKey) throw problem('erased')
  const sealed: Buffer[] = []
  for (const [i, { data, bound }] of bodies.entries()) {
    await breath.pause()
    sealed.push(seal(caseKey, Buffer.from(texts[i] ?? JSON.stringify(walk(data, sealPersonal(keys)))), bound))
  }
  return sealed
}

/** Opens bodies of one case. A body whose case key is destroyed reads ERASED; a personal value without key reads null. */
export const openBodies = async (
  db: Queryable,
  ring: Keyring,
  caseId: string,
  bodies: { sealed: Buffer; bound: string }[],
): Promise<object[]> => {
  const keys = await ring.read(db, caseId, [CASE_SUBJECT])
  const caseKey = keys.get(CASE_SUBJECT)
  if (!caseKey) return bodies.map(() => ERASED)
  const texts = bodies.map(({ sealed, bound }) => unseal(caseKey, sealed, bound).toString())
  const plain = texts.map((text) => JSON.parse(text) as object)
  // Few bodies tell of a person; in the others nothing needs to be looked through.
  const subjects = subjectsIn(
    plain.filter((_, i) => texts[i]?.includes('"$sealed"')),
    new Set<string>(),
  )
  if (!subjects.size) return plain
  const personKeys = await ring.read(db, caseId, [...subjects])
  return plain.map((body) => walk(body, openPersonal(personKeys)) as object)
}

/** Seals the personal values inside a projection's values, leaving the rest plain. */
export const sealValues = async (
  db: Queryable,
  ring: KeyMaker,
  caseId: string,
  values: Record<string, unknown>,
): Promise<Record<string, unknown>> => {
  const subjects = subjectsIn(values, new Set<string>())
  if (!subjects.size) return values
  const keys = await ring.readOrMake(db, caseId, [...subjects])
  return walk(values, sealPersonal(keys)) as Record<string, unknown>
}

/** Opens values that sealValues() made. */
export const openValues = async <T>(db: Queryable, ring: Keyring, caseId: string, values: T): Promise<T> => {
  const subjects = subjectsIn(values, new Set<string>())
  if (!subjects.size) return values
  const keys = await ring.read(db, caseId, [...subjects])
  return walk(values, openPersonal(keys)) as T
}
