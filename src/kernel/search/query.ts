/** Most words of a query that count; longer ones are a pasted text, not a search. */
const MOST_WORDS = 12

/** Folds case, diacritics and đ, as the SQL function vn_fold does for what is searched. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/**
 * The words that must all occur, folded; the last one may be the beginning of a word, which an asterisk says. Empty where nothing searchable is left.
 * Words hold letters and digits only, so that no operator of a query language comes through.
 */
export const toWords = (typed: string): string[] => {
  const words =
    fold(typed.slice(0, 400))
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  return words.map((word, i) => (i === words.length - 1 && word.length > 1 ? `${word}*` : word))
}

/** The same as a tsquery; null where nothing searchable is left. */
export const toTsquery = (typed: string): string | null =>
  toWords(typed)
    .map((word) => word.replace('*', ':*'))
    .join(' & ') || null
