/** A text in both languages of the product; every message an officer can meet has both. */
export type Text = { vi: string; en: string }

/** Why something may not be done now: a stable code for programs and a text for people. */
export type Reason = { code: string; text: Text }

/** Values that fill the `{name}` places of a catalogue text. */
export type Params = Record<string, string | number>

/**
 * The one error that the product throws on purpose. The HTTP layer alone turns it into RFC 9457 problem+json.
 * `extra` is sent along (for example what changed since a stale version); it never holds personal data, paths or secrets.
 */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly text: Text
  readonly extra: Record<string, unknown>

  constructor(code: string, status: number, text: Text, extra: Record<string, unknown> = {}) {
    super(`${code}: ${text.en}`)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.text = text
    this.extra = extra
  }
}

/** Fills `{name}` places of a text from params; an unknown place stays as it is, so that a slip shows in tests. */
export const fill = (text: Text, params: Params): Text => {
  if (!Object.keys(params).length) return text
  return { vi: put(text.vi, params, VIETNAMESE), en: put(text.en, params, ENGLISH) }
}

/** Texts in their parts: what stands between places, and at each odd index the name of a place. A page of a record fills a hundred of a few texts. */
const parted = new Map<string, string[]>()
const MOST_PARTED = 2_000

const partsOf = (text: string): string[] => {
  const known = parted.get(text)
  if (known) return known
  const parts = text.split(/\{(\w+)\}/)
  if (parted.size < MOST_PARTED) parted.set(text, parts)
  return parts
}

const put = (text: string, params: Params, numbers: Intl.NumberFormat): string => {
  const parts = partsOf(text)
  let filled = parts[0] ?? ''
  for (let i = 1; i < parts.length; i += 2) {
    const value = params[parts[i] as string] ?? `{${parts[i]}}`
    filled += (typeof value === 'number' ? numberIn(value, numbers) : value) + parts[i + 1]
  }
  return filled
}

/** Below a thousand all languages write a whole number alike, and a format takes as long as the rest of a text. */
const numberIn = (value: number, numbers: Intl.NumberFormat): string =>
  Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : numbers.format(value)

// Made once: a table of actions fills many texts. German writes numbers as Vietnamese does, 1.204, and is there in every build of the runtime.
const VIETNAMESE = new Intl.NumberFormat('de-DE')
const ENGLISH = new Intl.NumberFormat('en-GB')

const places = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join()

/** Throws unless a text stands in both languages and both take the same values. `name` says which text it is. */
export const assertWhole = (name: string, { vi, en }: Text): void => {
  if (!vi?.trim() || !en?.trim()) throw new Error(`${name} has no text in ${vi?.trim() ? 'English' : 'Vietnamese'}`)
  if (places(vi) !== places(en)) throw new Error(`${name} takes other values in Vietnamese than in English`)
}
