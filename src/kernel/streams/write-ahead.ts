import type { PoolClient } from 'pg'
import { toldOnce } from './told-once.ts'
import { eventsStatement } from './write-events.ts'

type Row = Record<string, unknown>
type Document = Record<string, unknown>
/** Rows by section. Those of a bundle are written by one statement. */
type Bundle = Record<string, unknown[]>

/** The sections of which there can be thousands of rows, in the order in which write_changes() writes them. */
const ORDER = ['newStreams', 'streams', 'events', 'cases', 'parties', 'visible', 'feed', 'fulfilments', 'asks', 'notify']

/** Rows of a piece: PostgreSQL writes them in some milliseconds. */
const ROWS = 256

/** How many pieces are on their way at once: PostgreSQL finds the next where the server gave others their turn meanwhile. */
const AHEAD = 2

/**
 * Writes what a command to thousands changes piece by piece, in its transaction and in the order of write_changes(); answers the document of what is left
 * to write. While one piece is written the next is told, and between them others get their turn on either side. A short document stays as it is.
 */
export const writtenAhead = async (db: Pick<PoolClient, 'query'>, document: Document): Promise<Document> => {
  if (ORDER.reduce((sum, section) => sum + rowsOf(document, section).length, 0) <= ROWS) return document
  const pieces = piecesOf(document)
  const last = pieces.pop()
  const writing: Promise<unknown>[] = []
  for (const { events, ...piece } of pieces) {
    const statements = [
      ...(events ? [await eventsStatement(events as Row[])] : []),
      ...(Object.keys(piece).length ? [{ name: 'write-ahead', text: 'select write_changes($1)', values: [await toldOnce(piece)] }] : []),
    ]
    for (const statement of statements) {
      if (writing.length === AHEAD) await writing.shift()
      const written = db.query(statement)
      // Whoever waits for it hears of it.
      written.catch(() => {})
      writing.push(written)
    }
  }
  for (const written of writing) await written
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
