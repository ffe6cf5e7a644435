/** Places in a story that are filled in for each case: `slot` 0 is the owner, the others take part in the order of the story. */
const pad = (n: number, width: number): string => String(n).padStart(width, '0')

export const CASE_ID = 'cc000000-0000-4000-8000-000000000000'
export const agencySlot = (slot: number): string => `aa000000-0000-4000-8000-${pad(slot, 12)}`
export const officerSlot = (slot: number): string => `dd000000-0000-4000-8000-${pad(slot, 12)}`
export const assignmentSlot = (n: number): string => `bb000000-0000-4000-8000-${pad(n, 12)}`
export const fulfilmentSlot = (n: number, slot: number): string => `ff000000-0000-4000-8000-${pad(n, 4)}${pad(slot, 8)}`
/** A text of so many syllables, the same wherever its key stands in the case. */
export const textSlot = (key: string, syllables: number): string => `§${key}:${syllables}§`
export const nameSlot = (slot: number): string => `§@${slot}§`
export const NUMBER = '§#§'

/** What fills the slots of one case. Moments are given as milliseconds before its last event. */
export type Filling = {
  caseId: string
  number: string
  agencies: string[]
  officers: string[]
  names: string[]
  assignments: string[]
  end: number
  now: number
  moments: Map<number, string>
  text: (key: string, syllables: number) => string
  fulfilment: (assignment: number, slot: number) => string
}

/** What stands in a place, or makes it for a case. */
export type Part = string | ((filling: Filling) => string)
/** A text with slots, cut once and filled many times. */
export type Template = readonly Part[]

/** All moments of a story lie at or before this one; in a case it becomes the moment of its last event. */
export const END = Date.UTC(2026, 5, 15, 2, 0, 0)

const SLOT = /(aa|bb|cc|dd|ff)000000-0000-4000-8000-(\d{12})|§([^§]+)§|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)|\b(20\d\d-\d\d-\d\d)\b/g

const uuidPart = (sort: string, digits: string): Part => {
  const n = Number(digits)
  if (sort === 'cc') return (f) => f.caseId
  if (sort === 'aa') return (f) => f.agencies[n] as string
  if (sort === 'dd') return (f) => f.officers[n] as string
  if (sort === 'bb') return (f) => f.assignments[n] as string
  return (f) => f.fulfilment(Number(digits.slice(0, 4)), Number(digits.slice(4)))
}

const textPart = (body: string): Part => {
  if (body === '#') return (f) => f.number
  if (body.startsWith('@')) return (f) => f.names[Number(body.slice(1))] as string
  const [key = '', syllables = '8'] = body.split(':')
  return (f) => f.text(key, Number(syllables))
}

/** Each moment of a case stands in many rows. */
const momentOf = ({ end, moments }: Filling, delta: number): string => {
  const known = moments.get(delta)
  if (known !== undefined) return known
  const made = new Date(end + delta).toISOString()
  moments.set(delta, made)
  return made
}

/** Parts in a row as one template: texts beside each other become one. */
export const joined = (parts: Template): Template => {
  const made: Part[] = []
  for (const part of parts) {
    const last = made.at(-1)
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part
    else made.push(part)
  }
  return made
}

export const template = (text: string): Template => {
  const parts: Part[] = []
  let at = 0
  for (const match of text.matchAll(SLOT)) {
    parts.push(text.slice(at, match.index))
    at = match.index + match[0].length
    const [, sort, digits, body, moment, day] = match
    if (sort && digits) parts.push(uuidPart(sort, digits))
    else if (body) parts.push(textPart(body))
    else {
      const delta = Date.parse((moment ?? day) as string) - END
      parts.push(moment ? (f) => momentOf(f, delta) : (f) => new Date(f.end + delta + 2 * 3_600_000).toISOString().slice(0, 10))
    }
  }
  parts.push(text.slice(at))
  return parts
}

export const fill = (parts: Template, filling: Filling): string => {
  let text = ''
  for (const part of parts) text += typeof part === 'string' ? part : part(filling)
  return text
}
