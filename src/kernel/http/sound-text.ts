/** Deeper than any form; a body that nests further is an attack on whoever walks it. */
const DEEPEST = 64

/**
 * The path of the first text that cannot be kept: NUL characters and halves of characters fit neither the database nor UTF-8; or of what is
 * nested too deep to be walked. Null where all is sound. Takes plain JSON, query strings and parameters.
 */
export const unsoundIn = (value: unknown): string | null => (holds(value, 0) ? null : pathIn(value))

/** Whether all can be kept. Nearly all requests can, and where something stands is worth telling only of the others. */
const holds = (value: unknown, depth: number): boolean => {
  if (typeof value === 'string') return isSound(value)
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return true
  if (depth >= DEEPEST) return false
  if (Array.isArray(value)) return value.every((inner) => holds(inner, depth + 1))
  for (const key of Object.keys(value)) if (!isSound(key) || !holds((value as Record<string, unknown>)[key], depth + 1)) return false
  return true
}

const pathIn = (value: unknown): string | null => {
  const waiting: { at: unknown; path: string; depth: number }[] = [{ at: value, path: '', depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { at, path, depth } = next
    if (typeof at === 'string') {
      if (!isSound(at)) return path || '(…)'
    } else if (typeof at === 'object' && at !== null && !Buffer.isBuffer(at)) {
      if (depth >= DEEPEST) return short(path)
      for (const [key, inner] of Object.entries(at)) {
        if (!isSound(key)) return path || '(…)'
        // Leaves without text need no look.
        if (typeof inner === 'string' || typeof inner === 'object')
          waiting.push({ at: inner, path: path ? short(`${path}.${key}`) : short(key), depth: depth + 1 })
      }
    }
  }
  return null
}

const isSound = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

/** Names come from outside, so an answer repeats only their beginning. */
const short = (path: string): string => (path.length > 80 ? `${path.slice(0, 80)}…` : path)
