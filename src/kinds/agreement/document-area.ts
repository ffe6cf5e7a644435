import { areaTitle, formerAreas, provinces } from '../../kernel/agencies/areas.ts'

/** A province that a text speaks of: the code that names are read with (`f:…` for one that has ended), and its title. */
export type DocumentArea = { code: string; title: string }

type Known = DocumentArea & { pattern: RegExp }

let known: Known[] | undefined

const KIND = String.raw`(?<kind>tỉnh|TỈNH|Tỉnh|thành phố|THÀNH PHỐ|Thành phố|TP\.?|tp\.?)\s+`

/** Both ways of setting the tone mark are in use: Khánh Hòa, Khánh Hoà. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
]

const spelled = (name: string): string[] => {
  const both = [name, ...SPELLINGS.flatMap(([one, other]) => [name.replace(one, other), name.replace(other, one)])]
  return [...new Set(both.flatMap((words) => [words, words.toLocaleUpperCase('vi')]))]
}

/** Provinces of today first, then those that have ended under another name; longer names first, so that one is not taken for a part of another. */
const areas = (): Known[] => {
  if (known) return known
  const today = provinces()
  const names = new Set(today.map((area) => area.name))
  const former = [...formerAreas()].filter((area) => area.level === 'province' && !names.has(area.name))
  known = [...today, ...former]
    .map((area) => ({
      code: area.code,
      title: areaTitle(area),
      name: area.name,
      // Written with capitals, so that peace (hoà bình) is not taken for a province.
      pattern: new RegExp(String.raw`(?:${KIND})?(?<![\p{L}])(?:${spelled(area.name).join('|')})(?![\p{L}])`, 'gu'),
    }))
    .sort((a, b) => b.name.length - a.name.length)
  return known
}

/**
 * The province that a regulation speaks of, by what it names most: "tỉnh Lào Cai" counts for more than the bare name, and title and
 * parties for more than the text. Null where it names none, or two alike. Pure.
 */
export const documentArea = (text: string, heads: readonly (string | null)[]): DocumentArea | null => {
  const scores = areas()
    .map((area) => ({ area, score: points(area, text, 1) + heads.reduce((sum, head) => sum + points(area, head ?? '', 3), 0) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const [first, second] = scores
  return first && first.score > (second?.score ?? 0) ? { code: first.area.code, title: first.area.title } : null
}

const points = ({ pattern }: Known, text: string, weight: number): number => {
  let sum = 0
  for (const found of text.normalize('NFC').matchAll(pattern)) sum += (found.groups?.kind ? 3 : 1) * weight
  return sum
}
