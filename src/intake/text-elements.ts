import { typeOfTitle } from './document-numbers.ts'
import type { CellPlace } from './source-text.ts'

/** A line of text with its place, or a break between chunks. */
export interface Element {
  kind: 'line' | 'break'
  line: string
  cell: CellPlace | null
}

const BREAK: Element = { kind: 'break', line: '', cell: null }
const RULE = /^[\s*|]*[-_=~.*]{3,}[\s*|]*$/
/** `| a | b |`, `a | b |`: a row on one line. */
const isInlineRow = (line: string) =>
  line.includes('|') && /[^|\s]/.test(line) && (/^\|\s/.test(line) || /\s\|$/.test(line.slice(-3)) || line.includes(' | '))
/** A longer line is no drawn rule, whatever it is made of. */
const LONGEST_RULE = 200
/** Two columns of a letterhead on one line, kept apart by a wide gap or a tab. */
const WIDE_GAP = /\S(?: {4,}|\t+ *)\S/
const LETTERHEAD_LINES = 30

const isTitleLine = (line: string) => line.length < 60 && line === line.toUpperCase() && typeOfTitle(line.replace(/^\*+/, '')) !== null

/**
 * Reads the table marks of plain text: a lone `|` before every cell and after the last one of a row (what a legal site
 * leaves), `|-` before a row (what our own file readers write, so that empty cells keep their column), `| a | b |` rows,
 * and two-column letterheads typed with wide gaps.
 */
export function readElements(lines: readonly string[]): Element[] {
  const out: Element[] = []
  let tables = 0
  let cell: CellPlace | null = null as CellPlace | null
  let exact = false
  let afterBar = false
  let gapRow: CellPlace | null = null as CellPlace | null
  const close = () => {
    if (cell || gapRow) tables++
    cell = gapRow = null
    exact = false
    out.push(BREAK)
  }
  for (const [index, original] of lines.entries()) {
    const line = original.trim()
    const next = (lines[index + 1] ?? '').trim()
    if (line === '|-') {
      const row: number = cell ? cell.row + 1 : 0
      if (!cell) close()
      cell = { table: tables, row, column: -1 }
      exact = true
      continue
    }
    if (line === '|=') {
      close()
      continue
    }
    if (line === '|') {
      if (exact && cell) cell = { ...cell, column: cell.column + 1 }
      else if (!cell) {
        close()
        cell = { table: tables, row: 0, column: 0 }
      } else if (!next || (index < LETTERHEAD_LINES * 2 && isTitleLine(next))) {
        // some copies of a site keep no blank line after the letterhead: its table ends where the title stands
        close()
        continue
      } else if (afterBar) cell = { table: cell.table, row: cell.row + 1, column: 0 }
      else cell = { ...cell, column: cell.column + 1 }
      afterBar = true
      out.push(BREAK)
      continue
    }
    // the rule under the header of a markdown table parts no tables
    if (line.includes('|-') && line !== '|-' && /^[|:\s-]+$/.test(line)) continue
    if (!line || /^[\s*]+$/.test(line) || (line.length <= LONGEST_RULE && RULE.test(line))) {
      // a rule inside a cell only ends a chunk; a blank line outside one ends a typed two-column letterhead
      if (!line && gapRow) close()
      out.push(BREAK)
      continue
    }
    afterBar = false
    if (!cell && isInlineRow(line)) {
      const inline: CellPlace = gapRow ? { ...gapRow, row: gapRow.row + 1, column: 0 } : { table: tables, row: 0, column: 0 }
      gapRow = inline
      const texts = line.replace(/^\||\|$/g, '').split('|')
      for (const [column, text] of texts.entries()) {
        if (text.trim() && !(text.length <= LONGEST_RULE && RULE.test(text.trim())))
          out.push({ kind: 'line', line: text.trim(), cell: { ...inline, column } }, BREAK)
      }
      continue
    }
    if (!cell && index < LETTERHEAD_LINES && WIDE_GAP.test(original)) {
      const pair: CellPlace = { table: tables, row: 0, column: 0 }
      gapRow = pair
      const [left = '', ...right] = line.split(/ {4,}|\t+ */)
      out.push({ kind: 'line', line: left, cell: pair }, BREAK)
      out.push({ kind: 'line', line: right.join(' '), cell: { ...pair, column: 1 } }, BREAK)
      continue
    }
    if (gapRow) close()
    out.push({ kind: 'line', line: original, cell })
  }
  return out
}
