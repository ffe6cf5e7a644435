/** Where a block stands in a table; tables are counted from 0 through the document. */
export interface CellPlace {
  table: number
  row: number
  column: number
}

/** One paragraph, or one line of a table cell, of the normalised text. */
export interface Block {
  start: number
  end: number
  text: string
  bold: boolean
  cell: CellPlace | null
}

/** The normalised text and its blocks in order. `text.slice(block.start, block.end) === block.text`. */
export interface SourceText {
  text: string
  blocks: Block[]
}

/** All cells of one table as rows of block lists. Rows may have unequal lengths. */
export function tableRows(source: SourceText, table: number): Block[][][] {
  const rows: Block[][][] = []
  for (const block of source.blocks) {
    if (block.cell?.table !== table) continue
    const row = (rows[block.cell.row] ??= [])
    ;(row[block.cell.column] ??= []).push(block)
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? []))
}

/** The numbers of the tables in reading order. */
export function tableNumbers(source: SourceText): number[] {
  return [...new Set(source.blocks.flatMap((block) => (block.cell ? [block.cell.table] : [])))]
}
