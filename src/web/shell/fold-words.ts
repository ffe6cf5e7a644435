/** Case, diacritics and đ folded away, so that `so khoa hoc` finds `Sở Khoa học`. */
export const foldWords = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim()
