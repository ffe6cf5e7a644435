import {
  type Area,
  type FormerArea,
  areaByCode,
  areaTitle,
  communesOf,
  formerAreaByCode,
  formerAreas,
  provinceOf,
  provinces,
} from './areas.ts'
import { foldName, spellingKey } from './fold-name.ts'

export type Place = Area | FormerArea

export type PlaceReading = {
  /** The name without the place at its end. */
  readonly rest: string
  /** The areas that the place may be; empty when the name ends in no place. More than one means it cannot be told which. */
  readonly places: readonly Place[]
  /** A kind without a name at the end (`Công an tỉnh`), already left out of `rest`. */
  readonly bareKind: 'tinh' | 'thanh pho' | null
}

const LONGEST_TITLE = 8

let titles: Map<string, Place[]> | undefined

/** Folded titles of every area, today's and former: `xa ia mo`, `huyen chu prong`; provinces also without their kind. */
function placesByTitle(): Map<string, Place[]> {
  if (titles) return titles
  const found = new Map<string, Place[]>()
  const add = (title: string, place: Place) => {
    const list = found.get(title)
    if (list) list.push(place)
    else found.set(title, [place])
  }
  const addAll = (place: Place) => {
    add(foldName(areaTitle(place)), place)
    if (place.level === 'province') add(foldName(place.name), place)
  }
  provinces().forEach(addAll)
  communesOf('VN').forEach(addAll)
  for (const former of formerAreas()) addAll(former)
  titles = found
  return found
}

/**
 * Reads the place at the end of a read name: `… xa ia bang huyen chu prong` gives the commune, told apart by its district.
 * `written` is the original, whose tone marks tell `Tân Hà` from `Tân Hạ`; `home` is the writer's area; `day` decides between
 * today's and former areas of one name (null: today's first).
 */
export function readPlace(text: string, written: string, home: string, day: string | null, reorganisedOn: string): PlaceReading {
  const former = day !== null && day < reorganisedOn
  let rest = text
  let places: Place[] = []
  for (;;) {
    const match = placeAtEnd(rest, places)
    if (!match) break
    places = match.places
    rest = match.rest
  }
  if (places.length === 0) {
    const kind = / (tinh|thanh pho)$/.exec(rest)
    return kind ? { rest: rest.slice(0, kind.index), places, bareKind: kind[1] as 'tinh' | 'thanh pho' } : { rest, places, bareKind: null }
  }
  return { rest, places: choose(places, written, home, former), bareKind: null }
}

function placeAtEnd(text: string, outer: readonly Place[]): { places: Place[]; rest: string } | null {
  const words = text.split(' ')
  for (let length = Math.min(LONGEST_TITLE, words.length); length > 0; length--) {
    const found = placesByTitle().get(words.slice(-length).join(' '))
    if (!found) continue
    const within = outer.length === 0 ? found : found.filter((place) => outer.some((above) => liesIn(place, above)))
    if (within.length) return { places: within, rest: words.slice(0, -length).join(' ') }
  }
  return null
}

function liesIn(place: Place, above: Place): boolean {
  if (LEVELS.indexOf(place.level) <= LEVELS.indexOf(above.level)) return false
  for (let code = place.parentCode; code !== null;) {
    if (code === above.code) return true
    code = (areaByCode(code) ?? formerAreaByCode(code))?.parentCode ?? null
  }
  // Former areas lie in today's provinces too: "xã Quế Thọ (cũ), thành phố Đà Nẵng".
  return above.level === 'province' && provinceOf(place.code)?.code === above.code
}

const LEVELS = ['nation', 'province', 'district', 'commune']

/** Narrows by, in this order: the writer's province, the tone marks as written, and whether the day asks for former areas; each only where something is left. */
function choose(places: readonly Place[], written: string, home: string, former: boolean): Place[] {
  const spelled = ` ${spellingKey(written)} `
  // Text without any mark says nothing about marks.
  const unmarked = written.normalize('NFD') === foldMarks(written)
  const homeProvince = provinceOf(home)?.code
  const tests: ((place: Place) => boolean)[] = [
    (place) => place.level === 'province' || provinceOf(place.code)?.code === homeProvince,
    (place) => unmarked || spelled.includes(` ${spellingKey(place.name)} `),
    (place) => isFormer(place) === former,
    (place) => !isFormer(place) || !home.startsWith('f:') || place.code.startsWith(home),
  ]
  return tests.reduce<Place[]>(
    (left, test) => {
      const kept = left.filter(test)
      return kept.length ? kept : left
    },
    [...places],
  )
}

/** Whether an area ended with the reorganisation (or was renamed before it). */
export function isFormer(place: Place): place is FormerArea {
  return place.code.startsWith('f:')
}

function foldMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
}
