import { decodeCursor, encodeCursor, PAGE } from '../cases/reads/cursor.ts'
import type { AgencyListView, AgencyRow } from '../http/views.ts'
import type { AgencyEntry } from './agency-entry.ts'
import { communesOf, todaysAreas } from './areas.ts'
import { type Directory, existsOn } from './directory.ts'
import { matching } from './directory-search.ts'

export type AgencyQuery = {
  q?: string | undefined
  /** An agency type, or several joined by commas. */
  type?: string | undefined
  /** Official code: the area with all within it. A former area's code stands for today's areas on its land. */
  area?: string | undefined
  /** Only what stands below this agency. */
  under?: string | undefined
  /** Only what existed on this day; left out: today, and with `q` also what has ended. */
  asOf?: string | undefined
  after?: string | undefined
}

/** An agency as a row of a list. */
export const agencyRow = (directory: Directory, entry: AgencyEntry): AgencyRow => ({
  ...directory.ref(entry.id),
  key: entry.key,
  areaCode: entry.areaCode,
  areaName: entry.areaName,
  parent: entry.parentId === null ? null : directory.ref(entry.parentId),
  validFrom: entry.validFrom,
  validUntil: entry.validUntil,
  successors: entry.successorIds.map((id) => directory.ref(id)),
  certainty: entry.certainty,
})

/** A page of agencies, by name or by closeness to what was typed. `today`: the day in Viet Nam, as ISO date. Served from memory. */
export const listAgencies = (directory: Directory, query: AgencyQuery, today: string): AgencyListView => {
  const day = query.asOf ?? (query.q ? null : today)
  const types = query.type ? new Set(query.type.split(',')) : null
  const areas = query.area ? areasWithin(query.area) : null
  const among = query.under ? directory.subordinates(query.under, day ?? today) : directory.all()
  const wanted = (entry: AgencyEntry) =>
    (types === null || types.has(entry.typeId)) &&
    (areas === null || (entry.areaCode !== null && areas.has(entry.areaCode))) &&
    (day === null || existsOn(entry, day))
  // What was typed is looked up among all first: their index stands, that of a part would be made for this answer.
  const found = (query.q ? matching(among, query.q) : among).filter(wanted)
  const start = startOf(found, query.after)
  const page = found.slice(start, start + PAGE)
  const last = page.at(-1)
  return {
    rows: page.map((entry) => agencyRow(directory, entry)),
    next: last && found.length > start + PAGE ? encodeCursor([start + PAGE, last.id]) : null,
  }
}

const areasWithin = (code: string): ReadonlySet<string> => {
  const within = [code, ...todaysAreas(code)].flatMap((area) => [area].concat(communesOf(area).map((commune) => commune.code)))
  return new Set(within)
}

/** Goes on behind the row where the page before ended, also where rows came or went before it. */
const startOf = (found: readonly AgencyEntry[], after: string | undefined): number => {
  const cursor = decodeCursor(after, 2)
  if (!cursor) return 0
  const place = Number(cursor[0])
  if (found[place - 1]?.id === cursor[1]) return place
  const index = found.findIndex((entry) => entry.id === cursor[1])
  return index === -1 ? Math.max(0, Math.min(place, found.length)) || 0 : index + 1
}
