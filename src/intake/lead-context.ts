import type { NamedSpan, Span } from './draft.ts'

/** What a heading or sentence leaves for what stands below or after it. */
export interface ContextEntry {
  depth: number
  lead?: NamedSpan[]
  verb?: string
  verbSpan?: Span | null
  coordinate?: NamedSpan[]
  /** The lead comes from a heading that names nothing else, so the items below it are its tasks. */
  heading?: boolean
  /** Below a title of aims or principles nothing is ordered. */
  skip?: boolean
}

/** The stack of headings above the paragraph being read. */
export class LeadContext {
  #stack: ContextEntry[] = []

  /** Leaves every entry at `depth` or deeper. */
  enter(depth: number): void {
    this.#stack = this.#stack.filter((entry) => entry.depth < depth)
  }

  push(entry: ContextEntry): void {
    this.#stack.push(entry)
  }

  get skips(): boolean {
    return this.#stack.some((entry) => entry.skip)
  }

  /** The nearest lead above, or null. */
  get lead(): ContextEntry | null {
    return this.#stack.findLast((entry) => entry.lead?.length) ?? null
  }

  /** The nearest order verb above, or null. */
  get verb(): ContextEntry | null {
    return this.#stack.findLast((entry) => entry.verb) ?? null
  }

  /** Bodies named so far that a short "Sở" or "các đơn vị này" can point back to, nearest first. */
  get leads(): NamedSpan[][] {
    return this.#stack.flatMap((entry) => (entry.lead ? [entry.lead] : [])).toReversed()
  }
}
