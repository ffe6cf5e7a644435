import { type AgencyRecord } from './agency-record.ts'
import {
  type Area,
  type FormerArea,
  REORGANISED_ON,
  areaByCode,
  areaSlug,
  areaTitle,
  communesOf,
  formerDistrictsOf,
  formerProvincesOf,
} from './areas.ts'
import { type BodyTemplate, provinceBodies } from './data/province-bodies.ts'
import { DIRECTORY_BEGINS, shiftDay } from './validity.ts'

const LAST_FORMER_DAY = shiftDay(REORGANISED_ON, -1)
/** District police ended four months before the districts did. */
const LAST_DISTRICT_POLICE_DAY = '2025-02-28'

/**
 * Every agency that a province has today and had before, generated from data: its own bodies, its communes' committees and police,
 * and what succession leads to them from merged departments, former districts and former provinces. Unique keys; parents come before children.
 * Throws a RangeError for a code that is not one of the 34 provinces.
 */
export function provinceAgencies(provinceCode: string): AgencyRecord[] {
  const province = areaByCode(provinceCode)
  if (province?.level !== 'province') throw new RangeError(`Not a province code: ${provinceCode}`)
  const merged = formerProvincesOf(provinceCode).filter(
    (former) => areaSlug(former) !== areaSlug(province) && former.until === LAST_FORMER_DAY,
  )
  return [
    ...provinceBodies.filter((body) => exists(body, provinceCode)).map((body) => bodyRecord(body, province)),
    ...merged.flatMap((former) => formerProvinceBodies(former, province)),
    ...formerDistrictsOf(provinceCode).flatMap((district) => districtRecords(district)),
    ...communesOf(provinceCode).flatMap((commune) => communeRecords(commune, province)),
  ]
}

/** The key of a commune's body: by official code, because a commune may change its name or kind but not its code. */
export function communeAgencyKey(province: Area, communeCode: string, body: 'ubnd' | 'cong-an'): string {
  return `${areaSlug(province)}/${communeCode}/${body}`
}

function exists(body: BodyTemplate, provinceCode: string): boolean {
  return !body.notIn?.includes(provinceCode) && (body.onlyIn?.includes(provinceCode) ?? true)
}

function bodyRecord(body: BodyTemplate, area: Area | FormerArea): AgencyRecord {
  const slug = areaSlug(area)
  const write = (text: string) => fill(text, area)
  return {
    key: `${slug}/${body.slug}`,
    typeId: body.typeId,
    name: write(body.nameIn?.[area.code] ?? body.name),
    shortName: write(body.short),
    formerNames: (body.formerNames ?? []).map(write),
    aliases: (body.aliases ?? []).map(write),
    areaCode: area.code,
    parentKey: body.parent === null ? null : `${slug}/${body.parent ?? 'ubnd'}`,
    validFrom: body.from ?? DIRECTORY_BEGINS,
    validUntil: body.until ?? null,
    successorKeys: (body.successors ?? []).map((successor) => `${slug}/${successor}`),
    certainty: body.certainty ?? 'general',
  }
}

/** A former province had the same bodies; those alive on its last day passed to the body of that name in today's province. */
function formerProvinceBodies(former: FormerArea, province: Area): AgencyRecord[] {
  const slug = areaSlug(former)
  const had = provinceBodies.filter((body) => !body.onlyIn && (body.from ?? DIRECTORY_BEGINS) < REORGANISED_ON)
  const hadSlugs = new Set(had.map((body) => body.slug))
  const continues = (body: BodyTemplate) => body.until === undefined
  return had.map((body) => {
    const heir = (name: string) => {
      const target = provinceBodies.find((candidate) => candidate.slug === name && exists(candidate, province.code))
      return target ? `${areaSlug(province)}/${name}` : `${areaSlug(province)}/ubnd`
    }
    const successorKeys = continues(body)
      ? [heir(body.slug)]
      : (body.successors ?? []).map((name) => (hadSlugs.has(name) ? `${slug}/${name}` : heir(name)))
    return Object.assign(bodyRecord(body, former), { validUntil: body.until ?? LAST_FORMER_DAY, successorKeys })
  })
}

/** A former district's committee and police; today's communes on its land take over both. */
function districtRecords(district: FormerArea): AgencyRecord[] {
  const path = district.code.slice('f:'.length)
  const provinceSlug = path.slice(0, path.indexOf('/'))
  const title = areaTitle(district)
  const heirs = (body: 'ubnd' | 'cong-an') =>
    district.successorCodes.flatMap((code) => {
      const province = areaByCode(areaByCode(code)?.parentCode ?? '')
      return province ? [communeAgencyKey(province, code, body)] : []
    })
  const shared = { formerNames: [], aliases: [], areaCode: district.code, validFrom: DIRECTORY_BEGINS, certainty: 'sourced' as const }
  return [
    {
      ...shared,
      key: `${path}/ubnd`,
      typeId: 'district-peoples-committee',
      name: `Ủy ban nhân dân ${title}`,
      shortName: `UBND ${title}`,
      parentKey: `${provinceSlug}/ubnd`,
      validUntil: district.until,
      successorKeys: heirs('ubnd'),
    },
    {
      ...shared,
      key: `${path}/cong-an`,
      typeId: 'district-police',
      name: `Công an ${title}`,
      shortName: `Công an ${title}`,
      parentKey: `${provinceSlug}/cong-an`,
      validUntil: LAST_DISTRICT_POLICE_DAY,
      successorKeys: heirs('cong-an'),
      certainty: 'general',
    },
  ]
}

function communeRecords(commune: Area, province: Area): AgencyRecord[] {
  const title = areaTitle(commune)
  const shared = {
    formerNames: [],
    aliases: [],
    areaCode: commune.code,
    validFrom: REORGANISED_ON,
    validUntil: null,
    successorKeys: [],
    certainty: 'sourced' as const,
  }
  return [
    {
      ...shared,
      key: communeAgencyKey(province, commune.code, 'ubnd'),
      typeId: 'commune-peoples-committee',
      name: `Ủy ban nhân dân ${title}`,
      shortName: `UBND ${title}`,
      parentKey: `${areaSlug(province)}/ubnd`,
    },
    {
      ...shared,
      key: communeAgencyKey(province, commune.code, 'cong-an'),
      typeId: 'commune-police',
      name: `Công an ${title}`,
      shortName: `Công an ${title}`,
      parentKey: `${areaSlug(province)}/cong-an`,
    },
  ]
}

function fill(text: string, area: Area | FormerArea): string {
  return text
    .replaceAll('{P}', areaTitle(area))
    .replaceAll('{N}', area.name)
    .replaceAll('{p}', area.kind)
    .replaceAll('{U}', area.kind === 'thành phố' ? 'Thành ủy' : 'Tỉnh ủy')
}
