import type { Mandate } from '../src/kernel/agencies/mandate-template.ts'
import { shiftDay } from '../src/kernel/agencies/validity.ts'

/** Every pair of mandates over one domain and one area that share a day: two leads at once. */
export const overlaps = (mandates: readonly Mandate[]): [Mandate, Mandate][] =>
  mandates.flatMap((first, index) =>
    mandates
      .slice(index + 1)
      .filter((second) => second.domainId === first.domainId && second.areaCode === first.areaCode && shareDay(first, second))
      .map((second): [Mandate, Mandate] => [first, second]),
  )

const shareDay = (a: Mandate, b: Mandate): boolean => (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until)

/** The first day from `from` through `until` (ISO dates) on which nobody holds the domain in exactly that area; null where there is none. */
export const dayWithoutHolder = (
  mandates: readonly Mandate[],
  domainId: string,
  areaCode: string,
  from: string,
  until: string,
): string | null => {
  const held = mandates.filter((mandate) => mandate.domainId === domainId && mandate.areaCode === areaCode)
  let day = from
  for (const mandate of held.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (day > until || mandate.from > day) break
    if (mandate.until === null) return null
    if (mandate.until >= day) day = shiftDay(mandate.until, 1)
  }
  return day <= until ? day : null
}
