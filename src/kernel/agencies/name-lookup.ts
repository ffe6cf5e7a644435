import { type Area, type FormerArea, REORGANISED_ON, areaByCode, areaTitle, formerProvincesOf, provinceOf, todaysAreas } from './areas.ts'
import { readName } from './name-abbreviations.ts'
import { membersOf } from './name-class-members.ts'
import { coastBetween, isOpenEnded, readClass } from './name-classes.ts'
import { type NameHit, type NameIndex, hitsIn } from './name-index.ts'
import { type Place, isFormer, readPlace } from './name-places.ts'
import { type NameContext, type NameResolution, emptyResolution } from './name-resolution.ts'
import { bareName } from './name-titles.ts'
import { asOf } from './succession.ts'
import { officialDate } from '../clocks/official-date.ts'
import { covers, shiftDay } from './validity.ts'

const COMMITTEE = 'uy ban nhan dan'
const OWN_COMMUNE_BODY = /^(uy ban nhan dan|cong an)(?: (?:xa|phuong|dac khu))?$/
const COAST = /^uy ban nhan dan (?:cac )?tinh thanh pho(?: ven bien)? tu (.+) den (.+)$/

/** Resolves one name, no list; null when nothing in it is known. Open-ended words come back with that reason. */
export function lookUpName(index: NameIndex, written: string, context: NameContext): NameResolution | null {
  const { text, abbreviated } = readName(written)
  const bare = bareName(text)
  if (!bare) return null
  const own = areaByCode(context.areaCode)?.level === 'commune' ? OWN_COMMUNE_BODY.exec(bare) : null
  if (own) return fromHits(index, written, hitsIn(index, context.areaCode, own[1] ?? ''), abbreviated, context)
  const coast = COAST.exec(bare)
  if (coast) return alongTheCoast(index, written, coast[1] ?? '', coast[2] ?? '')
  const named = readClass(bare)
  if (named) return membersOf(index, written, named, homeOf(context, named.level), context)
  const whole = fromHits(index, written, firstHits(index, bare, [...homeAreas(context), 'VN']), abbreviated, context)
  if (whole) return whole
  if (isOpenEnded(bare)) return emptyResolution(written, 'open-ended')

  const { rest, places, bareKind } = readPlace(bare, written, context.areaCode, context.date, REORGANISED_ON)
  const base = rest.replace(/ (?:thuoc|cua|o)$/, '')
  const ofHome = bareKind ? readClass(base) : null
  if (ofHome) return membersOf(index, written, ofHome, homeOf(context, ofHome.level), context)
  if (bareKind) return inAreasOfKind(index, written, base, bareKind, abbreviated, context)
  if (places.length === 0) return null
  const placed = readClass(base)
  if (placed) return classAt(index, written, placed, places, context)
  if (base && isOpenEnded(base)) return emptyResolution(written, 'open-ended')
  const found = places.flatMap((place) => atPlace(index, written, base, place, abbreviated || base === '', context) ?? [])
  return found.length ? merged(written, found) : null
}

/** A class in a named place. `các xã, phường, đặc khu Cồn Cỏ` names one commune beside a class: the class is the writer's province's. */
function classAt(
  index: NameIndex,
  written: string,
  reading: NonNullable<ReturnType<typeof readClass>>,
  places: readonly Place[],
  context: NameContext,
) {
  const [place] = places
  if (!place) return null
  // `các xã, phường Pleiku, Hội Phú` lists communes; only a special zone stands beside a class.
  if (place.level === 'commune' && place.kind !== 'đặc khu') return null
  if (place.level !== 'commune' || reading.level !== 'commune')
    return { ...membersOf(index, written, reading, place.code, context), ambiguous: reading.vague || places.length > 1 }
  const members = membersOf(index, written, { ...reading, vague: false }, homeOf(context, 'commune'), context)
  const extra = todaysAreas(place.code).flatMap((code) => index.byType.get(`${code}|${reading.typeIds[0]}`) ?? [])
  return { ...members, agencies: [...new Set([...members.agencies, ...extra.map((row) => row.key)])] }
}

function atPlace(
  index: NameIndex,
  written: string,
  base: string,
  place: Place,
  short: boolean,
  context: NameContext,
): NameResolution | null {
  const name = base || COMMITTEE
  const there = fromHits(index, written, hitsIn(index, place.code, name), short, context)
  if (there) return there
  const today = todaysAreas(place.code)
  const inCommune = place.level === 'commune' && name.startsWith('phong ')
  const hits = today.flatMap((code) => hitsIn(index, code, inCommune ? COMMITTEE : name))
  if (hits.length === 0) return null
  const agencies = [...new Set(hits.flatMap((hit) => asOf(index.rows, hit.row.key, context.asOf ?? null)))]
  const note = isFormer(place)
    ? movedNote(place, today)
    : inCommune
      ? { vi: 'Phòng của xã trả lời qua UBND', en: 'A commune’s division answers through its committee' }
      : null
  const via = isFormer(place) ? 'former' : short ? 'short' : 'name'
  return {
    ...emptyResolution(written, agencies.length ? null : 'ended-without-successor'),
    agencies,
    named: isFormer(place) ? [] : agencies,
    via,
    note,
    ambiguous: inCommune,
  }
}

function movedNote(place: FormerArea, today: readonly string[]) {
  const names = today.flatMap((code) => areaByCode(code) ?? [])
  const shown = names
    .slice(0, 3)
    .map((area: Area) => areaTitle(area))
    .join(', ')
  const more = names.length > 3 ? ` (+${names.length - 3})` : ''
  const from = shiftDay(place.until, 1)
  return {
    vi: `${areaTitle(place)} cũ, từ ${officialDate(from)} thuộc ${shown}${more}`,
    en: `Former ${areaTitle(place)}, since ${from} in ${shown}${more}`,
  }
}

/** Of several agencies of one name the one that existed on the document's day is meant; its successors answer. */
function fromHits(
  index: NameIndex,
  written: string,
  hits: readonly NameHit[],
  short: boolean,
  context: NameContext,
): NameResolution | null {
  if (hits.length === 0) return null
  const { date } = context
  const then = hits.filter(({ row }) =>
    date === null ? row.validUntil === null : covers({ from: row.validFrom, until: row.validUntil }, date),
  )
  const meant = then.length ? then : hits
  const [first] = meant
  if (!first) return null
  const chosen = meant.filter((hit) => hit.how === first.how)
  const named = [...new Set(chosen.map((hit) => hit.row.key))]
  const agencies = [...new Set(named.flatMap((key) => asOf(index.rows, key, context.asOf ?? null)))]
  const before = /^f:[^/]+$/.test(first.row.areaCode) ? first.row.name : first.row.shortName
  const moved = !agencies.includes(first.row.key)
  const lastDay = first.row.validUntil
  const note =
    moved && lastDay
      ? {
          vi: `kế thừa ${before} từ ${officialDate(shiftDay(lastDay, 1))}`,
          en: `took over from ${before} on ${officialDate(shiftDay(lastDay, 1))}`,
        }
      : null
  const via = moved || first.how === 'former' ? 'former' : short || first.how === 'short' ? 'short' : 'name'
  return {
    ...emptyResolution(written, agencies.length ? null : 'ended-without-successor'),
    agencies,
    named,
    via,
    ambiguous: named.length > 1,
    note,
  }
}

function firstHits(index: NameIndex, base: string, areas: readonly string[]): readonly NameHit[] {
  for (const area of areas) {
    const hits = hitsIn(index, area, base)
    if (hits.length) return hits
  }
  return []
}

/** The writer's own areas, nearest first: a former province before the one it became part of. */
function homeAreas(context: NameContext): string[] {
  const province = provinceOf(context.areaCode)?.code
  return [...new Set([context.areaCode, ...todaysAreas(context.areaCode), ...(province ? [province] : [])])]
}

/**
 * `Công an tỉnh` in a document filed under a city means a province that became part of it, and nobody can tell which where there were two.
 * In a commune's document it means the province above.
 */
function inAreasOfKind(index: NameIndex, written: string, base: string, kind: 'tinh' | 'thanh pho', short: boolean, context: NameContext) {
  const wanted = kind === 'tinh' ? 'tỉnh' : 'thành phố'
  const province = provinceOf(context.areaCode)
  if (!province) return null
  const above = homeAreas(context).filter((code) => areaByCode(code)?.level !== 'commune')
  if (context.areaCode.startsWith('f:') || province.kind === wanted)
    return fromHits(index, written, firstHits(index, base, above), short, context)
  const former = formerProvincesOf(province.code).filter((area) => area.kind === wanted)
  const found = former.flatMap((area) => fromHits(index, written, hitsIn(index, area.code, base), short, context) ?? [])
  if (found.length) return { ...merged(written, found), ambiguous: found.length > 1 }
  return former.length ? fromHits(index, written, hitsIn(index, province.code, base), short, context) : null
}

/** Where a class without a place is sought: a commune's writer speaks of its province. */
function homeOf(context: NameContext, level: 'nation' | 'province' | 'commune'): string {
  if (level === 'nation') return 'VN'
  return areaByCode(context.areaCode)?.level === 'commune' ? (provinceOf(context.areaCode)?.code ?? context.areaCode) : context.areaCode
}

function alongTheCoast(index: NameIndex, written: string, from: string, to: string): NameResolution | null {
  const end = (text: string) =>
    readPlace(text, written, 'VN', null, REORGANISED_ON).places.flatMap((place) => provinceOf(place.code)?.code ?? [])[0]
  const codes = coastBetween(end(from) ?? '', end(to) ?? '')
  if (!codes) return null
  const agencies = codes.flatMap((code) => index.byType.get(`${code}|provincial-peoples-committee`) ?? []).map((row) => row.key)
  return {
    ...emptyResolution(written, null),
    agencies,
    via: 'class',
    class: { typeId: 'provincial-peoples-committee', typeIds: ['provincial-peoples-committee'], areaCode: 'VN', kinds: null },
    ambiguous: true,
    note: { vi: `${agencies.length} tỉnh, thành phố ven biển`, en: `${agencies.length} coastal provinces` },
  }
}

function merged(written: string, found: readonly NameResolution[]): NameResolution {
  const [first] = found
  if (found.length === 1 && first) return first
  const agencies = [...new Set(found.flatMap((one) => one.agencies))]
  const same = found.every((one) => one.agencies.length === agencies.length)
  return {
    ...(first ?? emptyResolution(written, 'unknown')),
    agencies,
    named: [...new Set(found.flatMap((one) => one.named))],
    ambiguous: !same,
    note: same ? (first?.note ?? null) : null,
  }
}
