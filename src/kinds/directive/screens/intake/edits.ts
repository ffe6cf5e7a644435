import type { DirectiveAssignment, Target } from '../../contract.ts'
import type { DirectivePayload } from '../../intake-contract.ts'

export type Draft = DirectivePayload
export type { DirectiveAssignment, Target }

/** A sentence may be cut after these. */
const BREAK = /[;.!?](?=\s)|\n/g

const numbered = (list: DirectiveAssignment[]): DirectiveAssignment[] =>
  list.map((one, at) => (one.ordinal === at + 1 ? one : { ...one, ordinal: at + 1 }))

const withList = (draft: Draft, list: DirectiveAssignment[]): Draft => ({ ...draft, assignments: numbered(list) })

export const indexOf = (draft: Draft, id: string | null): number => draft.assignments.findIndex((one) => one.id === id)

/** Changes one assignment. Whatever changes must be read again, so only `confirmed` itself keeps the mark. */
export const change = (draft: Draft, id: string, more: Partial<DirectiveAssignment>): Draft =>
  withList(
    draft,
    draft.assignments.map((one) => (one.id === id ? { ...one, confirmed: false, ...more } : one)),
  )

export const remove = (draft: Draft, id: string): Draft =>
  withList(
    draft,
    draft.assignments.filter((one) => one.id !== id),
  )

export const emptyAssignment = (id: string): DirectiveAssignment => ({
  id,
  ordinal: 1,
  verb: 'giao',
  content: '',
  leads: [],
  coordinating: [],
  span: null,
  quote: '',
  deadline: null,
  shape: 'once',
  recurrence: null,
  confirmed: false,
  unsure: [],
})

/** A new assignment behind another, or at the end. It begins like the one before it: an order's verb rarely changes. */
export const add = (draft: Draft, id: string, after: string | null): Draft => {
  const at = indexOf(draft, after)
  const before = draft.assignments[at] ?? draft.assignments.at(-1)
  const fresh = { ...emptyAssignment(id), verb: before?.verb ?? 'giao' }
  const place = at < 0 ? draft.assignments.length : at + 1
  return withList(draft, draft.assignments.toSpliced(place, 0, fresh))
}

/** Where a content is cut in two: at the caret where one is given, else at the end of a sentence nearest to the middle. Null where it cannot be. */
export const cutPlace = (content: string, caret: number | null = null): number | null => {
  const inside = (at: number) => content.slice(0, at).trim() !== '' && content.slice(at).trim() !== ''
  if (caret !== null && inside(caret)) return caret
  const places = [...content.matchAll(BREAK)].map((found) => found.index + found[0].length).filter(inside)
  const middle = content.length / 2
  return places.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null
}

/** Cuts one assignment in two of the same agencies. The second keeps the span of its own words where they stand in the text. */
export const split = (draft: Draft, id: string, freshId: string, caret: number | null = null): Draft | null => {
  const at = indexOf(draft, id)
  const one = draft.assignments[at]
  const place = one && cutPlace(one.content, caret)
  if (!one || !place) return null
  const first = one.content.slice(0, place).replace(/[;.\s]+$/, '')
  const rest = one.content.slice(place).trim()
  const text = draft.document.sourceText
  const found = text && one.span ? text.indexOf(rest.slice(0, 60), one.span.start + 1) : -1
  const cut = one.span && found > one.span.start && found < one.span.end ? found : null
  const halves: DirectiveAssignment[] = [
    { ...one, content: first, confirmed: false, span: one.span && cut ? { start: one.span.start, end: cut } : one.span },
    { ...one, id: freshId, content: rest, confirmed: false, span: one.span && cut ? { start: cut, end: one.span.end } : one.span },
  ]
  return withList(draft, draft.assignments.toSpliced(at, 1, ...halves))
}

export const targetKey = (target: Target): string => (target.kind === 'agency' ? target.agencyId : `${target.kind} ${target.as}`)

const union = (a: Target[], b: Target[]): Target[] => {
  const keys = new Set(a.map(targetKey))
  return [...a, ...b.filter((target) => !keys.has(targetKey(target)))]
}

/** Joins an assignment with the next one of the document. Null for the last. */
export const merge = (draft: Draft, id: string): Draft | null => {
  const at = indexOf(draft, id)
  const one = draft.assignments[at]
  const next = draft.assignments[at + 1]
  if (!one || !next) return null
  const spans = [one.span, next.span].filter((span) => span !== null)
  const joined: DirectiveAssignment = {
    ...one,
    content: [one.content.replace(/[;.\s]+$/, ''), next.content].filter(Boolean).join('; '),
    leads: union(one.leads, next.leads),
    coordinating: union(one.coordinating, next.coordinating),
    span: spans.length ? { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) } : null,
    quote: one.quote === next.quote ? one.quote : [one.quote, next.quote].filter(Boolean).join(' '),
    deadline: one.deadline ?? next.deadline,
    confirmed: false,
    unsure: [...one.unsure, ...next.unsure].slice(0, 20),
  }
  return withList(draft, draft.assignments.toSpliced(at, 2, joined))
}

/** What must still be filled before an officer can vouch for an assignment. */
export type Missing = 'content' | 'lead' | 'unknown'

export const missingOf = (one: DirectiveAssignment): Missing | null => {
  if (one.leads.length === 0) return 'lead'
  // Who coordinates may stay as words ("các cơ quan liên quan"); who leads must be known.
  if (one.leads.some((target) => target.kind === 'unknown')) return 'unknown'
  return one.content.trim() === '' ? 'content' : null
}

/** Cards in the order of the screen: what is unsure first, then what was read clearly, then what is confirmed. */
export const groupsOf = (draft: Draft) => {
  const open = draft.assignments.filter((one) => !one.confirmed)
  return {
    unsure: open.filter((one) => one.unsure.length > 0 || missingOf(one) !== null),
    clear: open.filter((one) => one.unsure.length === 0 && missingOf(one) === null),
    confirmed: draft.assignments.filter((one) => one.confirmed),
  }
}

export const screenOrder = (draft: Draft): DirectiveAssignment[] => {
  const { unsure, clear, confirmed } = groupsOf(draft)
  return [...unsure, ...clear, ...confirmed]
}
