import { Breath } from './breath.ts'

type Row = Record<string, unknown>

/** Sections whose rows are of one form, so that write_changes() takes what they have in common from `same`. */
const SECTIONS: ReadonlySet<string> = new Set(['newStreams', 'events', 'parties', 'visible', 'feed', 'fulfilments', 'asks', 'notify'])

/** Fewer rows are written out: looking for what they have in common would cost more than it spares. */
const MANY = 32

/**
 * The rows of writeDocument() as the text that write_changes() reads. What all rows of a long section have in common is told once, under `same`: of an
 * order to thousands that is most of it.
 */
export const toldOnce = async (document: Row): Promise<string> => {
  const same: Record<string, Row> = {}
  const parts: string[] = []
  const breath = new Breath()
  for (const [section, value] of Object.entries(document)) {
    if (value === undefined) continue
    const rows = SECTIONS.has(section) && Array.isArray(value) && value.length >= MANY ? (value as Row[]) : null
    const common = rows ? await inCommon(rows, breath) : []
    if (rows && common.length) same[section] = Object.fromEntries(common.map((column) => [column, rows[0]?.[column]]))
    parts.push(`${JSON.stringify(section)}:${rows ? await told(rows, new Set(common), breath) : JSON.stringify(value)}`)
  }
  if (Object.keys(same).length) parts.push(`"same":${JSON.stringify(same)}`)
  return `{${parts.join(',')}}`
}

/** The columns that are equal in all rows. */
const inCommon = async (rows: Row[], breath: Breath): Promise<string[]> => {
  const first = rows[0] as Row
  const common: string[] = []
  for (const column in first) {
    await breath.pause()
    if (isPlain(first[column]) && rows.every((row) => row[column] === first[column])) common.push(column)
  }
  return common
}

/** The rows as JSON, without some columns. */
const told = async (rows: Row[], names: Set<string>, breath: Breath): Promise<string> => {
  const texts: string[] = []
  for (const row of rows) {
    if (texts.length % 64 === 0) await breath.pause()
    texts.push(JSON.stringify(names.size ? without(row, names) : row))
  }
  return `[${texts.join(',')}]`
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

const without = (row: Row, names: Set<string>): Row => {
  const rest: Row = {}
  for (const column in row) if (!names.has(column)) rest[column] = row[column]
  return rest
}
