import { pressBody } from './body.ts'
import type { RegulationArticle } from './regulation-draft.ts'
import { splitClauses, splitSentences } from './sentences.ts'
import type { SourceText } from './source-text.ts'

const LIST = /(?:nội dung|ký kết|quy chế)[^:]{0,160}?(?:như|gồm|sau|nội dung|nhiệm vụ)[^:]{0,40}:\s*(.+)$/isu
const PROMISE =
  /^(?:Theo quy chế[^,]*,\s*)?(?:hai\s+(?:đơn vị|bên|cơ quan)\s+(?:sẽ\s+)?(?:tiếp tục\s+)?phối hợp|phối hợp|thường xuyên trao đổi|cùng đó là|tiếp tục phối hợp|đồng thời,?\s+tiếp tục phối hợp)/iu
const BRIEFING = /giao ban/iu

/**
 * What a report tells of a regulation whose text is not there: the promises it names, and its briefings. Each promise stands once,
 * however often the report repeats it.
 */
export function readReported(source: SourceText): RegulationArticle[] {
  const seen = new Set<string>()
  const fresh = (text: string): boolean => {
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
    return key.length > 12 && !seen.has(key) && Boolean(seen.add(key))
  }
  const promises: { text: string; start: number; end: number }[] = []
  const briefings: { text: string; start: number; end: number }[] = []
  for (const block of pressBody(source)) {
    for (const sentence of splitSentences(block.text, block.start)) {
      const list = LIST.exec(sentence.text)?.[1]
      if (BRIEFING.test(sentence.text)) {
        if (fresh(sentence.text)) briefings.push(sentence)
      } else if (list) {
        const from = sentence.start + sentence.text.length - list.length
        promises.push(...splitClauses(list, from).filter((part) => fresh(part.text)))
      } else if (PROMISE.test(sentence.text) && fresh(sentence.text)) promises.push(sentence)
    }
  }
  return [
    { heading: 'Nội dung phối hợp', parts: promises },
    { heading: 'Giao ban', parts: briefings },
  ]
    .filter(({ parts }) => parts.length > 0)
    .map(({ heading, parts }, index) => ({
      ordinal: index + 1,
      chapter: null,
      heading,
      clauses: parts.map(({ text, start, end }, n) => ({ ordinal: n + 1, text, start, end })),
      start: parts[0]!.start,
      end: parts.at(-1)!.end,
    }))
}
