import type { AgencyRecord } from './agency-record.ts'
import { agencyTypeById } from './agency-types.ts'
import { type Area, type FormerArea, areaByCode, areaTitle, formerAreaByCode } from './areas.ts'
import { foldName } from './fold-name.ts'
import { readName } from './name-abbreviations.ts'

/** What resolution needs of an agency; an `AgencyRecord` fits, and so does a row of the database. */
export type DirectoryRow = Omit<AgencyRecord, 'certainty' | 'aliases'> & { readonly aliases?: readonly string[] }

/** Wherever the agencies come from. */
export type Directory = { readonly agencies: () => Iterable<DirectoryRow> }

export type NameHit = { readonly row: DirectoryRow; readonly how: 'name' | 'short' | 'former' }

/** Agencies by area and by read name without its place, so that `Công an tỉnh` is found from inside its province. */
export type NameIndex = {
  readonly rows: ReadonlyMap<string, DirectoryRow>
  /** area code → name without place → agencies */
  readonly byArea: ReadonlyMap<string, ReadonlyMap<string, readonly NameHit[]>>
  /** `area code|type id` → agencies */
  readonly byType: ReadonlyMap<string, readonly DirectoryRow[]>
}

const RANK = { name: 0, short: 1, former: 2 } as const

/** Reads the directory once; after that a name costs look-ups only. Build it anew when agencies change. */
export function buildNameIndex(directory: Directory): NameIndex {
  const rows = new Map<string, DirectoryRow>()
  for (const row of directory.agencies()) rows.set(row.key, row)
  const byArea = new Map<string, Map<string, NameHit[]>>()
  for (const row of rows.values()) {
    const names = byArea.get(row.areaCode) ?? new Map<string, NameHit[]>()
    byArea.set(row.areaCode, names)
    for (const [base, how] of basesOf(row, rows)) {
      const hits = names.get(base) ?? []
      names.set(base, hits)
      hits.push({ row, how })
    }
  }
  for (const names of byArea.values()) for (const hits of names.values()) hits.sort((a, b) => RANK[a.how] - RANK[b.how])
  return { rows, byArea, byType: Map.groupBy(rows.values(), (row) => `${row.areaCode}|${row.typeId}`) }
}

/** The agencies of an area that bear the name (already read, without its place). */
export function hitsIn(index: NameIndex, areaCode: string, base: string): readonly NameHit[] {
  return index.byArea.get(areaCode)?.get(base) ?? []
}

function basesOf(row: DirectoryRow, rows: ReadonlyMap<string, DirectoryRow>): Map<string, NameHit['how']> {
  const area = areaByCode(row.areaCode) ?? formerAreaByCode(row.areaCode)
  const bases = new Map<string, NameHit['how']>()
  const put = (name: string, how: NameHit['how']) => {
    const base = withoutArea(readName(name).text, area)
    if (base && !bases.has(base)) bases.set(base, how)
  }
  put(row.name, 'name')
  put(row.shortName, 'short')
  for (const alias of row.aliases ?? []) put(alias, 'short')
  for (const name of row.formerNames) put(name, 'former')
  const above = row.parentKey === null ? undefined : rows.get(row.parentKey)
  if (above && agencyTypeById(row.typeId)?.answersThrough === 'parent') {
    // A division is often named with its agency behind it.
    const parentBase = withoutArea(readName(above.name).text, area)
    const withParent = [...bases].map(([base, how]) => [`${base} ${parentBase}`, how] as const)
    for (const [base, how] of withParent) if (!bases.has(base)) bases.set(base, how)
  }
  return bases
}

function withoutArea(text: string, area: Area | FormerArea | undefined): string {
  if (!area || area.level === 'nation') return text
  const ends =
    area.level === 'province' ? [foldName(areaTitle(area)), foldName(area.name), foldName(area.kind)] : [foldName(areaTitle(area))]
  const end = ends.find((candidate) => text.endsWith(` ${candidate}`))
  return end ? text.slice(0, -end.length - 1) : text
}
