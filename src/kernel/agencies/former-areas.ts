import type { Area } from './areas.ts'
import type { AreaSource } from './area-source.ts'
import { missingMappings, renamedProvinces } from './data/area-corrections.ts'
import { slugOf, spellingKey } from './fold-name.ts'

/**
 * An area that ended with the reorganisation: a province within its former bounds, a district, or a commune.
 * Official codes were given again (52 was Bình Định and is Gia Lai now), so former areas have codes of their own: `f:` and the path of names.
 */
export type FormerArea = {
  readonly code: string
  readonly level: 'province' | 'district' | 'commune'
  readonly name: string
  readonly kind: 'tỉnh' | 'thành phố' | 'huyện' | 'quận' | 'thị xã' | 'xã' | 'phường' | 'thị trấn'
  readonly parentCode: string | null
  /** The last day on which the area existed in that form. */
  readonly until: string
  /** Today's provinces (for a province) or communes (for a district or commune) on its land. */
  readonly successorCodes: readonly string[]
  /** The official code of its day, where the source gives one. */
  readonly officialCode: string | null
}

type Draft = FormerArea & { successorCodes: string[] }

const LAST_DAY = '2025-06-30'
const KINDS = ['Tỉnh', 'Thành phố', 'Huyện', 'Quận', 'Thị xã', 'Xã', 'Phường', 'Thị trấn'] as const

/**
 * Derives every former area from the mappings of old communes to new ones. New sides are matched by province and name:
 * 453 mappings of the package carry a code that is not the named commune's, while every name is found.
 */
export function buildFormerAreas(source: AreaSource, provinces: Area[], communes: Map<string, Area[]>): Map<string, FormerArea> {
  const provinceByName = new Map(provinces.map((province) => [province.name, province]))
  const communeByName = new Map<string, Area>()
  for (const province of provinces) {
    for (const commune of communes.get(province.code) ?? [])
      communeByName.set(`${province.name}|${commune.kind} ${commune.name}`.toLowerCase(), commune)
  }
  const drafts = new Map<string, Draft>()

  const known = new Map<string, Draft>()

  const add = (level: FormerArea['level'], written: string, parent: Draft | null, officialCode: string | null): Draft => {
    const spelling = `${parent?.code ?? ''}|${spellingKey(written)}`
    const before = known.get(spelling)
    if (before) return before
    const kind = KINDS.find((candidate) => written.startsWith(`${candidate} `)) ?? 'Xã'
    const name = written.slice(kind.length + 1)
    const plain = parent ? `${parent.code}/${slugOf(written)}` : `f:${slugOf(name)}`
    // Two names under one parent may differ by tone marks alone; the later then carries its official code too.
    const code = drafts.has(plain) ? `${plain}-${officialCode ?? drafts.size}` : plain
    const draft: Draft = {
      code,
      level,
      name,
      kind: kind.toLowerCase() as FormerArea['kind'],
      parentCode: parent?.code ?? null,
      until: LAST_DAY,
      successorCodes: [],
      officialCode,
    }
    drafts.set(code, draft)
    known.set(spelling, draft)
    return draft
  }

  const map = (
    province: string,
    district: string,
    commune: string | null,
    officialCode: string | null,
    newProvince: string,
    newCommune: string,
  ) => {
    const today = communeByName.get(`${newProvince}|${newCommune}`.toLowerCase())
    if (!today) throw new Error(`No commune ${newCommune} in ${newProvince}: the address package has changed`)
    const formerProvince = add('province', province, null, null)
    const formerDistrict = add('district', district, formerProvince, null)
    addOnce(formerProvince.successorCodes, today.parentCode ?? '')
    addOnce(formerDistrict.successorCodes, today.code)
    if (commune) addOnce(add('commune', commune, formerDistrict, officialCode).successorCodes, today.code)
  }

  for (const row of source.mappings) {
    map(row.province, row.district, row.commune, row.code, row.newProvince.replace(/^Thành phố /, ''), row.newCommune)
  }
  for (const row of missingMappings) map(row.province, row.district, row.commune, null, row.newProvince, row.newCommune)
  for (const { name, kind, until, today } of renamedProvinces) {
    const code = `f:${slugOf(name)}`
    const successorCodes = [provinceByName.get(today)?.code ?? '']
    drafts.set(code, { code, level: 'province', name, kind, parentCode: null, until, successorCodes, officialCode: null })
  }
  return drafts
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item)
}
