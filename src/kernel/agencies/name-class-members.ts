import { agencyTypeById } from './agency-types.ts'
import {
  REORGANISED_ON,
  areaByCode,
  areaSlug,
  areaTitle,
  communesOnLandOf,
  formerAreaByCode,
  formerDistrictsOf,
  formerProvincesOf,
  provinceOf,
  provinces,
} from './areas.ts'
import type { ClassReading } from './name-classes.ts'
import type { DirectoryRow, NameIndex } from './name-index.ts'
import { type Bilingual, type NameContext, type NameResolution, emptyResolution } from './name-resolution.ts'
import { officialDate } from '../clocks/official-date.ts'
import { covers } from './validity.ts'

/** In a document of the nation these classes mean the nation's own bodies. */
const NATIONAL: Readonly<Record<string, string>> = {
  press: 'national-press',
  'telecom-enterprise': 'national-telecom-enterprise',
  'postal-enterprise': 'national-postal-enterprise',
}

/** Which commune body answers for a class of communes, districts or their divisions. */
const COMMUNE_BODY: Readonly<Record<string, string>> = {
  'district-peoples-committee': 'commune-peoples-committee',
  'district-police': 'commune-police',
  'commune-division': 'commune-peoples-committee',
}

/**
 * The agencies of a class in an area. A class of former districts, and any class in a document older than the reorganisation,
 * reaches only the land that the issuer's province had then: an order of old Gia Lai binds 77 of today's 135 communes.
 */
export function membersOf(
  index: NameIndex,
  written: string,
  reading: ClassReading,
  areaCode: string,
  context: NameContext,
): NameResolution {
  const land = reading.level === 'commune' ? landOf(areaCode, reading, context.date) : areaCode
  const rows = reading.level === 'commune' ? communeRows(index, reading, land, context.date) : otherRows(index, reading, areaCode)
  const members = rows.filter((row) => alive(row, context.asOf ?? null))
  const mainType = reading.typeIds[0] ?? ''
  return {
    ...emptyResolution(written, members.length ? null : 'unknown'),
    agencies: members.map((row) => row.key),
    via: 'class',
    class: { typeId: mainType, typeIds: reading.typeIds, areaCode: land, kinds: reading.kinds },
    ambiguous: reading.vague,
    note: noteOf(reading, land, members.length),
  }
}

function landOf(areaCode: string, reading: ClassReading, date: string | null): string {
  const before = date === null ? reading.former : date < REORGANISED_ON
  const area = areaByCode(areaCode)
  if (!before || area?.level !== 'province') return areaCode
  return formerProvincesOf(areaCode).find((former) => areaSlug(former) === areaSlug(area))?.code ?? areaCode
}

function communeRows(index: NameIndex, reading: ClassReading, land: string, date: string | null): DirectoryRow[] {
  const typeId = COMMUNE_BODY[reading.typeIds[0] ?? ''] ?? reading.typeIds[0]
  // Kinds of a former commune say nothing about today's: many a town became a ward.
  const kinds = date !== null && date < REORGANISED_ON ? null : reading.kinds
  return communesOnLandOf(land)
    .filter((commune) => kinds === null || kinds.includes(commune.kind))
    .flatMap((commune) => index.byType.get(`${commune.code}|${typeId}`) ?? [])
}

function otherRows(index: NameIndex, reading: ClassReading, areaCode: string): DirectoryRow[] {
  const province = reading.level === 'nation' ? undefined : provinceOf(areaCode)?.code
  const national = province ? [] : reading.typeIds.flatMap((typeId) => index.byType.get(`VN|${NATIONAL[typeId] ?? typeId}`) ?? [])
  if (national.length) return national
  const codes = province ? [province] : provinces().map(({ code }) => code)
  return codes.flatMap((code) => reading.typeIds.flatMap((typeId) => index.byType.get(`${code}|${typeId}`) ?? []))
}

function alive(row: DirectoryRow, day: string | null): boolean {
  return day === null ? row.validUntil === null : covers({ from: row.validFrom, until: row.validUntil }, day)
}

function noteOf(reading: ClassReading, land: string, count: number): Bilingual {
  const area = areaByCode(land) ?? formerAreaByCode(land)
  const where = area ? `${areaTitle(area)}${land.startsWith('f:') ? ' (cũ)' : ''}` : ''
  const type = agencyTypeById(reading.typeIds[0] ?? '')
  const districts = reading.former ? formerDistrictsOf(land).length : 0
  if (districts) {
    const day = officialDate(REORGANISED_ON)
    return {
      vi: `${districts} huyện, thị xã, thành phố cũ của ${where}; từ ${day} là ${count} xã, phường`,
      en: `${districts} former districts of ${where}; since ${REORGANISED_ON} ${count} communes`,
    }
  }
  const through = type?.answersThrough === 'parent' ? { vi: ', trả lời qua UBND', en: ', answered by its committee' } : { vi: '', en: '' }
  return { vi: `${count} cơ quan, ${where}${through.vi}`, en: `${count} agencies, ${where}${through.en}` }
}
