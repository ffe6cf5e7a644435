import type { Span } from './draft.ts'

/** Short forms that end in a dot without ending a sentence. */
const SHORT = /(?:^|[\s(])(?:TP|Tp|TS|ThS|GS|PGS|BS|KS|CN|TT|TX|Q|P|H|TM|KT|TL|TUQ|v\.v|vd|VD|Tr|tr|No|St|Mr|Ms|Dr|[A-ZĐ])\.$/u
const END = /[.!?…][”"’)]*(?=\s+[\p{Lu}“"‘(\d-])/gu

/** The sentences of one paragraph, with offsets moved by `offset`. Ends at . ! ? … before a capital, never inside a number or short form. */
export function splitSentences(text: string, offset = 0): (Span & { text: string })[] {
  const out: (Span & { text: string })[] = []
  let from = 0
  const push = (to: number) => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    const trimmed = raw.trim()
    if (trimmed) out.push({ text: trimmed, start: offset + from + lead, end: offset + from + lead + trimmed.length })
    from = to
  }
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length
    const before = text.slice(Math.max(from, to - 8), match.index + 1)
    if (match[0] === '.' && (SHORT.test(before) || /^\s*[-+]?\s*\d{1,2}\.$/.test(text.slice(from, to)))) continue
    push(to)
  }
  push(text.length)
  return out
}

/** ", trong khi Sở B …", ", còn Công an tỉnh …": another body's task begins. */
const TURN = /^,\s+(?:trong khi(?: đó)?|còn|riêng)\s+(?=\p{Lu})/u

/** The clauses of a sentence between semicolons or at a turn to another body, outside brackets and quotes. */
export function splitClauses(text: string, offset = 0): (Span & { text: string })[] {
  const out: (Span & { text: string })[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at <= text.length; at++) {
    const mark = text[at]
    if (mark === '(' || mark === '“') depth++
    else if (mark === ')' || mark === '”') depth = Math.max(0, depth - 1)
    if (at === text.length || (depth === 0 && (mark === ';' || (mark === ',' && TURN.test(text.slice(at, at + 20)))))) {
      const raw = text.slice(from, at)
      const lead = raw.length - raw.trimStart().length
      const trimmed = raw.trim()
      if (trimmed) out.push({ text: trimmed, start: offset + from + lead, end: offset + from + lead + trimmed.length })
      from = at + 1
    }
  }
  return out
}
