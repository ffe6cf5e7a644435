import type { AgencyEntry } from './agency-entry.ts'
import { agencyTypeById, type AgencyLevel } from './agency-types.ts'
import { foldName } from './fold-name.ts'

/** Wider bodies first: who types `công an gia lai` wants the province's, not one of its 135 communes'. */
const LEVELS: Record<AgencyLevel, number> = { nation: 0, province: 0, district: 1, commune: 2 }

/** Longest beginning of a word that the index tells apart. */
const BEGINNING = 4

type Beginnings = Map<string, AgencyEntry[]>
const indexes = new WeakMap<readonly AgencyEntry[], Beginnings>()

/** The entries by the beginnings of their words; made once for a list, which is a new one when an agency changes. */
const beginningsOf = (entries: readonly AgencyEntry[]): Beginnings => {
  const known = indexes.get(entries)
  if (known) return known
  const made: Beginnings = new Map()
  for (const entry of entries) {
    const starts = new Set<string>()
    for (const word of entry.folded.split(' ')) for (let n = 1; n <= BEGINNING && n <= word.length; n++) starts.add(word.slice(0, n))
    for (const start of starts) {
      const list = made.get(start)
      if (list) list.push(entry)
      else made.set(start, [entry])
    }
  }
  indexes.set(entries, made)
  return made
}

/** Those among which every match is, in the order given: the shortest list that a beginning leads to. */
const candidates = (entries: readonly AgencyEntry[], words: readonly string[]): readonly AgencyEntry[] => {
  const index = beginningsOf(entries)
  return words
    .map((word) => index.get(word.slice(1, 1 + BEGINNING)) ?? [])
    .reduce((least, list) => (list.length < least.length ? list : least))
}

/**
 * Agencies whose names, former names or area hold a word beginning with each word typed, marks and case aside. Living ones first,
 * then exact and leading matches, then wider bodies; the order given is kept within. Nothing typed matches nothing.
 */
export const matching = (entries: readonly AgencyEntry[], text: string): AgencyEntry[] => {
  const wanted = foldName(text)
  if (!wanted) return []
  const words = wanted.split(' ').map((word) => ` ${word}`)
  const ranked: { entry: AgencyEntry; rank: number }[] = []
  for (const entry of candidates(entries, words))
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
