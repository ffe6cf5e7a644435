/** From how many officers on a unit is counted by itself: a count over fewer would tell who has read. */
export const SMALLEST_COUNTED = 3

type Counted = { required: number; confirmed: number }

/**
 * Counts by agency where some have too few readers: those stand as one (`small`) where they are enough together, else they are counted nowhere,
 * not in the whole either, because a difference would tell who has read. Pure.
 */
export const mergeSmallAgencies = <T extends Counted>(
  agencies: readonly T[],
  least: number = SMALLEST_COUNTED,
): { shown: T[]; small: (Counted & { agencies: number }) | null; leftOut: number } => {
  const few = agencies.filter((agency) => agency.required < least)
  const required = few.reduce((total, agency) => total + agency.required, 0)
  const shown = agencies.filter((agency) => agency.required >= least)
  if (required < least) return { shown, small: null, leftOut: few.length }
  const confirmed = few.reduce((total, agency) => total + agency.confirmed, 0)
  return { shown, small: { agencies: few.length, required, confirmed }, leftOut: 0 }
}

/**
 * Counts by unit with the small ones as one. Where all small units together are still too few, the next smallest unit joins them, so that
 * nothing follows from the difference to the agency's whole; where no other unit is left, the whole alone is told. Pure.
 */
export const mergeSmallUnits = <T extends Counted>(
  units: readonly T[],
  least: number = SMALLEST_COUNTED,
): { shown: T[]; small: (Counted & { units: number }) | null } => {
  const bySize = units.toSorted((a, b) => a.required - b.required)
  let taken = bySize.filter((unit) => unit.required < least).length
  if (taken === 0) return { shown: [...units], small: null }
  const sum = (): number => bySize.slice(0, taken).reduce((total, unit) => total + unit.required, 0)
  while (taken < bySize.length && sum() < least) taken++
  if (taken === bySize.length) return { shown: [], small: null }
  const merged = new Set(bySize.slice(0, taken))
  const confirmed = bySize.slice(0, taken).reduce((total, unit) => total + unit.confirmed, 0)
  return { shown: units.filter((unit) => !merged.has(unit)), small: { units: taken, required: sum(), confirmed } }
}
