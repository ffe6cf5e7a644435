import type { Span } from './draft.ts'
import type { RegulationArticle } from './regulation-draft.ts'
import { splitSentences } from './sentences.ts'

/** A sentence of a clause, with the place of the clause it stands in. */
export type PlacedSentence = { text: string; article: RegulationArticle; span: Span }

/** All sentences of all clauses, in reading order. */
export const sentencesOf = (articles: readonly RegulationArticle[]): PlacedSentence[] =>
  articles.flatMap((article) =>
    article.clauses.flatMap((clause) =>
      clause.text
        .split('\n')
        .flatMap((line) => splitSentences(line))
        .map(({ text }) => ({ text, article, span: { start: clause.start, end: clause.end } })),
    ),
  )

/** How a party may be called in its own regulation: by its name, without its province, by its short form. */
const formsOf = (name: string): string[] => {
  const words = name.toLowerCase()
  const bare = words.replace(/\s+(?:tỉnh|thành phố|tp\.?)\s+[\p{L}\s]+$/u, '')
  const forms = [words, bare]
  if (words.startsWith('công an')) forms.push('công an tỉnh', 'công an thành phố')
  if (/thông tin và truyền thông/u.test(words)) forms.push('sở tt&tt', 'sở tttt')
  if (/khoa học và công nghệ/u.test(words)) forms.push('sở kh&cn', 'sở khcn')
  return [...new Set(forms)].filter((form) => form.length > 3)
}

/** Where parties are named in a sentence, in order; the longest form counts. */
export const partiesIn = (sentence: string, names: readonly string[]): { name: string; at: number }[] => {
  const text = sentence.toLowerCase()
  return names
    .flatMap((name) => {
      const found = formsOf(name)
        .map((form) => text.indexOf(form))
        .filter((at) => at >= 0)
      return found.length > 0 ? [{ name, at: Math.min(...found) }] : []
    })
    .sort((a, b) => a.at - b.at)
}

const NUMBERS: Record<string, number> = { một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10, mươi: 10 }

/** A number in digits or in words up to ten; "03 (ba)" reads as 3. */
export const numberIn = (words: string): number | null => {
  const digits = /\d{1,3}/u.exec(words)?.[0]
  return digits ? Number(digits) : (NUMBERS[words.trim().toLowerCase()] ?? null)
}
