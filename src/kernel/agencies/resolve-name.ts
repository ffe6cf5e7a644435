import { resolveList, unknownName } from './name-list.ts'
import { lookUpName } from './name-lookup.ts'
import type { NameIndex } from './name-index.ts'
import { type NameContext, type NameResolution, emptyResolution } from './name-resolution.ts'

export { type Directory, type DirectoryRow, type NameIndex, buildNameIndex } from './name-index.ts'
export type { NameContext, NameReason, NameResolution } from './name-resolution.ts'

/**
 * Resolves a name as a document writes it, a list of names included, to the agencies that answer for it.
 * Never guesses: what is not known comes back empty with a reason and up to five close names; what leaves a choice is marked ambiguous.
 */
export function resolveName(index: NameIndex, written: string, context: NameContext): NameResolution {
  const name = written
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s\-–+*•.,;:]+|[\s.,;:]+$/gu, '')
  if (!name) return emptyResolution(written, 'empty')
  const single = lookUpName(index, name, context) ?? besideBrackets(index, name, context)
  if (single) return { ...single, written }
  const parts = resolveList(index, name, context)
  if (parts.length < 2) return unknownName(index, written, context)
  const known = parts.filter((part) => part.agencies.length)
  if (known.length === 0) return { ...unknownName(index, written, context), parts }
  const via = known.every((part) => part.via === known[0]?.via) ? (known[0]?.via ?? null) : 'name'
  return {
    ...emptyResolution(written, known.length < parts.length ? 'partly-unknown' : null),
    agencies: [...new Set(known.flatMap((part) => part.agencies))],
    named: [...new Set(known.flatMap((part) => part.named))],
    via,
    ambiguous: parts.some((part) => part.ambiguous),
    parts,
  }
}

/** `Công an tỉnh (PA05)` means the division within; any other bracket (`(cũ)`, a short form) only explains the name before it. */
function besideBrackets(index: NameIndex, name: string, context: NameContext): NameResolution | null {
  const match = /^(.+?)\s*\(([^()]+)\)$/u.exec(name)
  const outer = match ? lookUpName(index, match[1] ?? '', context) : null
  const inner = outer ? lookUpName(index, match?.[2] ?? '', context) : null
  const within = inner?.agencies.length === 1 && outer?.agencies.includes(index.rows.get(inner.agencies[0] ?? '')?.parentKey ?? '')
  return within ? inner : outer
}
