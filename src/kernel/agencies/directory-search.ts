import type { AgencyEntry } from './agency-entry.ts'
import { agencyTypeById, type AgencyLevel } from './agency-types.ts'
import { foldName } from './fold-name.ts'

/** Wider bodies first: who types `công an gia lai` wants the province's, not one of its 135 communes'. */
const LEVELS: Record<AgencyLevel, number> = { nation: 0, province: 0, district: 1, commune: 2 }

/**
 * Agencies whose names, former names or area hold a word beginning with each word typed, marks and case aside. Living ones first,
 * then exact and leading matches, then wider bodies; the order given is kept within. Nothing typed matches nothing.
 */
export const matching = (entries: readonly AgencyEntry[], text: string): AgencyEntry[] => {
  const wanted = foldName(text)
  if (!wanted) return []
  const words = wanted.split(' ').map((word) => ` ${word}`)
  const ranked: { entry: AgencyEntry; rank: number }[] = []
  for (const entry of entries)
    if (words.every((word) => entry.folded.includes(word))) ranked.push({ entry, rank: rankOf(entry, wanted, words) })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry)
}

const rankOf = (entry: AgencyEntry, wanted: string, words: readonly string[]): number => {
  const { foldedName: name, foldedShort: short } = entry
  const inName = words.every((word) => ` ${name}`.includes(word))
  const closeness = name === wanted || short === wanted ? 0 : name.startsWith(wanted) || short.startsWith(wanted) ? 1 : inName ? 2 : 3
  const level = LEVELS[agencyTypeById(entry.typeId)?.level ?? 'commune']
  return (entry.validUntil === null ? 0 : 100) + closeness * 10 + level
}
