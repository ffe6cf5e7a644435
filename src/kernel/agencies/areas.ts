import { type FormerArea, buildFormerAreas } from './former-areas.ts'
import { readAreaSource } from './area-source.ts'
import { slugOf } from './fold-name.ts'

export type AreaKind = 'nước' | 'tỉnh' | 'thành phố' | 'xã' | 'phường' | 'đặc khu'

/** An area as it is today: the nation, one of 34 provinces, or one of 3,321 communes. `code` is the official code; the nation's is `VN`. */
export type Area = {
  readonly code: string
  readonly level: 'nation' | 'province' | 'commune'
  readonly name: string
  readonly kind: AreaKind
  readonly parentCode: string | null
}

export type { FormerArea }

/** The day on which the 34 provinces and their communes began their work (resolution 202/2025/QH15). */
export const REORGANISED_ON = '2025-07-01'

export const NATION: Area = { code: 'VN', level: 'nation', name: 'Việt Nam', kind: 'nước', parentCode: null }

type Catalogue = {
  byCode: Map<string, Area>
  provinces: Area[]
  communes: Map<string, Area[]>
}

let catalogue: Catalogue | undefined
let former: { byCode: Map<string, FormerArea>; provinces: FormerArea[]; districts: Map<string, FormerArea[]> } | undefined

/** Reads the package on the first question, not at import: a start that asks nothing pays nothing. */
function load(): Catalogue {
  if (catalogue) return catalogue
  const source = readAreaSource()
  const byCode = new Map<string, Area>([[NATION.code, NATION]])
  const provinces: Area[] = source.provinces.map(({ code, name }) => {
    const city = name.startsWith('Thành phố ')
    return {
      code,
      level: 'province',
      name: city ? name.slice('Thành phố '.length) : name,
      kind: city ? 'thành phố' : 'tỉnh',
      parentCode: NATION.code,
    }
  })
  const communes = new Map<string, Area[]>(provinces.map((province) => [province.code, []]))
  for (const province of provinces) byCode.set(province.code, province)
  for (const { code, name, provinceCode } of source.communes) {
    const kind: AreaKind = name.startsWith('Phường ') ? 'phường' : name.startsWith('Xã ') ? 'xã' : 'đặc khu'
    const area: Area = { code, level: 'commune', name: name.slice(kind.length + 1), kind, parentCode: provinceCode }
    byCode.set(code, area)
    communes.get(provinceCode)?.push(area)
  }
  catalogue = { byCode, provinces, communes }
  return catalogue
}

/** Former areas are asked for less often than today's: the package is read a second time for them, which is cheaper than keeping its rows. */
function loadFormer() {
  if (former) return former
  const today = load()
  const byCode = buildFormerAreas(readAreaSource(), today.provinces, today.communes)
  const areas = [...byCode.values()]
  const districts = Map.groupBy(
    areas.filter((area) => area.level === 'district'),
    (area) => area.parentCode ?? '',
  )
  former = { byCode, provinces: areas.filter((area) => area.level === 'province'), districts }
  return former
}

/** The 34 provinces, by official code. */
export function provinces(): readonly Area[] {
  return load().provinces
}

/** Today's area with that code, or undefined (former codes such as `f:quang-nam` are not found here). */
export function areaByCode(code: string): Area | undefined {
  return load().byCode.get(code)
}

/** Today's communes of a province; of the nation all 3,321; of a commune itself. Empty for an unknown code. */
export function communesOf(code: string): readonly Area[] {
  const { byCode, communes } = load()
  if (code === NATION.code) return [...communes.values()].flat()
  const area = byCode.get(code)
  return area?.level === 'commune' ? [area] : (communes.get(code) ?? [])
}

/** The province that an area (of today or former) belongs to today; null for the nation and for unknown codes. */
export function provinceOf(code: string): Area | null {
  const [today] = todaysAreas(code)
  const area = today === undefined ? undefined : areaByCode(today)
  if (!area || area.level === 'nation') return null
  return area.level === 'province' ? area : (areaByCode(area.parentCode ?? '') ?? null)
}

/** The area and what lies above it, nearest first: `['23737', '52', 'VN']`. Former areas climb through former ones. */
export function areaChain(code: string): string[] {
  const chain: string[] = []
  for (let next: string | null = code; next !== null;) {
    const area: Area | FormerArea | undefined = areaByCode(next) ?? formerAreaByCode(next)
    if (!area) break
    chain.push(next)
    next = area.parentCode
  }
  return chain
}

/** An area as it stands in a sentence: `tỉnh Gia Lai`, `thành phố Đà Nẵng`, `xã Ia Mơ`; the nation is `Việt Nam`. */
export function areaTitle(area: Area | FormerArea): string {
  return area.level === 'nation' ? area.name : `${area.kind} ${area.name}`
}

/** A province's part in agency keys: `gia-lai`, `da-nang`. */
export function areaSlug(area: Area | FormerArea): string {
  return slugOf(area.name)
}

/** All former provinces, districts and communes (about 11,600). */
export function formerAreas(): IterableIterator<FormerArea> {
  return loadFormer().byCode.values()
}

/** The former area with that code (`f:quang-nam`, `f:quang-nam/huyen-hiep-duc`, …), or undefined. */
export function formerAreaByCode(code: string): FormerArea | undefined {
  return loadFormer().byCode.get(code)
}

/** Former provinces whose land lies in today's province, the one that kept the name included (then with its former bounds). */
export function formerProvincesOf(provinceCode: string): FormerArea[] {
  return loadFormer().provinces.filter((area) => area.successorCodes.includes(provinceCode))
}

/** Former districts of a former province (`f:…`) or of all former provinces that make up today's province. */
export function formerDistrictsOf(code: string): FormerArea[] {
  const provinceCodes = formerAreaByCode(code) ? [code] : formerProvincesOf(code).map((area) => area.code)
  return provinceCodes.flatMap((province) => loadFormer().districts.get(province) ?? [])
}

/** Today's areas for any code: itself when it exists today, the successors of a former area, empty when unknown. */
export function todaysAreas(code: string): readonly string[] {
  if (areaByCode(code)) return [code]
  return formerAreaByCode(code)?.successorCodes ?? []
}

/** Today's communes on the land of any area, former provinces included: the union of what its former communes became. */
export function communesOnLandOf(code: string): readonly Area[] {
  const former = formerAreaByCode(code)
  if (!former) return communesOf(code)
  const codes = former.level === 'province' ? formerDistrictsOf(code).flatMap((district) => district.successorCodes) : former.successorCodes
  return [...new Set(codes)].flatMap((commune) => areaByCode(commune) ?? [])
}
