import { areaChain } from './areas.ts'
import { type Validity, covers, sharedDays, shiftDay } from './validity.ts'

/** The duty over a domain in an area, held by one agency from a day to a day (both included). */
export type Mandate = Validity & { readonly agencyKey: string; readonly domainId: string; readonly areaCode: string }

export type MandateOverlap = { readonly first: Mandate; readonly second: Mandate; readonly shared: Validity }

export type HandoverProblem = 'mandate.nobody_holds' | 'mandate.same_holder' | 'mandate.before_it_began' | 'mandate.already_handed_over'

/**
 * Who leads a domain in an area on a day (ISO date). The nearest area that has a holder decides: the commune, then its province, then the nation.
 * Null when nobody does; with mandates that overlap the one that began last leads.
 */
export function leadFor(mandates: readonly Mandate[], domainId: string, areaCode: string, at: string): Mandate | null {
  const held = mandates.filter((mandate) => mandate.domainId === domainId && covers(mandate, at))
  for (const code of areaChain(areaCode)) {
    const here = held.filter((mandate) => mandate.areaCode === code)
    if (here.length) return here.reduce((latest, mandate) => (mandate.from > latest.from ? mandate : latest))
  }
  return null
}

/** Every pair of mandates over one domain and one area that share a day: two leads at once. */
export function findOverlaps(mandates: readonly Mandate[]): MandateOverlap[] {
  const groups = Map.groupBy(mandates, (mandate) => `${mandate.domainId}|${mandate.areaCode}`)
  return [...groups.values()].flatMap((group) =>
    group.flatMap((first, index) =>
      group.slice(index + 1).flatMap((second) => {
        const shared = sharedDays(first, second)
        return shared ? [{ first, second, shared }] : []
      }),
    ),
  )
}

/** The days between `from` and `until` on which nobody holds the domain in exactly that area. */
export function findGaps(mandates: readonly Mandate[], domainId: string, areaCode: string, from: string, until: string): Validity[] {
  const held = mandates
    .filter((mandate) => mandate.domainId === domainId && mandate.areaCode === areaCode)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const gaps: Validity[] = []
  let next = from
  for (const mandate of held) {
    if (next > until) break
    if (mandate.from > next) gaps.push({ from: next, until: mandate.from > until ? until : shiftDay(mandate.from, -1) })
    if (mandate.until === null) return gaps
    if (mandate.until >= next) next = shiftDay(mandate.until, 1)
  }
  if (next <= until) gaps.push({ from: next, until })
  return gaps
}

/**
 * Moves a mandate to another agency on a day: the holder's last day is the day before, so that no day is without a lead.
 * Returns the new list, or the reason why it cannot be done; the given list is left as it is.
 */
export function handOver(
  mandates: readonly Mandate[],
  move: { domainId: string; areaCode: string; toAgencyKey: string; on: string },
): { mandates: Mandate[] } | { problem: HandoverProblem } {
  const { domainId, areaCode, toAgencyKey, on } = move
  const here = mandates.filter((mandate) => mandate.domainId === domainId && mandate.areaCode === areaCode)
  if (here.some((mandate) => mandate.from > on)) return { problem: 'mandate.already_handed_over' }
  const current = here.find((mandate) => covers(mandate, on))
  if (!current) return { problem: 'mandate.nobody_holds' }
  if (current.agencyKey === toAgencyKey) return { problem: 'mandate.same_holder' }
  if (current.from === on) return { problem: 'mandate.before_it_began' }
  const ended = { ...current, until: shiftDay(on, -1) }
  const begun: Mandate = { agencyKey: toAgencyKey, domainId, areaCode, from: on, until: current.until }
  return { mandates: mandates.flatMap((mandate) => (mandate === current ? [ended, begun] : [mandate])) }
}
