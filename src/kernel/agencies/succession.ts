import { covers } from './validity.ts'

/** What succession asks of an agency: any row with these fields will do. */
export type Successive = {
  readonly validFrom: string
  readonly validUntil: string | null
  readonly successorKeys: readonly string[]
}

/**
 * The agencies that answer for `key` on a day: itself while it exists, else its successors, followed as far as needed.
 * `day` null asks for the end of the chain: those that have no last day. Empty when it had not begun, is unknown, or left no successor.
 */
export function asOf(rows: ReadonlyMap<string, Successive>, key: string, day: string | null): string[] {
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
