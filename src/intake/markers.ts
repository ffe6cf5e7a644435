export type MarkerKind =
  | 'part'
  | 'chapter'
  | 'section'
  | 'roman'
  | 'article'
  | 'number'
  | 'subnumber'
  | 'letter'
  | 'bracket'
  | 'dash'
  | 'plus'

/** The list marker at the head of a paragraph. `depth` orders kinds from the outside in. */
export interface Marker {
  kind: MarkerKind
  label: string
  depth: number
  /** Length of the marker and the space after it. */
  length: number
}

/** Depth of a paragraph without a marker: inside every list. */
export const UNMARKED_DEPTH = 100

const FORMS: readonly [MarkerKind, number, RegExp][] = [
  ['part', 1, /^phần\s+(?:thứ\s+)?([\p{L}\d]{1,12})(?=[\s.:]|$)[.:]?\s*/iu],
  ['chapter', 2, /^chương\s+([IVXLC]{1,6}|\d{1,3})(?!\p{L})[.:]?\s*/iu],
  ['section', 3, /^mục\s+([IVXLC]{1,6}|\d{1,3})(?!\p{L})[.:]?\s*/iu],
  ['article', 5, /^điều\s+(\d{1,4}[a-zđ]?)\s*[.:]\s*/iu],
  ['roman', 4, /^([IVX]{1,6})\s*[.)/-]\s*(?=\p{L}|["“])/u],
  ['subnumber', 7, /^(\d{1,2}(?:\.\d{1,2}){1,3})[.)-]?\s+(?=[\p{L}"“])/u],
  ['number', 6, /^(\d{1,3})(?:\s*[.)]\s*|-\s+)(?=[\p{L}"“\d])/u],
  ['bracket', 9, /^\((\d{1,2}|[a-zđ]|[ivx]{1,5})\)\s*/u],
  ['letter', 8, /^([a-zđ]{1,2})\s?[.)]\s*(?=[\p{L}"“\d])/u],
  ['dash', 10, /^([-–—•●*])\s*(?=\S)/u],
  ['plus', 11, /^([+o▪])\s+(?=\S)/u],
]

/** Reads the marker at the start of a paragraph, or null. An opening quote before it (text of an amendment) is skipped. */
export function readMarker(text: string): Marker | null {
  const quote = /^[“"]\s*/.exec(text)?.[0].length ?? 0
  const body = text.slice(quote, quote + 60)
  for (const [kind, depth, form] of FORMS) {
    const match = form.exec(body)
    if (!match) continue
    const inner = kind === 'subnumber' ? (match[1] ?? '').split('.').length * 0.1 : 0
    return { kind, label: match[1] ?? '', depth: depth + inner, length: quote + match[0].length }
  }
  return null
}
