/**
 * Folds a Vietnamese name for comparison: no tone marks, no đ, lower case, punctuation to single spaces.
 * Apostrophes vanish (`Ea H’Leo` = `Ea HLeo`), so that typewriter and typographic ones agree.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The folded name joined by hyphens, as used in keys: `Hồ Chí Minh` → `ho-chi-minh`. */
export function slugOf(text: string): string {
  return foldName(text).replaceAll(' ', '-')
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Equal for one name written two ways, unequal for two names: `Thuỷ` is `Thủy` and `KBang` is `Kbang`, but `Tân Hà` is not `Tân Hạ`. */
export function spellingKey(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .split(/[\s,;/()]+/)
  return words.map((word) => word.replace(TONES, '') + (word.match(TONES) ?? []).join('')).join(' ')
}
