/** Most words of a query that count; longer ones are a pasted text, not a search. */
const MOST_WORDS = 12

/** Folds case, diacritics and đ, as the SQL function vn_fold does for what is searched. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()

/**
 * What an officer types as a tsquery: all words must occur, the last one may be the beginning of a word. Null where nothing searchable is left.
 * Words hold letters and digits only, so that no operator of the query language comes through.
 */
export const toTsquery = (typed: string): string | null => {
  const words =
    fold(typed.slice(0, 400))
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, MOST_WORDS) ?? []
  if (!words.length) return null
  return words.map((word, i) => (i === words.length - 1 && word.length > 1 ? `${word}:*` : word)).join(' & ')
}
