import { readMarker, type Marker } from './markers.ts'
import type { Span } from './draft.ts'
import type { Block, SourceText } from './source-text.ts'

/** A point of a clause: "a) …". */
export interface Point extends Span {
  label: string
}

/** A clause of an article: "1. …". An article without numbered clauses has one with an empty label. */
export interface Clause extends Span {
  label: string
  points: Point[]
}

/** An article ("Điều 3. Tên điều") with the chapter and section it stands in. */
export interface Article extends Span {
  label: string
  title: string
  chapter: { label: string; title: string } | null
  section: { label: string; title: string } | null
  clauses: Clause[]
}

interface Group {
  label: string
  title: string
}

/**
 * Splits a regulation, decision or circular into articles, clauses and points, for provisions. Spans point into
 * `source.text`. Text outside any article (preamble, signature) belongs to none. Pure.
 */
export function readStructure(source: SourceText): Article[] {
  const articles: Article[] = []
  let chapter: Group | null = null
  let section: Group | null = null
  let open: Group | null = null
  for (const block of source.blocks) {
    if (block.cell) continue
    const marker = readMarker(block.text)
    if (marker?.kind === 'chapter' || marker?.kind === 'section') {
      const group = { label: marker.label, title: block.text.slice(marker.length).trim() }
      if (marker.kind === 'chapter') {
        chapter = group
        section = null
      } else section = group
      open = group
      continue
    }
    if (marker?.kind === 'article' && !/^[“"]/.test(block.text)) {
      articles.push(startArticle(block, marker, chapter, section))
      open = null
      continue
    }
    // the name of a chapter stands on the line below its number
    if (open && !open.title && !marker) {
      open.title = block.text
      continue
    }
    open = null
    const article = articles.at(-1)
    if (article && !/^(?:Nơi nhận|PHỤ LỤC)/.test(block.text)) addToArticle(article, block, marker)
  }
  return articles
}

function startArticle(block: Block, marker: Marker, chapter: Group | null, section: Group | null): Article {
  const title = block.text.slice(marker.length).trim()
  return { label: marker.label, title, chapter, section, clauses: [], start: block.start, end: block.end }
}

function addToArticle(article: Article, block: Block, marker: Marker | null): void {
  article.end = block.end
  const span = { start: block.start, end: block.end }
  const clause = article.clauses.at(-1)
  if (marker?.kind === 'number') {
    article.clauses.push({ ...span, label: marker.label, points: [] })
    return
  }
  if (!clause) article.clauses.push({ ...span, label: '', points: [] })
  const current = article.clauses.at(-1) as Clause
  current.end = block.end
  if (marker?.kind === 'letter') current.points.push({ ...span, label: marker.label })
  else {
    const point = current.points.at(-1)
    if (point) point.end = block.end
  }
}
