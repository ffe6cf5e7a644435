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
  const put = (s: string, numbers: Intl.NumberFormat) =>
    s.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name] ?? whole
      return typeof value === 'number' ? numbers.format(value) : value
    })
  return { vi: put(text.vi, VIETNAMESE), en: put(text.en, ENGLISH) }
}

// Made once: a table of actions fills many texts. German writes numbers as Vietnamese does, 1.204, and is there in every build of the runtime.
const VIETNAMESE = new Intl.NumberFormat('de-DE')
const ENGLISH = new Intl.NumberFormat('en-GB')

const places = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join()

/** Throws unless a text stands in both languages and both take the same values. `name` says which text it is. */
export const assertWhole = (name: string, { vi, en }: Text): void => {
  if (!vi?.trim() || !en?.trim()) throw new Error(`${name} has no text in ${vi?.trim() ? 'English' : 'Vietnamese'}`)
  if (places(vi) !== places(en)) throw new Error(`${name} takes other values in Vietnamese than in English`)
}
