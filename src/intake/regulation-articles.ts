import { readMarker } from './markers.ts'
import type { RegulationArticle, RegulationClause } from './regulation-draft.ts'
import type { SourceText } from './source-text.ts'
import { readStructure, type Article, type Clause } from './structure.ts'

/** Articles with their clauses. What follows the last article's own text (signatures, recipients) belongs to none. */
export function readArticles(source: SourceText): RegulationArticle[] {
  return readStructure(signedOff(source)).map((article, index) => ({
    ordinal: Number.parseInt(article.label, 10) || index + 1,
    chapter: chapterOf(article),
    heading: headingOf(article),
    clauses: clausesOf(source, article),
    start: article.start,
    end: article.end,
  }))
}

const SIGNATURE = /^(?:\|?\s*)?(?:ĐẠI\s+DIỆN|TM\.|KT\.|TL\.|(?:PHÓ\s+)?(?:TỔNG\s+)?GIÁM\s+ĐỐC|CHỦ\s+TỊCH|Nơi nhận)(?=[\s:.]|$)/u

/** Without the signatures: the first block after the last article that looks like one, and all that follows. */
function signedOff(source: SourceText): SourceText {
  const lastArticle = source.blocks.findLastIndex((block) => readMarker(block.text)?.kind === 'article')
  const end = source.blocks.findIndex((block, index) => index > lastArticle && (block.cell !== null || isSignature(block.text)))
  return end < 0 ? source : { text: source.text, blocks: source.blocks.slice(0, end) }
}

const isSignature = (text: string): boolean =>
  SIGNATURE.test(text) || (text.length < 120 && text === text.toUpperCase() && /\p{Lu}{3}/u.test(text) && !readMarker(text))

const chapterOf = ({ chapter, section }: Article): string | null => {
  const parts = [
    ...(chapter ? [`Chương ${chapter.label}${chapter.title ? `. ${sentenceCase(chapter.title)}` : ''}`] : []),
    ...(section ? [`Mục ${section.label}${section.title ? `. ${sentenceCase(section.title)}` : ''}`] : []),
  ]
  return parts.length > 0 ? parts.join(', ').slice(0, 300) : null
}

const sentenceCase = (text: string): string => (text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text)

/** The whole first line where an article has no name but one sentence belongs to its text, not to its heading. */
const headingOf = (article: Article): string => (isSentence(article) ? '' : article.title.replace(/[.:]$/, '').slice(0, 500))

const isSentence = ({ title, clauses }: Article): boolean =>
  title.length > 160 || (clauses.length === 0 && /[.;:]$/.test(title) && title.length > 40)

function clausesOf(source: SourceText, article: Article): RegulationClause[] {
  const intro = isSentence(article) ? [{ text: article.title, start: article.end - article.title.length, end: article.end }] : []
  if (article.clauses.length === 0) return intro.map((one) => ({ ...one, start: article.start, end: article.end, ordinal: 1 }))
  const numbered = article.clauses.some((clause) => clause.label !== '')
  const texts = article.clauses.map((clause) => ({ clause, text: textOf(source, clause) }))
  // Words before the first numbered clause introduce it; they are part of no number.
  const lead = [...intro.map((one) => one.text), ...(numbered && texts[0]?.clause.label === '' ? [texts.shift()!.text] : [])].join('\n')
  return texts.map(({ clause, text }, index) => ({
    ordinal: index + 1,
    text: index === 0 && lead ? `${lead}\n${text}` : text,
    start: clause.start,
    end: clause.end,
  }))
}

/** The clause's own words without its number; the lines of its points stay lines. */
function textOf(source: SourceText, { start, end }: Clause): string {
  const whole = source.text.slice(start, end)
  const marker = readMarker(whole)
  const body = marker?.kind === 'number' ? whole.slice(marker.length) : whole
  return body
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')
    .replace(/\.\/\.$/, '.')
}
