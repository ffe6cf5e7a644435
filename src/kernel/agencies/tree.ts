import { agencyTypeById } from './agency-types.ts'
import { type Validity, covers, sharedDays } from './validity.ts'

/** What the checks need of an agency: any row with these fields will do. */
export type TreeRow = {
  readonly key: string
  readonly typeId: string
  readonly parentKey: string | null
  readonly validFrom: string
  readonly validUntil: string | null
  readonly successorKeys: readonly string[]
}

/** One stretch of an agency's place in the tree; both days included. */
export type TreeLink = Validity & { readonly key: string; readonly parentKey: string }

export type TreeProblem =
  | 'agency.own_parent'
  | 'agency.tree_circular'
  | 'agency.two_parents'
  | 'agency.validity_backwards'
  | 'agency.own_successor'
  | 'agency.succession_circular'
  | 'agency.successor_unknown'
  | 'agency.successor_ended_before'

/**
 * Whether a link may join the tree: refused when it would make the agency its own superior on any day, or give it two superiors on one day.
 * A link that only looks circular (the halves never valid together) passes. Null when all is well.
 */
export function checkLink(links: readonly TreeLink[], link: TreeLink): TreeProblem | null {
  if (link.until !== null && link.until < link.from) return 'agency.validity_backwards'
  if (link.key === link.parentKey) return 'agency.own_parent'
  if (links.some((other) => other.key === link.key && sharedDays(other, link))) return 'agency.two_parents'
  const above = Map.groupBy(links, (other) => other.key)
  const pending: { key: string; days: Validity }[] = [{ key: link.parentKey, days: link }]
  const seen = new Set<string>()
  for (let step = pending.pop(); step; step = pending.pop()) {
    if (step.key === link.key) return 'agency.tree_circular'
    const mark = `${step.key}|${step.days.from}|${step.days.until}`
    if (seen.has(mark)) continue
    seen.add(mark)
    for (const next of above.get(step.key) ?? []) {
      const days = sharedDays(next, step.days)
      if (days) pending.push({ key: next.parentKey, days })
    }
  }
  return null
}

/** The links that the rows' own `parentKey` and validity amount to. */
export function linksOf(rows: Iterable<TreeRow>): TreeLink[] {
  return [...rows].flatMap((row) =>
    row.parentKey === null ? [] : [{ key: row.key, parentKey: row.parentKey, from: row.validFrom, until: row.validUntil }],
  )
}

/** Whether `key` may name these successors: not itself, not one that leads back to it, only known agencies that still exist after it ends. */
export function checkSuccession(rows: ReadonlyMap<string, TreeRow>, key: string, successorKeys: readonly string[]): TreeProblem | null {
  if (successorKeys.includes(key)) return 'agency.own_successor'
  const ends = rows.get(key)?.validUntil ?? null
  for (const successor of successorKeys) {
    const row = rows.get(successor)
    if (!row) return 'agency.successor_unknown'
    if (ends !== null && row.validUntil !== null && row.validUntil <= ends) return 'agency.successor_ended_before'
  }
  const pending = [...successorKeys]
  const seen = new Set<string>()
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === key) return 'agency.succession_circular'
    if (seen.has(next)) continue
    seen.add(next)
    pending.push(...(rows.get(next)?.successorKeys ?? []))
  }
  return null
}

/**
 * The agencies that answer for `key` on a day: itself while it exists, else its successors, followed as far as needed.
 * `day` null asks for the end of the chain: those that have no last day. Empty when it had not begun, is unknown, or left no successor.
 */
export function asOf(rows: ReadonlyMap<string, TreeRow>, key: string, day: string | null): string[] {
  const found = new Set<string>()
  const seen = new Set<string>()
  const follow = (next: string) => {
    const row = rows.get(next)
    if (!row || seen.has(next)) return
    seen.add(next)
    const alive = day === null ? row.validUntil === null : covers({ from: row.validFrom, until: row.validUntil }, day)
    if (alive) found.add(next)
    else if (row.validUntil !== null && (day === null || day > row.validUntil)) row.successorKeys.forEach(follow)
  }
  follow(key)
  return [...found]
}

/** The agency that answers for a party: the nearest one above that is not a division. Null when unknown. */
export function answeringAgency(rows: ReadonlyMap<string, TreeRow>, key: string): string | null {
  const seen = new Set<string>()
  for (let row = rows.get(key); row && !seen.has(row.key); row = rows.get(row.parentKey ?? '')) {
    seen.add(row.key)
    if (agencyTypeById(row.typeId)?.answersThrough !== 'parent') return row.key
  }
  return null
}
