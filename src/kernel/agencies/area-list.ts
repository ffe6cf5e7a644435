import { areaNameOf } from './agency-entry.ts'
import { type Area, areaByCode, type FormerArea, formerAreas, NATION, provinces, communesOf } from './areas.ts'
import { foldName } from './fold-name.ts'

/** An area as a field offers it. `today`: codes of today's areas on its land, for a former one. */
export type AreaRow = { code: string; name: string; level: string; former: boolean; today: string[] }

const MOST = 30

let searchable: { area: Area | FormerArea; folded: string; name: string }[] | undefined

/** Today's areas first, then former ones, wider before narrower. */
const all = () =>
  (searchable ??= [NATION, ...provinces(), ...communesOf(NATION.code), ...formerAreas()].map((area) => {
    const name = areaNameOf(area.code) ?? area.name
    return { area, name, folded: ` ${foldName(name)}` }
  }))

/** Areas whose name holds a word beginning with each word typed, at most 30; nothing typed lists the provinces. A code finds its own area. */
export const listAreas = (text: string): AreaRow[] => {
  const wanted = foldName(text)
  if (!wanted) return provinces().map((area) => row(area, areaNameOf(area.code) ?? area.name))
  const exact = areaByCode(text.trim())
  const words = wanted.split(' ').map((word) => ` ${word}`)
  const found = all().filter(({ folded }) => words.every((word) => folded.includes(word)))
  const close = found.map((entry) => ({ entry, rank: rankOf(entry.area, wanted) })).sort((a, b) => a.rank - b.rank)
  const rows = close.slice(0, MOST).map(({ entry }) => row(entry.area, entry.name))
  return exact ? [row(exact, areaNameOf(exact.code) ?? exact.name), ...rows.filter(({ code }) => code !== exact.code)] : rows
}

const rankOf = (area: Area | FormerArea, wanted: string): number => {
  const name = foldName(area.name)
  return (name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2) + ('successorCodes' in area ? 4 : 0)
}

const row = (area: Area | FormerArea, name: string): AreaRow => ({
  code: area.code,
  name,
  level: area.level,
  former: 'successorCodes' in area,
  today: 'successorCodes' in area ? [...area.successorCodes] : [area.code],
})
