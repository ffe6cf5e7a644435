/** One word or punctuation mark of a text, with its place in it. */
export interface Word {
  text: string
  /** Lower case with the tone marks of oa, oe, uy in one place, for look-up. */
  key: string
  start: number
  end: number
}

const WORD = /[\p{L}\p{N}&]+(?:[.\-–/'’][\p{L}\p{N}&]+)*|\S/gu
const OLD_TONES: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
}

/** Lower case in which "Uỷ ban" and "Ủy ban", "hoá" and "hóa" are the same. */
export function wordKey(text: string): string {
  const lower = text.toLowerCase()
  return lower.replace(/(?:oà|oá|oả|oã|oạ|oè|oé|oẻ|oẽ|oẹ|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/gu, (tone) => OLD_TONES[tone] ?? tone)
}

/** Splits text into words and marks. `offset` is added to every position. */
export function readWords(text: string, offset = 0): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    key: wordKey(match[0]),
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }))
}

export const isCapital = (word: Word | undefined): boolean => !!word && /^\p{Lu}/u.test(word.text)
export const isLower = (word: Word | undefined): boolean => !!word && /^\p{Ll}/u.test(word.text)
export const isWord = (word: Word | undefined): boolean => !!word && /^[\p{L}\p{N}]/u.test(word.text)

/** A set of phrases that can be looked for at a word, longest first. */
export class PhraseSet {
  readonly #byFirst = new Map<string, string[][]>()

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      const keys = readWords(phrase).map((word) => word.key)
      const first = keys[0]
      if (first === undefined) continue
      const list = this.#byFirst.get(first) ?? []
      list.push(keys)
      this.#byFirst.set(first, list)
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.length - a.length)
  }

  /** How many words from `at` form the longest phrase of the set; 0 where none does. */
  lengthAt(words: readonly Word[], at: number): number {
    const list = this.#byFirst.get(words[at]?.key ?? '')
    return list?.find((keys) => keys.every((key, index) => words[at + index]?.key === key))?.length ?? 0
  }
}
