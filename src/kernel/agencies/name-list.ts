import { readName } from './name-abbreviations.ts'
import type { NameIndex } from './name-index.ts'
import { lookUpName } from './name-lookup.ts'
import { type NameContext, type NameResolution, emptyResolution } from './name-resolution.ts'
import { suggest } from './name-suggestions.ts'
import { bareName } from './name-titles.ts'

/** Where one name of a list may end and the next begin. */
const SEPARATOR = /\s*[,;/:]\s*(?:và\s+|cùng\s+)?|\s+(?:và|cùng với|cùng|hoặc)\s+/giu
const PLURAL_HEAD = /^(.*?)[Cc]ác\s+([Ss]ở|[Bb]ộ|[Pp]hòng)\s*:?\s+(?=\p{Lu})/u
const COMMUNES_LISTED = /^(.*?)các\s+((?:(?:xã|phường|đặc khu|thị trấn)(?:\s*[,/]\s*|\s+và\s+)?)+)\s*:?\s+(\p{Lu}.*)$/u
const LONGEST_HEAD = 4

/** Nothing found, with the names that come closest. */
export function unknownName(index: NameIndex, written: string, context: NameContext): NameResolution {
  return { ...emptyResolution(written, 'unknown'), suggestions: suggest(index, bareName(readName(written).text), context.areaCode) }
}

/**
 * Splits a list and resolves each name in it, taking the longest run of pieces that is one name:
 * `Sở Văn hóa, Thể thao và Du lịch` stays whole. A single part means that there was nothing to split.
 */
export function resolveList(index: NameIndex, name: string, context: NameContext): NameResolution[] {
  const communes = COMMUNES_LISTED.exec(name)
  if (communes) return listedCommunes(index, communes[1] ?? '', communes[2] ?? '', communes[3] ?? '', context)
  const list = name.replace(PLURAL_HEAD, '$1$2 ')
  const pieces = piecesOf(list)
  const parts: NameResolution[] = []
  for (let at = 0; at < pieces.length;) {
    const taken = longestName(index, list, pieces, at, parts.at(-1), context)
    parts.push(taken.part)
    at = taken.next
  }
  return parts
}

/** `UBND các xã, phường: Pleiku, Ia Mơ`: each name takes the kind that such a commune has. */
function listedCommunes(index: NameIndex, head: string, kinds: string, list: string, context: NameContext): NameResolution[] {
  const words = kinds.toLowerCase().match(/xã|phường|đặc khu|thị trấn/gu) ?? []
  return piecesOf(list).map(({ start, end }) => {
    const name = list.slice(start, end)
    const tries = words.map((kind) => `${head}${kind} ${name}`)
    const found = tries.map((text) => lookUpName(index, text, context)).find((part) => part?.agencies.length)
    return found ? Object.assign({}, found, { written: name }) : unknownName(index, tries[0] ?? name, context)
  })
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
  return { part: unknownName(index, name.slice(start, pieces[at]?.end), context), next: at + 1 }
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
