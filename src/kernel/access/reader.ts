import type { Pool, PoolClient, Submittable } from 'pg'
import { type Answer, Batch, type Statement } from '../db/batch.ts'
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

/** Texts of statements seen, with the names under which connections keep them prepared: PostgreSQL then plans each once, policies included. Texts
 * come from code, never from values. */
const names = new Map<string, string>()
const MOST_NAMES = 400

const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known || names.size >= MOST_NAMES) return known ?? ''
  const name = `r${names.size}`
  names.set(text, name)
  return name
}

const AS = `select set_config('app.subjects', $1, true), set_config('transaction_read_only', 'on', true)`

/** Sends what is asked within one turn of the event loop as one batch; each is a transaction of its own, and each begins by saying who asks. */
class Turns {
  readonly #db: PoolClient
  readonly #subjects: string
  #asked: Statement[] = []
  #running = 0
  #rested: (() => void) | null = null

  constructor(db: PoolClient, subjects: string) {
    this.#db = db
    this.#subjects = subjects
  }

  query(given: string | { name?: string; text: string; values?: unknown[] }, values: unknown[] = []): Promise<Answer> {
    const { name, text, values: own } = typeof given === 'string' ? { name: undefined, text: given, values } : given
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) process.nextTick(() => this.#send())
      this.#asked.push({ name: name ?? nameOf(text), text, values: own ?? values, resolve, reject })
    })
  }

  /** Resolves when nothing is under way, whether or not somebody still waits for it. */
  rest(): Promise<void> {
    if (this.#asked.length) this.#send()
    return this.#running === 0 ? Promise.resolve() : new Promise((resolve) => (this.#rested = resolve))
  }

  #send(): void {
    if (!this.#asked.length) return
    const [first] = this.#asked as [Statement]
    // Should this fail, all that follows in the batch fails with it: nothing is ever asked as nobody or as somebody else.
    const as: Statement = { name: 'as', text: AS, values: [this.#subjects], resolve: () => {}, reject: first.reject }
    const batch = new Batch([as, ...this.#asked], () => {
      this.#running--
      if (this.#running === 0) this.#rested?.()
    })
    this.#asked = []
    this.#running++
    this.#db.query(batch as object as Submittable)
  }
}

/**
 * Every way out of the product: read-only transactions in the role app_read, as this actor, under the policies. What `work` asks without waiting in
 * between travels together.
 */
export const readAs = async <T>(pool: Pool, actor: Actor, work: (db: Reader) => Promise<T>): Promise<T> => {
  const subjects = subjectsLiteral(actor)
  const db = await pool.connect()
  const turns = new Turns(db, subjects)
  try {
    return await work(turns as unknown as Reader)
  } finally {
    turns.rest().then(() => db.release())
  }
}

/**
 * Says for the rest of a read that rows come in the order of an index. The average agency sees so few cases that the planner would rather sort them,
 * which for an agency that sees a million is a second. Travels with the statement after it; that one fails where this one does.
 */
export const inOrder = (db: Reader): Promise<unknown> =>
  db.query({ name: 'in-order', text: `select set_config('enable_sort', 'off', true)`, values: [] })
