import type { PoolClient } from 'pg'
import { toldOnce } from './told-once.ts'
import { eventsStatement } from './write-events.ts'

type Row = Record<string, unknown>
type Document = Record<string, unknown>
type Statement = { name: string; text: string; values: unknown[] }
/** Rows by section. Those of a bundle are written by one statement. */
type Bundle = Record<string, unknown[]>

/** The sections of which there can be thousands of rows, in the order in which write_changes() writes them. */
export const ORDER = ['newStreams', 'streams', 'events', 'cases', 'parties', 'visible', 'feed', 'fulfilments', 'asks', 'notify']

/** Rows of a piece: PostgreSQL writes them in some milliseconds. */
const ROWS = 256

/** How many pieces are on their way at once: PostgreSQL finds the next where the server gave others their turn meanwhile. */
const AHEAD = 2

/** Statements of one transaction that are sent before those before them are answered, a few at a time. */
export class Ahead {
  readonly #db: Pick<PoolClient, 'query'>
  readonly #most: number
  readonly #writing: Promise<unknown>[] = []

  /** `most`: how many may be on their way at once. */
  constructor(db: Pick<PoolClient, 'query'>, most: number) {
    this.#db = db
    this.#most = most
  }

  /** Sends a statement once there is room for it. Throws what the database says to an earlier one. */
  async send(statement: Statement): Promise<void> {
    if (this.#writing.length === this.#most) await this.#writing.shift()
    const written = this.#db.query(statement)
    // Whoever waits for it hears of it.
    written.catch(() => {})
    this.#writing.push(written)
  }

  /** Resolves when all is written. */
  async done(): Promise<void> {
    for (const written of this.#writing.splice(0)) await written
  }

  /** Sends the rows of a document, as many pieces as they are. */
  async sendAll(document: Document): Promise<void> {
    for (const piece of piecesOf(document)) await this.#sendPiece(piece)
  }

  /** Sends all but the last piece of a document's rows; answers that. */
  async sendMost(document: Document): Promise<Bundle> {
    const pieces = piecesOf(document)
    const last = pieces.pop() ?? {}
    for (const piece of pieces) await this.#sendPiece(piece)
    return last
  }

  async #sendPiece({ events, ...piece }: Bundle): Promise<void> {
    if (events) await this.send(await eventsStatement(events as Row[]))
    if (Object.keys(piece).length)
      await this.send({ name: 'write-ahead', text: 'select write_changes($1)', values: [await toldOnce(piece)] })
  }
}

/**
 * Writes what a command to thousands changes piece by piece, in its transaction and in the order of write_changes(); answers the document of what is left
 * to write. While one piece is written the next is told, and between them others get their turn on either side. A short document stays as it is.
 */
export const writtenAhead = async (db: Pick<PoolClient, 'query'>, document: Document): Promise<Document> => {
  if (ORDER.reduce((sum, section) => sum + rowsOf(document, section).length, 0) <= ROWS) return document
  const ahead = new Ahead(db, AHEAD)
  const last = await ahead.sendMost(document)
  await ahead.done()
  const others = Object.entries(document).filter(([section]) => section !== 'asksOf' && !ORDER.includes(section))
  return { ...last, ...Object.fromEntries(others) }
}

/** What can be thousands of rows, in pieces that are written one after the other. */
const piecesOf = (document: Document): Bundle[] => {
  let piece: Bundle = {}
  let room = ROWS
  const pieces = [piece]
  const next = () => {
    pieces.push((piece = {}))
    room = ROWS
  }
  const put = (section: string, rows: unknown[]) => {
    for (let at = 0; at < rows.length;) {
      if (room <= 0) next()
      const some = rows.slice(at, at + room)
      piece[section] = piece[section]?.concat(some) ?? some
      at += some.length
      room -= some.length
    }
  }
  for (const section of ORDER) {
    if (section !== 'asks') put(section, rowsOf(document, section))
    else {
      const { known, fresh } = asksOf(document)
      for (const [stream, rows] of known) {
        if (room <= 0) next()
        ;(piece.asksOf ??= []).push(stream)
        ;(piece.asks ??= []).push(...rows)
        room -= rows.length + 1
      }
      put(section, fresh)
    }
  }
  return pieces
}

/**
 * Asks of streams that asked before, and of new ones: write_changes() deletes what a stream asked and is not told beside its name, so that those of one
 * stream stay together.
 */
const asksOf = (document: Document): { known: Map<string, Row[]>; fresh: Row[] } => {
  const known = new Map(((document.asksOf as string[] | undefined) ?? []).map((id) => [id, [] as Row[]]))
  const fresh: Row[] = []
  for (const row of rowsOf(document, 'asks')) (known.get(row.stream_id as string) ?? fresh).push(row)
  return { known, fresh }
}

const rowsOf = (document: Document, section: string): Row[] => (document[section] as Row[] | undefined) ?? []
