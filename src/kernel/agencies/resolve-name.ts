import { lookUpName } from './name-lookup.ts'
import { readName } from './name-abbreviations.ts'
import type { NameIndex } from './name-index.ts'
import { type NameContext, type NameResolution, emptyResolution } from './name-resolution.ts'
import { suggest } from './name-suggestions.ts'
import { bareName } from './name-titles.ts'

export { type Directory, type DirectoryRow, type NameIndex, buildNameIndex } from './name-index.ts'
export type { NameContext, NameReason, NameResolution } from './name-resolution.ts'

/** A name on its own, or where one name of a list may end and the next begin. */
const SEPARATOR = /\s*[,;/:]\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng với|cùng|hoặc)\s+/giu
const PLURAL_HEAD = /^(.*?)các\s+(sở|bộ|phòng|xã|phường)\s*:?\s+(?=\p{Lu})/iu
const LONGEST_HEAD = 4

/**
 * Resolves a name as a document writes it, a list of names included, to the agencies that answer for it.
 * Never guesses: what is not known comes back empty with a reason and up to five close names; what leaves a choice is marked ambiguous.
 */
export function resolveName(index: NameIndex, written: string, context: NameContext): NameResolution {
  const name = written
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–+*•.,;:]+|[\s.,;:]+$/gu, '')
  if (!name) return emptyResolution(written, 'empty')
  const single = lookUpName(index, name, context)
  if (single) return { ...single, written }
  const parts = listParts(index, name.replace(PLURAL_HEAD, '$1$2 '), context)
  if (parts.length < 2) return unknown(index, written, context)
  const known = parts.filter((part) => part.agencies.length)
  if (known.length === 0) return { ...unknown(index, written, context), parts }
  const via = known.every((part) => part.via === known[0]?.via) ? (known[0]?.via ?? null) : 'name'
  return {
    ...emptyResolution(written, known.length < parts.length ? 'partly-unknown' : null),
    agencies: [...new Set(known.flatMap((part) => part.agencies))],
    named: [...new Set(known.flatMap((part) => part.named))],
    via,
    ambiguous: parts.some((part) => part.ambiguous),
    parts,
  }
}

function unknown(index: NameIndex, written: string, context: NameContext): NameResolution {
  return { ...emptyResolution(written, 'unknown'), suggestions: suggest(index, bareName(readName(written).text), context.areaCode) }
}

/** Splits at separators, taking the longest run of pieces that is one name: `Sở Văn hóa, Thể thao và Du lịch` stays whole. */
function listParts(index: NameIndex, name: string, context: NameContext): NameResolution[] {
  const pieces = piecesOf(name)
  const parts: NameResolution[] = []
  for (let at = 0; at < pieces.length;) {
    const taken = longestName(index, name, pieces, at, parts.at(-1), context)
    parts.push(taken.part)
    at = taken.next
  }
  return parts
}

type Piece = { readonly start: number; readonly end: number }

function piecesOf(name: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const separator of name.matchAll(SEPARATOR)) {
    if (separator.index > start) pieces.push({ start, end: separator.index })
    start = separator.index + separator[0].length
  }
  if (start < name.length) pieces.push({ start, end: name.length })
  return pieces
}

function longestName(
  index: NameIndex,
  name: string,
  pieces: readonly Piece[],
  at: number,
  before: NameResolution | undefined,
  context: NameContext,
) {
  const start = pieces[at]?.start ?? 0
  for (let last = pieces.length - 1; last >= at; last--) {
    if (at === 0 && last === pieces.length - 1 && last > 0) continue
    const text = name.slice(start, pieces[last]?.end)
    const part = inherited(index, text, before, context)
    if (part) return { part, next: last + 1 }
  }
  return { part: unknown(index, name.slice(start, pieces[at]?.end), context), next: at + 1 }
}

/** `Sở Tư pháp, Nội vụ` means `Sở Nội vụ`: a piece that is no name of its own takes the first words of the name before it. */
function inherited(index: NameIndex, text: string, before: NameResolution | undefined, context: NameContext): NameResolution | null {
  const withHead = () => {
    const words = before?.via && before.via !== 'class' ? before.written.split(' ') : []
    for (let length = Math.min(LONGEST_HEAD, words.length - 1); length > 0; length--) {
      const part = lookUpName(index, `${words.slice(0, length).join(' ')} ${text}`, context)
      if (part?.agencies.length) return { ...part, written: `${words.slice(0, length).join(' ')} ${text}` }
    }
    return null
  }
  // After a ministry "Công an" is the ministry, not the writer's own police.
  const ministryFirst = before !== undefined && /^bộ\s/iu.test(before.written) && /^công an$/iu.test(text)
  return ministryFirst ? (withHead() ?? lookUpName(index, text, context)) : (lookUpName(index, text, context) ?? withHead())
}
