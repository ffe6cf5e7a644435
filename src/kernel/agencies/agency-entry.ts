import type { Pool } from 'pg'
import type { AgencyFact } from '../streams/look.ts'
import { areaByCode, areaTitle, formerAreaByCode, provinceOf } from './areas.ts'
import type { Certainty } from './domains.ts'
import { foldName } from './fold-name.ts'
import type { FormerName, FormerParent } from './streams/agency-contract.ts'

/** An agency as the directory in memory keeps it. Days are ISO dates, the last one included. */
export type AgencyEntry = AgencyFact & {
  version: number
  formerNames: FormerName[]
  formerParents: FormerParent[]
  parentSince: string
  aliases: string[]
  certainty: Certainty
  officialCode: string | null
  /** Area as people read it: `xã Ia Mơ, tỉnh Gia Lai`; null where it has none. */
  areaName: string | null
  /** All that it is found by, folded; a space stands before every word. */
  folded: string
  foldedName: string
  foldedShort: string
}

const COLUMNS = `id, version, key, type_id as "typeId", name, short_name as "shortName", former_names as "formerNames", aliases, area_code as "areaCode",
  parent_id as "parentId", parent_since as "parentSince", former_parents as "formerParents", valid_from as "validFrom", valid_until as "validUntil",
  successor_ids as "successorIds", certainty, official_code as "officialCode"`

/** Reads all agencies, or those with these ids. */
export const readEntries = async (db: Pick<Pool, 'query'>, ids?: readonly string[]): Promise<AgencyEntry[]> => {
  const { rows } = await db.query<Omit<AgencyEntry, 'areaName' | 'folded' | 'foldedName' | 'foldedShort'>>(
    `select ${COLUMNS} from agency${ids ? ' where id = any($1::uuid[])' : ''}`,
    ids ? [ids] : [],
  )
  return rows.map((row) => {
    const areaName = areaNameOf(row.areaCode)
    // `Sở TT&TT` is typed `so tttt` as often as `so tt&tt`.
    const names = [
      row.name,
      row.shortName,
      row.shortName.replaceAll('&', ''),
      ...row.aliases,
      ...row.formerNames.map((former) => former.name),
      areaName ?? '',
    ]
    return Object.assign(row, {
      areaName,
      folded: ` ${foldName(names.join(' '))}`,
      foldedName: foldName(row.name),
      foldedShort: foldName(row.shortName),
    })
  })
}

/** An area's name with its province behind it; null for none and for unknown codes. */
export const areaNameOf = (code: string | null): string | null => {
  if (code === null) return null
  const area = areaByCode(code) ?? formerAreaByCode(code)
  if (!area) return null
  const province = provinceOf(code)
  return area.level === 'nation' || area.level === 'province' || !province ? areaTitle(area) : `${areaTitle(area)}, ${areaTitle(province)}`
}
