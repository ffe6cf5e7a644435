import { submissionId } from '../../src/kernel/assignments/project-evidence.ts'
import { remindAt } from '../../src/kernel/clocks/reminders.ts'
import { localDate } from '../../src/kernel/clocks/zone.ts'
import { withIds } from '../../src/kernel/streams/ask-id.ts'
import { fill, type Part, template } from './slots.ts'

type Row = Record<string, unknown>
type Asked = Parameters<typeof withIds>[0][number]

const ASKED = ['stream_id', 'agency_id', 'officer_id', 'unit_id', 'act', 'asker_id', 'verb', 'since'] as const

/** The id of an ask follows from what is asked of whom and since when. */
const askId = (row: Row): Part => {
  const idOf = (asked: Row) => withIds([asked as Asked])[0]?.id as string
  if (idOf(row) !== row.id) throw new Error('two asks of a story are alike')
  const parts = ASKED.map((column) => [column, template(String(row[column] ?? ''))] as const)
  return (filling) => idOf(Object.fromEntries(parts.map(([column, part]) => [column, fill(part, filling)])))
}

/** Reminders are counted from the moment at which the data are made; the last comes half a year after the limit. */
const reminder = ({ due_at, since }: Row): Part => {
  if (!due_at) return '\\N'
  const [due, from] = [template(String(due_at)), template(String(since))]
  return (filling) => {
    const dueAt = new Date(fill(due, filling))
    if (dueAt.getTime() < filling.now - 220 * 86_400_000) return '\\N'
    return remindAt(dueAt, new Date(fill(from, filling)), new Date(filling.now))?.toISOString() ?? '\\N'
  }
}

const evidenceId = (row: Row): Part => {
  const stream = template(String(row.stream_id))
  if (submissionId(String(row.stream_id), 0) !== row.id) throw new Error('a story hands in a result twice')
  return (filling) => submissionId(fill(stream, filling), 0)
}

/** The day, here, on which a result was handed in. */
const handedIn = (row: Row, events: Row[]): Part => {
  const event = events.find((one) => one.stream_id === row.stream_id && one.type === 'fulfilment.submitted')
  const moment = template(String(event?.recorded_at))
  return (filling) => localDate(fill(moment, filling))
}

/** Columns that do not follow from their row by filling its slots. */
const DERIVED: Record<string, (row: Row, events: Row[]) => Part> = {
  'ask.id': askId,
  'ask.remind_at': reminder,
  'evidence.id': evidenceId,
  'evidence.on_day': handedIn,
}

/** What makes a column anew for each case; undefined where filling its slots is enough. `events` are those of the story. */
export const derivedPart = (table: string, column: string, row: Row, events: Row[]): Part | undefined =>
  DERIVED[`${table}.${column}`]?.(row, events)
