import { agenciesInValue, readLabelLine } from './label-lines.ts'
import type { NamedSpan } from './draft.ts'
import { tableNumbers, tableRows, type Block, type SourceText } from './source-text.ts'

/** One row of a task table. */
export interface TableTask {
  start: number
  end: number
  lead: NamedSpan[]
  coordinate: NamedSpan[]
  time: { value: string; start: number } | null
}

type Column = 'task' | 'lead' | 'coordinate' | 'time'

const HEADINGS: readonly [Column, RegExp][] = [
  ['coordinate', /phối hợp/iu],
  [
    'lead',
    /chủ trì|(?:cơ quan|đơn vị|bộ phận|tổ chức)\s+(?:thực hiện|được giao|chịu trách nhiệm|tham mưu|đầu mối)|phân công|đầu mối|trách nhiệm thực hiện|giao\s+(?:đơn vị|cơ quan)/iu,
  ],
  ['time', /thời gian|thời hạn|tiến độ|hoàn thành|lộ trình|thời điểm/iu],
  ['task', /nhiệm vụ|nội dung|công việc|giải pháp|hoạt động|tên (?:việc|nhiệm vụ|đề án)|yêu cầu/iu],
]

const joined = (cell: readonly Block[]) => cell.map((block) => block.text).join(' ')

/** Rows of tables with a task column and a "chủ trì" column. An empty lead cell takes the one above (merged cells). */
export function readTaskTables(source: SourceText): TableTask[] {
  return tableNumbers(source).flatMap((table) => readTable(source, tableRows(source, table)))
}

function readTable(source: SourceText, rows: readonly Block[][][]): TableTask[] {
  const headerAt = rows
    .slice(0, 4)
    .findIndex((row) => row.filter((cell) => columnOf(joined(cell))).length >= 2 && row.some((cell) => columnOf(joined(cell)) === 'lead'))
  const header = rows[headerAt]
  if (!header) return []
  const { columns, width, firstRow } = readColumns(header, rows, headerAt)
  const taskAt = columns.get('task')
  const leadAt = columns.get('lead')
  if (taskAt === undefined || leadAt === undefined) return []
  const tasks: TableTask[] = []
  let above: NamedSpan[] = []
  for (const row of repairRows(rows.slice(firstRow), width)) {
    const cell = row[taskAt] ?? []
    const first = cell[0]
    const last = cell.at(-1)
    const labels = cellLabels(source, row[leadAt])
    const lead = labels?.lead ?? agencies(source, row[leadAt])
    if (lead.length) above = lead
    const text = joined(cell)
    // a row with one filled cell is a heading inside the table
    if (!first || !last || row.filter((other) => other.length).length < 2 || text.length < 12 || /^[\d()]+$/.test(text)) continue
    // only a merged cell takes the body above; a title row has none
    if (!lead.length && (!above.length || row.length <= leadAt || first.bold)) continue
    tasks.push({
      start: first.start,
      end: last.end,
      lead: lead.length ? lead : above,
      coordinate: labels?.coordinate ?? agencies(source, row[columns.get('coordinate') ?? -1]),
      time: timeOf(row[columns.get('time') ?? -1]),
    })
  }
  return tasks
}

/** The columns of the header; a second header row "Chủ trì | Phối hợp" below one merged cell widens the table by one. */
function readColumns(
  header: readonly Block[][],
  rows: readonly Block[][][],
  headerAt: number,
): { columns: Map<Column, number>; width: number; firstRow: number } {
  const columns = new Map<Column, number>()
  for (const [index, cell] of header.entries()) {
    const column = columnOf(joined(cell))
    if (column && !columns.has(column)) columns.set(column, index)
  }
  const below = (rows[headerAt + 1] ?? []).filter((cell) => cell.length)
  const leadAt = columns.get('lead') ?? 0
  const split = below.length === 2 && columnOf(joined(below[0] ?? [])) === 'lead' && columnOf(joined(below[1] ?? [])) === 'coordinate'
  if (!split) return { columns, width: header.length, firstRow: headerAt + 1 }
  for (const [column, index] of columns) if (index > leadAt) columns.set(column, index + 1)
  columns.set('coordinate', leadAt + 1)
  return { columns, width: header.length + 1, firstRow: headerAt + 2 }
}

/** "Chủ trì: Sở A; phối hợp: Sở B" in one cell, or null where the cell holds names only. */
function cellLabels(source: SourceText, cell: readonly Block[] | undefined): { lead: NamedSpan[]; coordinate: NamedSpan[] } | null {
  const read = (cell ?? []).flatMap((block) => readLabelLine(block.text, block.start, source.text) ?? [])
  const lead = read.flatMap((labels) => labels.lead)
  return lead.length ? { lead, coordinate: read.flatMap((labels) => labels.coordinate) } : null
}

function columnOf(heading: string): Column | null {
  if (heading.length <= 90 && /chủ trì.{0,20}phối hợp/iu.test(heading)) return 'lead'
  return heading.length > 90 ? null : (HEADINGS.find(([, form]) => form.test(heading))?.[0] ?? null)
}

function agencies(source: SourceText, cell: readonly Block[] | undefined): NamedSpan[] {
  const first = cell?.[0]
  const last = cell?.at(-1)
  return first && last && /\p{L}{2}/u.test(joined(cell ?? []))
    ? agenciesInValue(source.text.slice(first.start, last.end).replaceAll('\n', ' '), first.start, source.text)
    : []
}

function timeOf(cell: readonly Block[] | undefined): { value: string; start: number } | null {
  const first = cell?.[0]
  return first ? { value: joined(cell ?? []), start: first.start } : null
}

/**
 * In the pipe form an empty cell looks like the end of a row. Where a short row and the next one together fill the width
 * with that empty cell between them, they are one row.
 */
function repairRows(rows: readonly Block[][][], width: number): Block[][][] {
  const out: Block[][][] = []
  for (const row of rows) {
    const previous = out.at(-1)
    const numbered = /^\d{1,3}\.?$/.test(joined(previous?.[0] ?? []))
    if (
      previous &&
      numbered &&
      previous.length > 1 &&
      previous.length < width &&
      previous.length + 1 + row.length <= width &&
      !/^\d{1,3}\.?$/.test(joined(row[0] ?? []))
    ) {
      out[out.length - 1] = [...previous, [], ...row]
    } else out.push(row)
  }
  return out
}
