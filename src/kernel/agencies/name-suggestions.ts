import { areaChain, communesOf, provinceOf, todaysAreas } from './areas.ts'
import { readName } from './name-abbreviations.ts'
import type { DirectoryRow, NameIndex } from './name-index.ts'

export type Suggestion = { readonly key: string; readonly name: string; readonly score: number }

const SHOWN = 5
const WORTH_SHOWING = 0.5

/** Up to five agencies of the writer's area (its communes only for names of commune bodies) and of the nation whose names look most alike; score 0–1. */
export function suggest(index: NameIndex, text: string, home: string): Suggestion[] {
  const wanted = pairsOf(text)
  if (wanted.size === 0) return []
  const province = provinceOf(home)?.code
  const communes = province && /\b(?:xa|phuong|dac khu)\b/.test(text) ? communesOf(province).map((commune) => commune.code) : []
  const areas = new Set([...areaChain(home), ...todaysAreas(home), ...(province ? [province] : []), ...communes, 'VN'])
  const best = new Map<string, { row: DirectoryRow; score: number }>()
  for (const area of areas) {
    for (const [base, hits] of index.byArea.get(area) ?? []) {
      for (const { row } of hits) {
        const name = communes.includes(area) ? readName(row.name).text : base
        const score = alike(wanted, pairsOf(name))
        if (score >= WORTH_SHOWING && score > (best.get(row.key)?.score ?? 0)) best.set(row.key, { row, score })
      }
    }
  }
  return [...best.values()]
    .toSorted((a, b) => b.score - a.score || (a.row.key < b.row.key ? -1 : 1))
    .slice(0, SHOWN)
    .map(({ row, score }) => ({ key: row.key, name: row.name, score: Math.round(score * 100) / 100 }))
}

/** Pairs of neighbouring letters: forgiving of a missing or a mistyped one. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at < text.length - 1; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
