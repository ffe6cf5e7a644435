import { type Area, type FormerArea, REORGANISED_ON, areaByCode, areaSlug, formerProvincesOf } from './areas.ts'
import { domainById } from './domains.ts'
import { DIRECTORY_BEGINS, shiftDay, type Validity } from './validity.ts'

/** The duty over a domain in an area, held by one agency from a day to a day (both included). */
export type Mandate = Validity & { readonly agencyKey: string; readonly domainId: string; readonly areaCode: string }

/** The day on which the departments of information and communications ended and their duties moved. */
export const DUTIES_MOVED_ON = '2025-03-01'

const COMMUNICATIONS = 'so-tttt'

/** Handovers whose own day is known: Quảng Nam signed the record of handing over network information security on 19/02/2025. */
const SIGNED_HANDOVERS: Readonly<Record<string, string>> = { 'f:quang-nam/network-information-security': '2025-02-19' }

/** Who holds a domain since the duties moved, and who held it before (the department of information and communications unless stated). */
const holders: readonly { domains: readonly string[]; before?: string; after: string }[] = [
  {
    domains: [
      'post',
      'telecom',
      'radio-frequency',
      'information-technology',
      'electronics',
      'ict-infrastructure',
      'subscriber-management',
      'digital-transformation',
      'shared-systems',
    ],
    after: 'so-khcn',
  },
  {
    domains: [
      'press',
      'publishing',
      'broadcasting',
      'external-information',
      'news-bulletin',
      'grassroots-information',
      'advertising',
      'legal-propaganda',
    ],
    after: 'so-vhttdl',
  },
  { domains: ['network-information-security', 'incident-response'], after: 'cong-an/pa05' },
  { domains: ['cybersecurity', 'high-tech-crime'], before: 'cong-an/pa05', after: 'cong-an/pa05' },
  { domains: ['personal-data', 'state-secrets', 'grassroots-security'], before: 'cong-an', after: 'cong-an' },
  { domains: ['market-surveillance'], before: 'qltt', after: 'chi-cuc-qltt' },
]

/**
 * The usual mandates of a province over every domain, from the directory's first day on, those of its former provinces included
 * (their bodies held them until the reorganisation). An office corrects them; nothing here is read from its own decisions.
 */
export function provinceMandates(provinceCode: string): Mandate[] {
  const province = areaByCode(provinceCode)
  if (province?.level !== 'province') throw new RangeError(`Not a province code: ${provinceCode}`)
  const lastDay = shiftDay(REORGANISED_ON, -1)
  const merged = formerProvincesOf(provinceCode).filter((former) => areaSlug(former) !== areaSlug(province) && former.until === lastDay)
  return [...mandatesIn(province, null), ...merged.flatMap((former) => mandatesIn(former, lastDay))]
}

function mandatesIn(area: Area | FormerArea, lastDay: string | null): Mandate[] {
  const slug = areaSlug(area)
  return holders.flatMap(({ domains, before = COMMUNICATIONS, after }) =>
    domains.flatMap((domainId) => {
      const domain = domainById(domainId)
      const first = domain?.from ?? DIRECTORY_BEGINS
      const last = earlier(domain?.until ?? null, lastDay)
      const held = (body: string, from: string, until: string | null): Mandate => ({
        agencyKey: `${slug}/${body}`,
        domainId,
        areaCode: area.code,
        from,
        until,
      })
      if (before === after || first >= DUTIES_MOVED_ON) return [held(after, first, last)]
      const movedOn = SIGNED_HANDOVERS[`${area.code}/${domainId}`] ?? DUTIES_MOVED_ON
      return [held(before, first, shiftDay(movedOn, -1)), held(after, movedOn, last)]
    }),
  )
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
