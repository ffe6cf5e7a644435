import { readArchive } from './archive.ts'
import { readNumbering } from './docx-numbering.ts'
import { readXmlTokens } from './xml-tokens.ts'
import { IntakeError } from './intake-error.ts'

const BODY = 'word/document.xml'
const PARTS = /^word\/(?:document|numbering|header\d*|footer\d*)\.xml$/

/** Text boxes are stamps only where they hang on the head of the document. */
const STAMP_LINES = 120

/** The text of a .docx and, apart from it, the lines of its headers, footers and text boxes, where stamps stand. */
export interface DocxText {
  text: string
  margins: string[]
}

/**
 * Reads a .docx: paragraphs with their automatic numbers, tables in the pipe form of text-elements, headers, footers and
 * text boxes. Deleted text of tracked changes is left out. Throws IntakeError `not-a-docx` or `archive-too-large`.
 */
export async function readDocx(bytes: Uint8Array): Promise<DocxText> {
  const parts = await readArchive(bytes, (name) => PARTS.test(name))
  const body = parts.get(BODY)
  if (!body) throw new IntakeError('not-a-docx')
  // a part that was cut off would lose its last words unseen
  if (!/<\/(?:\w+:)?document>\s*$/u.test(body.toString('utf8', Math.max(0, body.length - 200)))) throw new IntakeError('not-a-docx')
  const numbering = readNumbering(parts.get('word/numbering.xml')?.toString('utf8') ?? '')
  const main = readPart(body.toString('utf8'), numbering)
  const margins = [...parts]
    .filter(([name]) => /header|footer/.test(name))
    .flatMap(([, content]) => {
      const part = readPart(content.toString('utf8'), numbering)
      return part.lines.concat(part.boxes)
    })
  return {
    text: main.lines.join('\n'),
    margins: [...margins, ...main.boxes]
      .map((line) => line.trim())
      .filter((line) => line && line !== '|' && line !== '|-' && line !== '|='),
  }
}

type Numbering = ReturnType<typeof readNumbering>

/** Walks one part's tags once. A text box is read apart: its paragraphs stand inside a run of another paragraph. */
function readPart(xml: string, numbering: Numbering): { lines: string[]; boxes: string[] } {
  const lines: string[] = []
  const boxes: string[] = []
  const outer: { text: string; list: { id: string; level: number } | null }[] = []
  let boxDepth = 0
  let fallback = 0
  let tables = 0
  let deleted = 0
  let inText = false
  let text = ''
  let list = null as { id: string; level: number } | null
  // a drawing far down the body shows what a stamp looks like; it stamps nothing
  const sink = () => (boxDepth ? (lines.length < STAMP_LINES ? boxes : []) : lines)
  for (const token of readXmlTokens(xml)) {
    if (token.kind === 'text') {
      if (inText && !deleted && !fallback) text += token.text
      continue
    }
    const open = token.kind === 'open'
    const closes = token.kind === 'close' || token.selfClosing
    switch (token.name) {
      case 'w:t':
        inText = open && !token.selfClosing
        break
      case 'w:tab':
        if (open && inRun(token.attributes)) text += '\t'
        break
      case 'w:br':
      case 'w:cr':
        if (open) text += '\n'
        break
      case 'w:noBreakHyphen':
        if (open) text += '-'
        break
      case 'w:del':
      case 'w:moveFrom':
        if (!token.selfClosing) deleted += open ? 1 : -1
        break
      case 'mc:Fallback':
        // the older drawing repeats the text box
        if (!token.selfClosing) fallback += open ? 1 : -1
        break
      case 'v:textpath':
        // a watermark drawn as letters
        if (open && !fallback && lines.length < STAMP_LINES) boxes.push(token.attributes['string'] ?? '')
        break
      case 'w:txbxContent':
        if (token.selfClosing) break
        if (open) {
          outer.push({ text, list })
          text = ''
          boxDepth++
        } else {
          boxDepth--
          const saved = outer.pop()
          text = saved?.text ?? ''
          list = saved?.list ?? null
        }
        break
      case 'w:ilvl':
        if (open) list = { id: list?.id ?? '', level: Number(token.attributes['w:val'] ?? 0) || 0 }
        break
      case 'w:numId':
        if (open) list = { id: token.attributes['w:val'] ?? '', level: list?.level ?? 0 }
        break
      case 'w:p':
        if (open && !token.selfClosing) {
          text = ''
          list = null
        }
        if (closes && !fallback) {
          const label = list && text.trim() ? numbering.next(list.id, list.level) : ''
          sink().push(...(label ? `${label} ${text}` : text).split('\n'), ...(tables && !boxDepth ? [] : ['']))
          text = ''
          list = null
        }
        break
      case 'w:tbl':
        if (token.selfClosing) break
        tables += open ? 1 : -1
        if (!open && !tables) lines.push('|=', '')
        break
      case 'w:tr':
        if (open && tables === 1 && !token.selfClosing) lines.push('|-')
        break
      case 'w:tc':
        if (open && tables === 1 && !token.selfClosing) lines.push('|')
        break
      default:
    }
  }
  return { lines, boxes }
}

/** `w:tab` inside paragraph properties defines a stop; only the one without attributes is a character. */
function inRun(attributes: Record<string, string>): boolean {
  return attributes['w:val'] === undefined && attributes['w:pos'] === undefined
}
