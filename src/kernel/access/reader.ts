import type { Pool, PoolClient, QueryResult } from 'pg'
import { together } from '../db/pool.ts'
import type { Actor } from './actor.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The subjects under which an actor sees: the agency that answers, the own unit, the officer. */
export const subjectsOf = (actor: Actor): string[] => [...new Set([actor.agencyId, actor.unitId, actor.officerId])]

/** A uuid array literal, refused unless every part is a UUID. */
export const subjectsLiteral = (actor: Actor): string => {
  const ids = subjectsOf(actor)
  if (!ids.every((id) => UUID.test(id))) throw new Error('an actor has ids only')
  return `{${ids.join(',')}}`
}

export type Reader = Pick<PoolClient, 'query'>

/** Texts of statements seen, with the names under which connections keep them prepared. Texts come from code, never from values. */
const names = new Map<string, string>()
const MOST_NAMES = 400

const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known
  const name = `r${names.size}`
  names.set(text, name)
  return name
}

/** The same connection, with every statement that has values kept prepared: PostgreSQL then plans it once, policies included. */
export const prepared = (db: Reader): Reader => ({
  query: ((given: string | object, values?: unknown[]) => {
    const name = typeof given === 'string' && values ? nameOf(given) : undefined
    return name ? db.query({ name, text: given as string, values: values as unknown[] }) : db.query(given as string, values)
  }) as Reader['query'],
})

/**
 * Every way out of the product: a read-only transaction in the role app_read, as this actor, under the policies. The connection sends without
 * waiting, so that the beginning travels with the first statement, and the answer does not wait for the end.
 */
export const readAs = async <T>(pool: Pool, actor: Actor, work: (db: Reader) => Promise<T>): Promise<T> => {
  const subjects = subjectsLiteral(actor)
  const db = await pool.connect()
  together(db)
  // Should the beginning fail, the setting has no effect or the transaction is void: either way nothing can be seen.
  const begun: Promise<QueryResult>[] = [
    db.query('begin read only'),
    db.query({ name: 'as', text: `select set_config('app.subjects', $1, true)`, values: [subjects] }),
  ]
  const settled = Promise.all(begun)
  settled.catch(() => {})
  try {
    const result = await work(prepared(db))
    await settled
    return result
  } finally {
    db.query('rollback').then(
      () => db.release(),
      (error: Error) => db.release(error),
    )
  }
}

/**
 * Says for the rest of a read that rows come in the order of an index. The average agency sees so few cases that the planner would rather sort them,
 * which for an agency that sees a million is a second. Travels with the statement after it; that one fails where this one does.
 */
export const inOrder = (db: Reader): Promise<unknown> =>
  db.query({ name: 'in-order', text: `select set_config('enable_sort', 'off', true)`, values: [] })
