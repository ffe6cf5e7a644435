import { arrayOfBytes } from '../db/byte-array.ts'

type Row = Record<string, unknown>
type Statement = { name: string; text: string; values: unknown[] }

/** The table of a section, the columns in which the streams of one order differ, with their types, and those that never end where nothing is told. */
type Table = { table: string; own: Record<string, 'uuid' | 'text' | 'bytea'>; endless?: string[] }

const TABLES: Record<string, Table> = {
  newStreams: { table: 'stream', own: { id: 'uuid' } },
  events: { table: 'event', own: { stream_id: 'uuid', body: 'bytea' } },
  visible: { table: 'visible', own: { subject_id: 'uuid', stream_id: 'uuid', reason: 'text' }, endless: ['valid_until'] },
  fulfilments: { table: 'fulfilment', own: { id: 'uuid', agency_id: 'uuid' } },
  asks: { table: 'ask', own: { id: 'uuid', stream_id: 'uuid', agency_id: 'uuid' }, endless: ['due_at', 'soon_at'] },
  notify: { table: 'notification', own: { agency_id: 'uuid', stream_id: 'uuid' } },
}

/** The sections of what is written of each stream that is born with an order. */
export const OF_EACH = Object.keys(TABLES)

/**
 * The statement that writes rows of new streams by section, as write_changes() does, where those of a section are alike but for what tells one stream from
 * another: that goes as lists, the rest once. Null where they are not, or where some are of a stream that is not new.
 */
export const alikeStatement = (sections: Record<string, Row[]>): Statement | null => {
  const born = new Set(sections.newStreams?.map((row) => row.id))
  if (!sections.visible?.every((row) => born.has(row.stream_id))) return null
  const parts: string[] = []
  const values: unknown[] = []
  const parameter = (value: unknown) => `$${values.push(value)}`
  for (const [section, { table, own, endless = [] }] of Object.entries(TABLES)) {
    const rows = sections[section] ?? []
    const first = rows[0]
    if (!first) continue
    const columns = Object.keys(first).filter((column) => !(column in own))
    if (!rows.every((row) => columns.every((column) => isSame(row[column], first[column])))) return null
    const lists = Object.entries(own).map(([column, type]) => `${parameter(list(type, rows, column))}::${type}[]`)
    const alike = columns.map((column) => parameter(first[column] ?? (endless.includes(column) ? 'infinity' : null)))
    const names = Object.keys(own)
    // An ask tells of which kind its case is.
    const kind = table === 'ask' ? [`(select kind from cases where id = ${alike[columns.indexOf('case_id')]})`] : []
    parts.push(`${table}_rows as (insert into ${table} (${[...names, ...columns, ...(kind.length ? ['kind'] : [])].join()})
      select ${[...names.map((name) => `v.${name}`), ...alike, ...kind].join()} from unnest(${lists.join()}) v(${names.join()}))`)
  }
  const text = `with ${parts.join(',\n')} select`
  return { name: nameOf(text), text, values }
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))

const list = (type: 'uuid' | 'text' | 'bytea', rows: Row[], column: string): unknown => {
  if (type === 'bytea') return arrayOfBytes(rows.map((row) => row[column] as Buffer))
  const texts = rows.map((row) => row[column] as string)
  return type === 'uuid' ? `{${texts.join()}}` : texts
}

/** Statements are few: which sections there are and what columns they have is said by the rules. */
const names = new Map<string, string>()

const nameOf = (text: string): string => {
  const name = names.get(text) ?? `write-alike-${names.size}`
  names.set(text, name)
  return name
}
