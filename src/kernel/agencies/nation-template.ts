import type { AgencyRecord } from './agency-record.ts'
import { NATION } from './areas.ts'
import { nationBodies } from './data/nation-bodies.ts'
import { DIRECTORY_BEGINS } from './validity.ts'

const key = (slug: string) => `vn/${slug}`

/** Ministries, central bodies and nation-wide enterprises, today's and former. A parent comes before its children or in the same list. */
export function nationAgencies(): AgencyRecord[] {
  return nationBodies.map((body) => ({
    key: key(body.slug),
    typeId: body.typeId,
    name: body.name,
    shortName: body.short,
    formerNames: body.formerNames ?? [],
    aliases: body.aliases ?? [],
    areaCode: NATION.code,
    parentKey: body.parent ? key(body.parent) : null,
    validFrom: body.from ?? DIRECTORY_BEGINS,
    validUntil: body.until ?? null,
    successorKeys: (body.successors ?? []).map(key),
    certainty: body.certainty ?? 'general',
  }))
}
