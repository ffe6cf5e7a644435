import { plainLine } from './emphasis.ts'
import { partGluedWords } from './glued-words.ts'
import { joinLines } from './line-joining.ts'
import { readElements, type Element } from './text-elements.ts'
import type { Block, CellPlace, SourceText } from './source-text.ts'

/**
 * Turns raw document text into the one text that spans point into: NFC, no markdown, no hard wraps, one paragraph or
 * cell line per line. Pure, and stable: the same input always gives the same offsets.
 */
export function normalise(raw: string): SourceText {
  const clean = raw
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    // soft hyphens, zero-width marks and control characters carry no words
    .replace(/[\p{Cf}\p{Cc}]/gu, (mark) => (mark === '\n' || mark === '\t' || mark === '\f' ? mark : ''))
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/\f/g, '\n\n')
  const pieces: { text: string; bold: boolean; cell: CellPlace | null }[] = []
  let chunk: Element[] = []
  const flush = () => {
    const cell = chunk[0]?.cell ?? null
    for (const line of joinLines(
      chunk.map((element) => plainLine(element.line)),
      cell !== null,
    )) {
      const last = pieces.at(-1)
      if (last && !cell && !last.cell && continues(last.text, line.text)) last.text += ` ${line.text}`
      else pieces.push({ ...line, cell })
    }
    chunk = []
  }
  for (const element of readElements(partGluedWords(clean).split('\n'))) {
    const first = chunk[0]
    if (element.kind === 'break' || (first && !samePlace(first.cell, element.cell))) flush()
    if (element.kind === 'line') chunk.push(element)
  }
  flush()
  return place(pieces)
}

function samePlace(a: CellPlace | null, b: CellPlace | null): boolean {
  return a === b || (!!a && !!b && a.table === b.table && a.row === b.row && a.column === b.column)
}

/** A blank line inside a sentence: the site sometimes breaks a paragraph in the middle. */
function continues(previous: string, next: string): boolean {
  if (/[.;:!?…”"/]$/.test(previous)) return false
  if (/^[\p{Ll}]/u.test(next) && !/^[a-zđ]\)/u.test(next)) return /[\p{Ll},]$/u.test(previous)
  return previous.length > 180 && /^[-–]\s/.test(next) && /[\p{Ll}]$/u.test(previous)
}

function place(pieces: readonly { text: string; bold: boolean; cell: CellPlace | null }[]): SourceText {
  const blocks: Block[] = []
  let at = 0
  for (const piece of pieces) {
    blocks.push({ ...piece, start: at, end: at + piece.text.length })
    at += piece.text.length + 1
  }
  return { text: pieces.map((piece) => piece.text).join('\n'), blocks }
}
