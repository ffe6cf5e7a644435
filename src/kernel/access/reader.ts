import type { Pool, PoolClient } from 'pg'
import { inTransaction } from '../db/pool.ts'
import type { Actor } from './actor.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The subjects under which an actor sees: the agency that answers, the own unit, the officer. */
export const subjectsOf = (actor: Actor): string[] => [...new Set([actor.agencyId, actor.unitId, actor.officerId])]

/** A uuid array literal, refused unless every part is a UUID: it stands inside SQL text. */
export const subjectsLiteral = (actor: Actor): string => {
  const ids = subjectsOf(actor)
  if (!ids.every((id) => UUID.test(id))) throw new Error('an actor has ids only')
  return `{${ids.join(',')}}`
}

export type Reader = PoolClient

/** Every way out of the product: a read-only transaction in the role app_read, as this actor, under the policies. */
export const readAs = <T>(pool: Pool, actor: Actor, work: (db: Reader) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, `begin read only; select set_config('app.subjects', '${subjectsLiteral(actor)}', true)`)
