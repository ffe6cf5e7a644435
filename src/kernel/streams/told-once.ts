type Row = Record<string, unknown>

/** Sections whose rows are of one form, so that write_changes() takes what they have in common from `same`. */
const SECTIONS = ['newStreams', 'events', 'parties', 'visible', 'feed', 'fulfilments', 'asks', 'notify']

/** Fewer rows are written out: looking for what they have in common would cost more than it spares. */
const MANY = 32

/**
 * The rows of writeDocument() as the text that write_changes() reads. What all rows of a long section have in common is told once, under `same`: of an
 * order to thousands that is most of it.
 */
export const toldOnce = (document: Row): string => {
  const told = { ...document }
  const same: Record<string, Row> = {}
  for (const section of SECTIONS) {
    const rows = document[section] as Row[] | undefined
    if (!rows || rows.length < MANY) continue
    const first = rows[0] as Row
    const common = Object.keys(first).filter((column) => isPlain(first[column]) && rows.every((row) => row[column] === first[column]))
    if (!common.length) continue
    same[section] = Object.fromEntries(common.map((column) => [column, first[column]]))
    const names = new Set(common)
    told[section] = rows.map((row) => without(row, names))
  }
  return JSON.stringify(Object.keys(same).length ? { ...told, same } : told)
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null

const without = (row: Row, names: Set<string>): Row => {
  const rest: Row = {}
  for (const column in row) if (!names.has(column)) rest[column] = row[column]
  return rest
}
