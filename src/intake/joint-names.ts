import type { Word } from './words.ts'

const keys = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .map((word) => word.key)
    .join(' ')

/** How many words from the "và" at `at` belong to the name that begins at `head`, which joins two bodies or areas in one; else 0. */
export function jointWords(words: readonly Word[], head: number, at: number): number {
  return isJointOffice(words, head, at) ? 2 : isZoneBoard(words, head, at) ? 3 : 0
}

/** "Văn phòng HĐND và UBND xã" is one office of two bodies. */
function isJointOffice(words: readonly Word[], head: number, at: number): boolean {
  return (
    keys(words, head, head + 2) === 'văn phòng' &&
    ['ubnd', 'hđnd', 'ủy', 'hội'].includes(words[at + 1]?.key ?? '') &&
    /hđnd|đbqh|nhân dân|quốc hội/.test(keys(words, head, at))
  )
}

/** "Ban Quản lý Khu kinh tế A và các khu công nghiệp tỉnh B" is one board. */
function isZoneBoard(words: readonly Word[], head: number, at: number): boolean {
  return /quản lý.* khu /u.test(`${keys(words, head, at)} `) && /^(?:các )?khu (?:công|chế|kinh|du|đô)/u.test(keys(words, at + 1, at + 4))
}
