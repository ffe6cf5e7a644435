import { communesOf } from '../../kernel/agencies/areas.ts'
import { type NameContext, type NameIndex, type NameResolution, resolveName } from '../../kernel/agencies/resolve-name.ts'
import type { AgencyRef } from '../../kernel/http/views.ts'
import type { Target } from './contract.ts'
import type { NameReading } from './intake-contract.ts'

/** What reading names needs of the directory. */
export type NameBook = { nameIndex: () => NameIndex; idOf: (key: string) => string; ref: (id: string) => AgencyRef }

const SHOWN = 8

/** Bodies that ended with the districts, and divisions, answer through the commune's body of this type. */
const ANSWERED_BY: Readonly<Record<string, string>> = {
  'district-peoples-committee': 'commune-peoples-committee',
  'district-police': 'commune-police',
  'commune-division': 'commune-peoples-committee',
}

/** Reads a name as a document writes it, for the day and the area of the document. Unknown names come back without targets. */
export function readName(book: NameBook, as: string, context: NameContext): NameReading {
  const found = resolveName(book.nameIndex(), as, context)
  const ids = found.agencies.map((key) => book.idOf(key))
  const suggestions = [found, ...found.parts].flatMap((part) => part.suggestions).map(({ key }) => book.ref(book.idOf(key)))
  return {
    as,
    targets: targetsOf(book, found, as),
    agencies: ids.slice(0, SHOWN).map((id) => book.ref(id)),
    count: ids.length,
    note: found.note ?? found.parts.find((part) => part.note)?.note ?? null,
    ambiguous: found.ambiguous,
    openEnded: found.reason === 'open-ended',
    open: openWords(found, as),
    suggestions: suggestions.filter((one, at) => suggestions.findIndex((other) => other.id === one.id) === at),
  }
}

/** What names nobody in particular; it may stand as words among those who coordinate. */
const openWords = (found: NameResolution, as: string): string[] =>
  found.reason === 'open-ended' ? [as] : found.parts.flatMap((part) => openWords(part, part.written))

function targetsOf(book: NameBook, found: NameResolution, as: string): Target[] {
  if (found.parts.length) {
    return found.parts.flatMap((part): Target[] => {
      const targets = targetsOf(book, part, part.written)
      // What names nobody in particular cannot be assigned anything; it stays in the quote.
      if (part.reason === 'open-ended') return []
      return targets.length ? targets : [{ kind: 'unknown', as: part.written }]
    })
  }
  const named = asClass(book, found, as)
  return named ? [named] : found.agencies.map((key) => ({ kind: 'agency', agencyId: book.idOf(key), as }))
}

/**
 * The class as a target, resolved again on the day of issue, where type and area alone name exactly the same agencies;
 * otherwise (only the wards, the land of a former province) null, and the agencies stand one by one.
 */
function asClass(book: NameBook, found: NameResolution, as: string): Target | null {
  if (!found.class) return null
  const meant = new Set(found.agencies)
  const { typeIds, areaCode } = found.class
  const today = [...new Set(typeIds.map((typeId) => ANSWERED_BY[typeId] ?? typeId))]
  for (const area of [areaCode, null]) {
    const members = membersOf(book.nameIndex(), today, area)
    if (members.length === meant.size && members.every((key) => meant.has(key)))
      return { kind: 'class', typeIds: today, areaCode: area, as }
  }
  return null
}

function membersOf(index: NameIndex, typeIds: readonly string[], areaCode: string | null): string[] {
  const types = new Set(typeIds)
  const areas = areaCode === null ? null : new Set([areaCode, ...communesOf(areaCode).map(({ code }) => code)])
  const keys: string[] = []
  for (const row of index.rows.values()) {
    if (types.has(row.typeId) && row.validUntil === null && (areas === null || areas.has(row.areaCode))) keys.push(row.key)
  }
  return keys
}
