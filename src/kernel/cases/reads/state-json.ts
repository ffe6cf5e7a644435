import type { CaseView } from '../../http/views.ts'

/** States as JSON. A state that is kept opened is the same object for as long as it stands, and what is kept of it goes when it goes. */
const written = new WeakMap<object, string>()

/** A state as JSON, written once for all who read it: mostly it is the longer part of an answer. */
export const stateJson = (state: unknown): string => {
  if (typeof state !== 'object' || state === null) return JSON.stringify(state ?? null)
  const known = written.get(state)
  if (known !== undefined) return known
  const text = JSON.stringify(state)
  written.set(state, text)
  return text
}

/** How many bytes a state takes, about: it stands in memory opened and as text. */
export const sizeOf = (state: unknown): number => stateJson(state).length * 4

/** A case as it is sent. */
export const caseJson = ({ state, ...others }: CaseView): string => `${JSON.stringify(others).slice(0, -1)},"state":${stateJson(state)}}`
