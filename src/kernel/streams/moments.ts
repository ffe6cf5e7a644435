/** The rows of a command tell a few moments, thousands of times each: each is written out once. */
const written = new Map<number, string>()
const MOST = 256

/** A moment as ISO 8601 in UTC. */
export const iso = (date: Date): string => {
  const at = date.getTime()
  const known = written.get(at)
  if (known !== undefined) return known
  if (written.size >= MOST) written.clear()
  const text = date.toISOString()
  written.set(at, text)
  return text
}

export const isoOrNull = (date: Date | null | undefined): string | null => (date ? iso(date) : null)
